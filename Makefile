# make site   看网站 / see the sites         make test   跑测试 / run the tests         make help   其余命令 / the rest
# Recipes are plain sh and work with the make of macOS (3.81).

PYTHON ?= python3
NODE ?= node
WORKERS ?= 2
ARGS ?=

SHELL := /bin/sh
RUN := .venv/bin/python
PIP_TOOLS := 7.6.2
INSTALL := $(RUN) -m pip install -qq --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help venv site build serve check test test-env browser scripts lock clean

help:
	@echo "make site    检查、生成示例市网站，并在 http://127.0.0.1:8000 打开（首次运行先安装依赖）"
	@echo "             check, build and serve the demonstration city"
	@echo "make build   检查并生成到 output/，不打开 / the same without serving"
	@echo "make serve   边改边看，保存后网页自动更新 / serve, and build again what is saved"
	@echo "make check   代码格式、类型、标准目录和内容检查 / lint, types, catalogue, content"
	@echo "make test    运行全部测试 / run every test            ARGS='-k 词' WORKERS=0"
	@echo "make venv    只建立 .venv / only make the environment  PYTHON=python3.12"
	@echo "make scripts 修改 theme/scripts/ 后重新生成检索脚本（需 Node 和 npm） / make search.js anew"
	@echo "make lock    重新锁定依赖（需 Python 3.11） / renew the locked requirements  UPGRADE=--upgrade"
	@echo "make clean   删除生成的文件，保留 .venv / remove what was generated, keep .venv"

# --- what people run ------------------------------------------------------------------------------

venv: .venv/site.stamp

build: venv
	$(RUN) tasks.py check
	$(RUN) tasks.py build

serve: venv
	$(RUN) tasks.py serve

site: venv
	$(RUN) tasks.py check
	$(RUN) tasks.py serve

check: test-env
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(RUN) tasks.py catalogue check
	$(RUN) tasks.py check

test: test-env browser
	$(RUN) -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

clean:
	rm -rf output .build build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis disclosure.egg-info
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# --- environments ---------------------------------------------------------------------------------
# The stamps lie in .venv: a second call does nothing, a changed lock file makes it anew.

test-env: .venv/test.stamp

.venv/site.stamp: requirements/site.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "需要 Python 3.11 或更高版本，当前的 $(PYTHON) 不存在或版本过低。如已装有其他版本，请运行：make $(or $(MAKECMDGOALS),venv) PYTHON=python3.12" >&2; \
	  echo "Python 3.11 or later is needed; $(PYTHON) is missing or older. Name another one: make $(or $(MAKECMDGOALS),venv) PYTHON=python3.12" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(install_venv_on_debian)
	@echo "正在建立 .venv 并安装依赖，约需一分钟…… / making .venv and installing, about a minute"
	@$(PYTHON) -m venv --clear .venv
	@$(INSTALL) -r requirements/site.txt
	@$(RUN) -c 'import sys, yaml; sys.exit(not yaml.__with_libyaml__)' || { \
	  echo "PyYAML 缺少 libyaml 加载器，请先安装 libyaml 开发包（Debian：libyaml-dev）再重新运行 make venv。" >&2; \
	  echo "PyYAML came without libyaml's loader: install libyaml's headers (Debian: libyaml-dev), then make venv again." >&2; \
	  exit 1; }
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements/test.txt
	@echo "正在安装测试依赖…… / installing what the tests need"
	@$(INSTALL) -r requirements/test.txt
	@touch $@

# Debian splits venv from Python: root gets the missing package, others are told its name.
define install_venv_on_debian
{ \
  package="python$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"; \
  if [ "$$(id -u)" = 0 ] && grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then \
    echo "正在安装 $${package}…… / installing $$package"; \
    apt-get update -qq </dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$$package" </dev/null >/dev/null; \
  else \
    echo "$(PYTHON) 缺少 venv 模块。Debian、Ubuntu 请运行：sudo apt-get install $$package" >&2; \
    echo "$(PYTHON) has no venv module. On Debian or Ubuntu: sudo apt-get install $$package" >&2; \
    exit 1; \
  fi; }
endef

browser:
	@sh tests/browser/prepare.sh

# --- the script of search -------------------------------------------------------------------------
# Made of theme/scripts/ and kept in git: only who changes search needs Node.

scripts: theme/scripts/node_modules/.installed
	$(NODE) theme/scripts/bundle.js

theme/scripts/node_modules/.installed: theme/scripts/package-lock.json
	npm ci --prefix theme/scripts --ignore-scripts --no-audit --no-fund --loglevel=error
	@cp theme/scripts/package-lock.json $@

# --- locked requirements --------------------------------------------------------------------------
# Made on the oldest Python we support: newer ones need no more packages, only fewer.

COMPILE = CUSTOM_COMPILE_COMMAND="make lock" .venv-lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
  --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options $(UPGRADE)

lock:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || { \
	  echo "锁定依赖必须使用 Python 3.11：make lock PYTHON=python3.11" >&2; \
	  echo "The lock is made with Python 3.11: make lock PYTHON=python3.11" >&2; \
	  exit 1; }
	@$(PYTHON) -m venv --clear .venv-lock
	@.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools==$(PIP_TOOLS)
	$(COMPILE) --extra site --output-file requirements/site.txt pyproject.toml
	$(COMPILE) --extra site --extra parquet --extra cluster --extra zim --extra test --constraint requirements/site.txt --output-file requirements/test.txt pyproject.toml
	@rm -rf .venv-lock
