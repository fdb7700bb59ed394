#!/bin/sh
# Sees to it that the browser tests have Chromium and a Chinese font.
# Debian as root: what is missing is installed. Elsewhere: one line says how, and pytest skips those tests by name.
set -eu

missing=""
found=""
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then found="$name"; fi
done
if [ -z "$found" ] && [ ! -x "${CHROMIUM:-}" ]; then missing="chromium"; fi
if [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then missing="$missing fonts-wqy-microhei"; fi
if [ -z "$missing" ]; then exit 0; fi

if [ "$(uname -s)" != Linux ]; then
  # Other systems bring Chinese fonts of their own.
  case "$missing" in *chromium*) ;; *) exit 0 ;; esac
fi

hint() {
  echo "浏览器测试需要 Chromium 和中文字体（Debian：sudo apt-get install chromium fonts-wqy-microhei；其他系统可设 CHROMIUM=程序路径） / browser tests need Chromium and a Chinese font"
}

if [ "$(id -u)" = 0 ] && grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then
  echo "正在安装浏览器测试所需的软件包：${missing}…… / installing for the browser tests: $missing"
  apt-get update -qq </dev/null &&
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends fontconfig $missing </dev/null >/dev/null || {
    hint
    # A build server must not pass for want of a browser.
    if [ -n "${CI:-}" ]; then exit 1; fi
  }
else
  hint
fi
