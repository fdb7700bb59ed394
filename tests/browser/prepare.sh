#!/bin/sh
# Sees to it that the tests have Chromium, Firefox, a Chinese font, Node, and what npm brings.
# Debian as root: what is missing is installed. Elsewhere: one line says how, and pytest skips those tests by name.
set -eu

# axe-core (accessibility), vnu-jar (HTML) and terser (makes search.js anew): only where npm is.
folder="$(dirname "$0")"
if command -v npm >/dev/null 2>&1; then
  for packages in "$folder" "$folder/../../theme/scripts"; do
    if ! cmp -s "$packages/package-lock.json" "$packages/node_modules/.installed"; then
      echo "正在安装 npm 软件包：$(basename "$packages")…… / installing the npm packages of $(basename "$packages")"
      if npm ci --prefix "$packages" --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null </dev/null; then
        cp "$packages/package-lock.json" "$packages/node_modules/.installed"
      else
        echo "npm 软件包没有装上，相关测试将跳过。 / npm packages are missing, their tests are skipped"
        if [ -n "${CI:-}" ]; then exit 1; fi
      fi
    fi
  done
else
  echo "没有 npm，无障碍、HTML 和检索脚本的检查将跳过（Debian：sudo apt-get install npm default-jre-headless） / no npm: the checks of accessibility, HTML and the script of search are skipped"
fi

missing=""
found=""
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then found="$name"; fi
done
if [ -z "$found" ] && [ ! -x "${CHROMIUM:-}" ]; then missing="chromium"; fi
if [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then missing="$missing fonts-wqy-microhei"; fi
if ! command -v firefox-esr >/dev/null 2>&1 && ! command -v firefox >/dev/null 2>&1 && [ ! -x "${FIREFOX:-}" ]; then missing="$missing firefox-esr"; fi
if ! command -v node >/dev/null 2>&1 && ! command -v nodejs >/dev/null 2>&1; then missing="$missing nodejs"; fi
if [ -z "$missing" ]; then exit 0; fi

if [ "$(uname -s)" != Linux ]; then
  # Other systems bring Chinese fonts of their own.
  case "$missing" in *chromium* | *firefox* | *nodejs*) ;; *) exit 0 ;; esac
fi

hint() {
  echo "浏览器和脚本测试需要 Chromium、Firefox、中文字体和 Node（Debian：sudo apt-get install chromium firefox-esr fonts-wqy-microhei nodejs；其他系统可设 CHROMIUM、FIREFOX=程序路径） / tests of pages and scripts need Chromium, Firefox, a Chinese font and Node"
}

if [ "$(id -u)" = 0 ] && grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then
  echo "正在安装浏览器和脚本测试所需的软件包：${missing}…… / installing for the tests of pages and scripts: $missing"
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
