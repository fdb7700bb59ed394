"""Runs Pelican for one division in a process that stays warm.

Pelican forgives too much: a plugin that does not load, an article it cannot read and a repeated
warning are log lines to it. Here they are problems, and what was read is held against what was
written. What one run leaves behind in the process (memos of contents) is cleared before the next.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from traceback import extract_tb
from typing import Any

from msgspec.structs import replace

from disclosure.cycles import sweep_cycles
from disclosure.division import Division
from disclosure.entry import Folder, read_folder
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.refusal import why_refused
from disclosure.rules.facts import load_facts
from disclosure.rules.witness import Witness
from disclosure.sites.files import SiteFiles
from disclosure.sites.index_place import carry_index
from disclosure.sites.job import Job, Outcome
from disclosure.sites.kept.compiled import Compiled
from disclosure.sites.kept.grounds import OWN
from disclosure.sites.lean import (
    Content,
    Pelican,
    get_plugin_name,
    get_settings_from_file,
    read_settings,
)
from disclosure.sites.output import INDEX, NOT_FOUND
from disclosure.sites.place import scratch_folder, swap
from disclosure.sites.reconcile import missing_pages, pages_in
from disclosure.sites.site import Site, prepare_site
from disclosure.sites.survey import Surveyed, survey_folder
from disclosure.sites.tree import Node

PLUGIN_NOT_LOADED = Code(
    "plugin-not-loaded",
    zh="插件 {value} 没有加载成功",
    en="the plugin {value} did not load",
    hint_zh="请检查 pelicanconf.py 中的 PLUGINS 和 plugins/ 文件夹",
    hint_en="see PLUGINS in pelicanconf.py and the folder plugins/",
)
BUILD_FAILED = Code(
    "build-failed",
    zh="{name}的网站没有生成：{reason}",
    en="the site of {name} was not built: {reason}",
    hint_zh="多半是模板或插件有误；请把这条信息交给维护人员",
    hint_en="most likely a template or a plugin is at fault; tell the maintainers",
)
SITE_NOT_WRITTEN = Code(
    "site-not-written",
    zh="{name}的网站没有写成：{reason_zh}",
    en="the site of {name} could not be written: {reason_en}",
    hint_zh="请查看磁盘剩余空间，以及内容和输出文件夹的读写权限",
    hint_en="see how full the disk is, and who may read the content and write the output",
)

SETTINGS_WRONG = Code(
    "settings-wrong",
    zh="设置文件 {file} 无法读取：{value}",
    en="the settings in {file} cannot be read: {value}",
    hint_zh='请按 Python 的写法改正这一行，如 SITENAME = "政务公开"',
    hint_en='correct this line; settings are Python, such as SITENAME = "..."',
)
LEFT = 2_000  # pages after which what Pelican's runs leave in cycles is let go of

Settings = dict[str, Any]  # Pelican's own: any name, any value


class Runner:
    """A warm process: facts and settings are read once, templates are compiled once."""

    def __init__(
        self,
        root: Path,
        config: Path,
        as_of: date,
        built: frozenset[str],
        compiled: Compiled | None = None,
    ) -> None:
        logging.getLogger("pelican").setLevel(logging.CRITICAL)
        self.facts = load_facts(root, as_of)
        self.base = base_settings(root, config) | {"DISCLOSURE_COMPILED": compiled}
        self.as_of = as_of
        self.built = built
        self.templates: dict[str, object] = {}
        self.pages = 0  # written since cycles were let go of
        self.read: Folder | None = None  # for a survey; most likely its site is what is built next

    def survey(self, division: Division) -> Surveyed | None:
        """Return what other sites may know of a division; None where something stops it.

        What does so stops its own build too, which names it.
        """
        facts = replace(self.facts, witness=Witness())
        try:
            folder = self.read = read_folder(facts.root, division, facts.catalogue.keys)
            survey = survey_folder(folder, facts.at(folder), self.as_of)
        except Exception:  # noqa: BLE001 - no division may stop the others
            return None
        return Surveyed(survey, facts.witness or Witness())

    def build(self, job: Job) -> Outcome:
        """Build one division's site; whatever is wrong leaves its previous site whole."""
        code = job.division.code
        read, self.read = self.read, None  # once: what is built again has changed
        witness = Witness()
        try:
            with scratch_folder(job.output, code) as folder:
                site = prepare_site(
                    replace(self.facts, witness=witness),
                    job.division,
                    job.as_of,
                    self.built,
                    read if read and read.division == job.division else None,
                    around=job.around,
                    corrections=job.corrections,
                )
                before = job.output / code
                files = SiteFiles(folder, before if before.is_dir() else None)
                self.run(self.settings(site, files))
                pages = pages_in(folder)
                missing = missing_pages(site, pages)
                if missing:
                    raise DisclosureError(*missing)
                files.settle()
                if files.differ():
                    carry_index(before, folder)
                    swap(job.output, code)
        except DisclosureError as error:
            return Outcome(job.division, error.problems, 0, is_built=False)
        except Exception as error:  # noqa: BLE001 - Pelican, Jinja and plugins raise what they like
            return Outcome(job.division, (name_failure(error, job),), 0, is_built=False)
        self.tidy_up(len(pages))
        return Outcome(job.division, (), len(pages), is_built=True, witness=witness)

    def tidy_up(self, pages: int) -> None:
        """Let go of what runs leave in cycles, once there is much of it.

        It would lie there for some hundred sites, and the process would be a third larger.
        """
        self.pages += pages
        if self.pages >= LEFT:
            self.pages = 0
            sweep_cycles()

    def build_root(self, output: Path, tree: tuple[Node, ...]) -> dict[str, str]:
        """Return the page on which a visitor picks a place, and the one for what is missing."""
        return self.build_pages(
            output, {INDEX: "root", NOT_FOUND: "notfound"}, DISCLOSURE_TREE=tree
        )

    def build_pages(
        self, output: Path, template_by_name: Mapping[str, str], **further: object
    ) -> dict[str, str]:
        """Return pages that belong to no division, by name; `further` are settings of theirs."""
        saved = {f"{one.upper()}_SAVE_AS": name for name, one in template_by_name.items()}
        with scratch_folder(output, "root") as folder:
            settings = self.base | {
                "PATH": str(folder),
                "OUTPUT_PATH": str(folder),
                "THEME_STATIC_PATHS": [],
                "DIRECT_TEMPLATES": [*template_by_name.values()],
                "FEED_ALL_ATOM": None,
                "DISCLOSURE_SITE": None,
                "DISCLOSURE_THEME": "theme",
                "DISCLOSURE_TEMPLATES": self.templates,
            }
            self.run(settings | saved | further)
            return {name: (folder / name).read_text("utf-8") for name in template_by_name}

    def settings(self, site: Site, files: SiteFiles) -> Settings:
        """Return the settings of one division's run, derived from the base settings."""
        return self.base | {
            "PATH": str(self.facts.root / site.division.folder),
            "OUTPUT_PATH": str(files.root),
            "SITENAME": site.division.name,
            "THEME_STATIC_PATHS": [],
            "DISCLOSURE_SITE": site,
            "DISCLOSURE_FILES": files,
            "DISCLOSURE_THEME": "../theme",
            "DISCLOSURE_HOME": "../index.html",
            "DISCLOSURE_TEMPLATES": self.templates,
        }

    def run(self, settings: Settings) -> None:
        """Run Pelican once; raise what it would only have logged."""
        wanted = [name if isinstance(name, str) else get_plugin_name(name)
                  for name in settings["PLUGINS"]]  # fmt: skip
        try:
            pelican = Pelican(settings)
            loaded = [get_plugin_name(plugin) for plugin in pelican.plugins]
            lost = [PLUGIN_NOT_LOADED.at("pelicanconf.py", value=name)
                    for name in wanted if name not in loaded]  # fmt: skip
            if lost:
                raise DisclosureError(*lost)
            self.base["PLUGINS"] = pelican.plugins  # the next run need not look for them
            pelican.run()
        finally:
            forget()


