"""A network of four places to measure on: built, bundled, signed and mirrored by commands."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from msgspec import Struct

from bench.generate import generate
from bench.measure import run_process
from bench.places import Place, make_places
from bench.timing import AS_OF
from disclosure.mirror.home import Home

SHAPE = (1, 1, 1, 1)  # a city, a county, a township and a village: its own way up
SEED, OTHER_SEED = 1, 2
ABOVE = 30  # entries of each place above the village
DAY = AS_OF.isoformat()
NAV = re.compile(r'<nav class="site-nav".*?</nav>', re.DOTALL)


class Network(Struct, frozen=True):
    """Where all of it lies."""

    folder: Path

    @property
    def places(self) -> tuple[Place, ...]:
        return make_places(SHAPE)

    @property
    def village(self) -> str:
        """The short code of the village."""
        return self.places[-1].code

    @property
    def root(self) -> Path:
        return self.folder / "root"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def bundle(self) -> Path:
        return self.folder / "bundle"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def home(self) -> Path:
        return self.folder / "mirror"

    def start(self, entries: int) -> None:
        """Make content and keys, build all sites, and make the first bundle."""
        generate(self.root, self.places, entries, SEED)
        run("tasks.py", "keys", "make", "--development", "--keys", self.keys, *self.where)
        self.build()
        self.pack()

    @property
    def where(self) -> tuple[str, str]:
        return ("--root", str(self.root))

    def build(self, *options: str) -> None:
        """Build sites."""
        run("tasks.py", "build", *self.where, "--output", self.output, "--as-of", DAY, *options)

    def pack(self) -> None:
        """Bundle and sign what is built; lists are signed today, or no mirror would take them."""
        run("tasks.py", "bundle", *self.where, "--output", self.output, "--out", self.bundle,
            "--keys", self.keys)  # fmt: skip

    def subscribe(self, address: str) -> None:
        """Make the mirror of the village and fill it."""
        run("-m", "disclosure.mirror", "init", "--home", self.home, "--division", self.village,
            "--source", address)  # fmt: skip
        self.sync()

    def sync(self) -> None:
        """Bring the mirror up to date."""
        run("-m", "disclosure.mirror", "sync", "--home", self.home)

    def publish_village(self) -> tuple[Path, ...]:
        """Publish one more article of the village, whose site alone is built."""
        self.add_article(0)
        self.build("--division", self.village)
        self.pack()
        return (self.output / self.village,)

    def publish_all(self) -> tuple[Path, ...]:
        """Publish one more article; the places above tell of it, too."""
        self.add_article(1)
        self.build()
        self.pack()
        return self.sites()

    def rename_menu_of_village(self) -> tuple[Path, ...]:
        """Change a word of the menu on every page of the village."""
        return self.rename_menu((self.output / self.village,))

    def rename_menu_above(self) -> tuple[Path, ...]:
        """Change it on every page of the places above, too."""
        return self.rename_menu(self.sites()[:-1])

    def rename_menu(self, sites: tuple[Path, ...]) -> tuple[Path, ...]:
        """Change a word of the menu on every page of some sites."""
        for path in sorted(page for site in sites for page in site.rglob("*.html")):
            page = path.read_text("utf-8")
            new = NAV.sub(lambda found: found[0].replace("首页", "网站首页"), page)
            if new != page:
                path.write_text(new, "utf-8")
        self.pack()
        return sites

    def sites(self) -> tuple[Path, ...]:
        """Return the folders of the sites on the village's way up."""
        return tuple(self.output / place.code for place in self.places)

    def add_article(self, which: int) -> None:
        """Add one of the articles that another seed makes, as new as may be."""
        other = self.folder / "other"
        if not other.exists():
            generate(other, self.places, ABOVE, OTHER_SEED)
        folder = f"{self.places[-1].folder}/articles"
        new = sorted((other / folder).glob("*.md"))[which]
        text = re.sub(r"^date: \S+", f"date: {DAY}", new.read_text("utf-8"), flags=re.MULTILINE)
        (self.root / folder / f"new-{which}.md").write_text(text, "utf-8")

    def held(self) -> Path:
        """Return all files that the mirror holds, in one folder."""
        home, target = Home(self.home), self.folder / "held"
        for part in home.current().parts:
            shutil.copytree(home.part(*part), target, dirs_exist_ok=True)
        return target


def run(*arguments: object) -> None:
    """Run a program of ours."""
    run_process([sys.executable, *map(str, arguments)])