def base_settings(root: Path, config: Path) -> Settings:
    """Return the product's settings with the root's own before them; raise what is unreadable."""
    settings = load_settings(config, read_settings)
    own = root / OWN
    if own.is_file() and not own.samefile(config.with_name(OWN)):
        settings |= load_settings(own, get_settings_from_file)
    return settings


def load_settings(path: Path, read: Callable[[str], Settings]) -> Settings:
    """Read one settings file; it is a program, and may fail in any way.

    Pelican leaves each behind as a module: one that builds on `pelicanconf` must not meet another.
    """
    sys.modules.pop(Path(OWN).stem, None)
    try:
        return read(str(path))
    except Exception as error:  # noqa: BLE001 - whatever the file raises
        frames = [
            one.lineno for one in extract_tb(error.__traceback__) if one.filename == str(path)
        ]
        line = error.lineno if isinstance(error, SyntaxError) else (frames or [0])[-1]
        reason = f"{type(error).__name__}: {error}"
        raise DisclosureError(SETTINGS_WRONG.at(path.name, line or 0, value=reason)) from None


def name_failure(error: Exception, job: Job) -> Problem:
    """Return what stopped a build as a problem: the system that refused, or a defect's place."""
    name, place = job.division.name, job.division.folder
    if isinstance(error, OSError) and error.errno:  # Jinja's missing template has no number
        file = str(error.filename or "")
        return SITE_NOT_WRITTEN.at(
            place,
            name=name,
            reason_zh=f"{why_refused(error)}（{file}）" if file else why_refused(error),
            reason_en=f"{error.strerror} ({file})" if file else str(error),
        )
    *_, frame = extract_tb(error.__traceback__)
    reason = f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"
    return BUILD_FAILED.at(place, name=name, reason=reason)


def forget() -> None:
    """Empty Pelican's class-level memos, which would keep every article of every run alive."""
    for name in ("get_content", "get_summary"):
        vars(Content)[name].cache.clear()
