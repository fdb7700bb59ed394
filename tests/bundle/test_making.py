"""A bundle follows from the sites; what it adds on the way leads from one release to the next."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import apply_delta, delta_file
from disclosure.bundle.making import cut, listing, survey
from disclosure.bundle.making import folder as bundle_folder
from disclosure.bundle.making.compress import compress_against
from disclosure.bundle.making.folder import WRITING, BundleFolder
from disclosure.bundle.making.forgetting import load_version
from disclosure.bundle.making.kept import Kept
from disclosure.bundle.making.packing import Packer
from disclosure.bundle.making.pruning import needed, sweep
from disclosure.bundle.making.releasing import newest
from disclosure.bundle.pack import open_pack, read_contents, require_whole
from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.places import FILE as PLACES_FILE
from disclosure.bundle.places import read_places
from disclosure.bundle.release import Current, head_file, read_head
from disclosure.bundle.subscription import Wish, everything, subscribe
from disclosure.bundle.version import manifest_file
from disclosure.kept.store import open_store
from disclosure.problem import DisclosureError
from tests.bundle.sites import (
    CITY,
    COUNTY,
    DAY,
    OTHER,
    PLACES,
    TOWN,
    VILLAGE,
    bundle,
    contents,
    page,
    texts,
    write_files,
    write_output,
)


def line_of(folder: Path, site: str) -> Current:
    return newest(BundleFolder(folder)).lines[site]


def unpacked(folder: Path, site: str, part: Part) -> dict[str, bytes]:
    """Return the files that the packs of a part carry now."""
    line, found = line_of(folder, site), BundleFolder(folder)
    weights = {weight.tar: weight for weight in line.packs}
    files: dict[str, bytes] = {}
    for pack in load_version(found, line.version).parts[part].packs:
        data = found.read(pack.file)
        require_whole(data, weights[pack.tar])
        read = read_contents(open_pack(data, pack), site, part, pack.file)
        files |= {path: bytes(content) for path, content in read.files}
    return files


def hashes_named(folder: Path) -> bool:
    """Tell whether every file named by its hash has it."""
    return all(
        hash_of(data) == name.rpartition("/")[2].partition(".")[0]
        for name, data in contents(folder).items()
        if name.startswith(("versions/", "manifests/", "blobs/"))
    )


@contextmanager
def other_habits() -> Iterator[None]:
    """Let a block run in another time zone, with another mask for new files."""
    before = os.environ.get("TZ")
    mask = os.umask(0o077)
    os.environ["TZ"] = "America/St_Johns"
    time.tzset()
    try:
        yield
    finally:
        os.umask(mask)
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def test_two_outputs_with_the_same_files_make_the_same_bundle(tmp_path: Path) -> None:
    first = write_output(tmp_path / "one")
    bundle(first, tmp_path / "a")
    with other_habits():
        second = write_output(tmp_path / "two")
        for path in sorted(second.rglob("*.html"), reverse=True):
            os.utime(path, (1_000_000_000, 1_000_000_000))
        bundle(second, tmp_path / "b")

    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert hashes_named(tmp_path / "a")


def test_what_is_carried_is_what_was_built(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out", {f"{VILLAGE}/files/plan.pdf": b"%PDF" + bytes(70_000)})
    bundle(output, tmp_path / "b")

    pages = unpacked(tmp_path / "b", VILLAGE, Part.PAGES)

    assert pages[f"{VILLAGE}/index.html"] == (output / VILLAGE / "index.html").read_bytes()
    assert f"{VILLAGE}/files/plan.pdf" not in pages
    (blob,) = (tmp_path / "b" / "blobs").rglob("*/*")
    assert blob.read_bytes() == (output / VILLAGE / "files/plan.pdf").read_bytes()
    assert read_places(unpacked(tmp_path / "b", COMMON, Part.THEME)[PLACES_FILE]) == PLACES


def test_what_desktops_leave_in_the_sites_is_not_carried(tmp_path: Path) -> None:
    output = write_output(tmp_path / "output")
    bundle(output, tmp_path / "before")
    for folder in (output / VILLAGE, output / "theme"):
        for name in (".DS_Store", "._index.html", "Thumbs.db", "desktop.ini"):
            (folder / name).write_text("left here", "utf-8")

    bundle(output, tmp_path / "after")

    assert contents(tmp_path / "after") == contents(tmp_path / "before")


def test_manifests_name_every_file_of_the_output(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out", {f"{CITY}/data/2026.xlsx": bytes(70_000)})
    bundle(output, tmp_path / "b")

    named = "".join(
        path.read_text("utf-8") for path in sorted((tmp_path / "b/manifests").iterdir())
    )

    assert named.count('"path"') == len(contents(output)) + 1  # the list of places
    assert all(f'"{path}"' in named for path in contents(output))


def test_nothing_changed_is_no_release(tmp_path: Path) -> None:
    output, root = write_output(tmp_path / "out"), tmp_path
    assert bundle(output, tmp_path / "b", root=root).is_new
    before = contents(tmp_path / "b")

    made = bundle(output, tmp_path / "b", root=root, day=DAY + timedelta(1))

    assert (made.is_new, made.changed, made.head.number) == (False, (), 1)
    assert contents(tmp_path / "b") == before


def test_a_changed_page_is_a_delta_and_a_release_that_follows(tmp_path: Path) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder)
    first, old = (folder / head_file(1)).read_bytes(), line_of(folder, VILLAGE)
    write_files(output, {f"{VILLAGE}/articles/road.html": page("路修好了")})

    made = bundle(output, folder, day=DAY + timedelta(1))

    assert made.changed == (VILLAGE,)
    assert made.gone == {}
    assert made.head.predecessor == hash_of(first)
    line = line_of(folder, VILLAGE)
    assert (line.number, [one.version for one in line.earlier]) == (2, [old.version])
    found = BundleFolder(folder)
    (was,) = load_version(found, old.version).parts[Part.PAGES].packs
    (now,) = load_version(found, line.version).parts[Part.PAGES].packs
    delta = found.read(delta_file(was.tar, now.tar))
    assert apply_delta(delta, open_pack(found.read(was.file), was), now) == open_pack(
        found.read(now.file), now
    )
    assert [(one.old, one.new, one.size) for one in line.deltas] == [(was.tar, now.tar, len(delta))]


def test_a_bundle_of_one_division_is_the_same_versions_and_less_of_them(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out")
    bundle(output, tmp_path / "all")

    bundle(output, tmp_path / "one", VILLAGE)

    lines = newest(BundleFolder(tmp_path / "one")).lines
    everything = newest(BundleFolder(tmp_path / "all")).lines
    assert set(lines) == {COMMON, CITY, COUNTY, TOWN, VILLAGE}
    assert all(line.version == everything[site].version for site, line in lines.items())
    assert set(contents(tmp_path / "one/packs")) < set(contents(tmp_path / "all/packs"))
    version = load_version(BundleFolder(tmp_path / "one"), lines[COUNTY].version)
    assert {part for part, packed in version.parts.items()
            if (tmp_path / "one" / packed.packs[0].file).exists()} == {Part.PAGES}  # fmt: skip


def test_a_part_chosen_later_is_added(tmp_path: Path) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder, VILLAGE, root=tmp_path)

    made = bundle(output, folder, VILLAGE, chosen=((COUNTY, Part.SEARCH),), root=tmp_path)

    assert made.is_new
    assert set(unpacked(folder, COUNTY, Part.SEARCH)) == {f"{COUNTY}/search/index/manifest.js"}


def test_what_is_not_asked_for_any_more_is_removed(tmp_path: Path) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder)

    bundle(output, folder, VILLAGE)
    bundle(output, tmp_path / "fresh", VILLAGE)

    named = [name for name in contents(folder) if not name.startswith("releases/")]
    fresh = [name for name in contents(tmp_path / "fresh") if not name.startswith("releases/")]
    assert named == fresh


def test_only_parts_that_changed_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "SETTLED", 0)
    monkeypatch.setattr(survey, "SETTLED", 0)
    output = write_output(tmp_path / "out")
    bundle(output, tmp_path / "b", root=tmp_path)
    bundle(output, tmp_path / "b", root=tmp_path)  # what was new at first is settled by now

    write_files(output, {f"{VILLAGE}/articles/road.html": page("新的")})

    kept = Kept(open_store(tmp_path, "bundle"))
    sites = [site for site in everything(PLACES).parts_by_site if site != COMMON]
    said = survey.survey(str(output), sites, kept.opened, jobs=1)
    found = listing.list_sites(output, sites, PLACES, kept.opened)
    assert [site for site in sites if not kept.whole(site, said[site])] == [VILLAGE]
    assert [one.key for one in found if not kept.part(one)] == [(VILLAGE, Part.PAGES)]


def test_of_a_part_only_packs_that_changed_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "SETTLED", 0)
    monkeypatch.setattr(survey, "SETTLED", 0)
    monkeypatch.setattr(cut, "LEAST", 1)
    monkeypatch.setattr(cut, "OFTEN", 1)  # a pack for each file
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder, root=tmp_path)
    bundle(output, folder, root=tmp_path)  # what was new at first is settled by now
    changed = f"{VILLAGE}/index.html"
    write_files(output, {changed: page("新的")})
    (output / VILLAGE / "articles" / "road.html").unlink()  # so that another file is the first
    look, seen = Packer.read, list[str]()

    def read(self: Packer, file: listing.Found) -> bytes:
        seen.append(file.path)
        return look(self, file)

    monkeypatch.setattr(Packer, "read", read)
    bundle(output, folder, root=tmp_path)

    assert seen == [changed]
    bundle(output, tmp_path / "anew")
    assert line_of(folder, VILLAGE).version == line_of(tmp_path / "anew", VILLAGE).version
    assert unpacked(folder, VILLAGE, Part.PAGES) == unpacked(tmp_path / "anew", VILLAGE, Part.PAGES)


def test_a_pack_that_is_gone_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "SETTLED", 0)
    monkeypatch.setattr(survey, "SETTLED", 0)
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder, root=tmp_path)
    bundle(output, folder, root=tmp_path)
    before = contents(folder)
    for kind in ("packs", "manifests"):
        for path in (folder / kind).iterdir():
            path.unlink()

    bundle(output, folder, root=tmp_path)

    assert contents(folder) == before


def test_a_run_that_was_stopped_leaves_the_release_and_its_rest_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder)
    before = contents(folder)
    write_files(output, {f"{VILLAGE}/articles/road.html": page("写错了的")})
    put = bundle_folder.BundleFolder.put

    def fail_at_the_list(self: BundleFolder, name: str, data: bytes) -> None:
        if name.startswith("releases/"):
            raise OSError(28, "disk full")
        put(self, name, data)

    with monkeypatch.context() as patch:
        patch.setattr(bundle_folder.BundleFolder, "put", fail_at_the_list)
        with pytest.raises(OSError, match="disk full"):
            bundle(output, folder)
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert WRITING in after
    write_files(output, {f"{VILLAGE}/articles/road.html": page(f"{'甲村'}修路")})

    bundle(output, folder)

    assert contents(folder) == before


def test_versions_that_grew_old_are_removed_and_the_newest_eight_stay(tmp_path: Path) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    for count in range(12):
        write_files(output, {f"{VILLAGE}/articles/road.html": page(f"第{count}稿")})
        bundle(output, folder, VILLAGE, day=DAY + timedelta(count))

    line = line_of(folder, VILLAGE)

    assert line.number == 12
    numbers = [one.number for one in line.earlier]
    assert numbers[:8] == [11, 10, 9, 8, 7, 6, 5, 4]
    assert numbers[8:] == [2]  # current on Monday, 23 November
    assert len(line.deltas) == 8
    assert len(list((folder / "manifests").iterdir())) == 9 + 1 + 5
    assert sorted(path.name for path in (folder / "releases").iterdir()) == sorted(
        [f"{number}.json" for number in range(1, 13)] + ["11.jsonl", "12.jsonl"]
    )


@pytest.mark.parametrize("seed", range(6))
def test_what_is_removed_on_the_way_is_what_no_release_names(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    large = [f"%PDF{number}".encode() + b"plan" * 20_000 for number in range(3)]
    for count in range(14):
        site = chance.choice((VILLAGE, OTHER, COUNTY))
        attached = output / site / "files" / f"{chance.randrange(2)}.pdf"
        if chance.random() < 0.5:
            write_files(output, {f"{site}/articles/road.html": page(f"第{count}稿")})
        elif attached.exists():
            attached.unlink()
        else:
            write_files(output, {attached.relative_to(output).as_posix(): chance.choice(large)})
        codes = chance.choice(((), (), (), (VILLAGE,)))
        forgotten = [VILLAGE] if chance.random() < 0.1 else []
        monkeypatch.setattr(cut, "LEAST", chance.choice((1, 1, 1, 4 << 20)))
        monkeypatch.setattr(cut, "OFTEN", 1)  # a pack for each file, or one for all
        bundle(output, folder, *codes, day=DAY + timedelta(count), forgotten=forgotten)

        release, before = newest(BundleFolder(folder)), contents(folder)
        held = subscribe(PLACES, [Wish(code) for code in codes]) if codes else everything(PLACES)
        newest_alone = [replace(line, earlier=()) for line in release.lines.values()]
        assert needed(BundleFolder(folder), newest_alone, held) <= before.keys()
        sweep(BundleFolder(folder), release.lines, release.number)
        assert contents(folder).keys() == before.keys()


def test_each_release_names_the_one_before(tmp_path: Path) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    for count in range(4):
        bundle(output, folder, commit=f"c{count}")

    heads = [read_head((folder / head_file(number)).read_bytes(), "x") for number in (1, 2, 3, 4)]

    assert [head.commit for head in heads] == ["c0", "c1", "c2", "c3"]
    assert [head.predecessor for head in heads[1:]] == [
        hash_of((folder / head_file(number)).read_bytes()) for number in (1, 2, 3)
    ]


def withdraw(output: Path, folder: Path) -> Current:
    """Bundle three versions of a village, in the last of which an entry is withdrawn."""
    bundle(output, folder)
    write_files(output, {f"{VILLAGE}/articles/road.html": page("王某的身份证号")})
    bundle(output, folder, day=DAY + timedelta(1))
    write_files(
        output,
        {
            f"{VILLAGE}/articles/road.html": page("本页只保留标题"),
            f"{VILLAGE}/search/docs.js": texts("data/ledger"),
            f"{COUNTY}/search/index/manifest.js": "DISCLOSURE.index({});// 2\n",
            f"{COUNTY}/index.html": page("东区的新闻"),
        },
    )
    made = bundle(output, folder, day=DAY + timedelta(2))
    assert made.gone == {VILLAGE: ("articles/road",)}
    return line_of(folder, VILLAGE)


def carried(folder: Path) -> bytes:
    """Return the archives of all packs and everything else that a bundle holds."""
    import zstandard

    found = [zstandard.decompress(path.read_bytes()) for path in (folder / "packs").iterdir()]
    return b"".join([*found, *contents(folder).values()])


def test_of_a_withdrawn_entry_nothing_earlier_is_kept(tmp_path: Path) -> None:
    line = withdraw(write_output(tmp_path / "out"), tmp_path / "b")

    assert line.earlier == ()
    assert line.oldest == dict.fromkeys(Part, 3)
    assert line.forgotten == ("articles/road",)
    assert "身份证".encode() not in carried(tmp_path / "b")


def test_who_holds_a_version_from_before_still_comes_to_the_newest_by_delta(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out")

    line = withdraw(output, tmp_path / "b")

    assert len(line.deltas) == 2
    for delta in line.deltas:
        assert (tmp_path / "b" / delta_file(delta.old, delta.new)).stat().st_size == delta.size


def test_above_a_withdrawn_entry_full_texts_go_and_pages_stay(tmp_path: Path) -> None:
    withdraw(write_output(tmp_path / "out"), tmp_path / "b")

    line, found = line_of(tmp_path / "b", COUNTY), BundleFolder(tmp_path / "b")

    (earlier,) = line.earlier
    parts = load_version(found, earlier.version).parts
    assert found.has(parts[Part.PAGES].packs[0].file)
    assert not found.has(parts[Part.SEARCH].packs[0].file)
    assert not found.has(manifest_file(parts[Part.SEARCH].manifest))
    assert line.oldest == {Part.SEARCH: 2, Part.GATHERED: 2}


def test_a_file_that_left_takes_its_versions_along(tmp_path: Path) -> None:
    name = f"{VILLAGE}/files/list.pdf"
    output = write_output(tmp_path / "out", {name: b"%PDF" + b"secret" * 20_000})
    bundle(output, tmp_path / "b")
    (output / name).unlink()

    made = bundle(output, tmp_path / "b")

    assert made.gone == {VILLAGE: ("files/list.pdf",)}
    assert not list((tmp_path / "b").glob("blobs/*/*"))


def test_a_file_that_another_site_carries_stays(tmp_path: Path) -> None:
    data = b"%PDF" + b"plan" * 20_000
    names = [f"{code}/files/plan.pdf" for code in (VILLAGE, OTHER)]
    output = write_output(tmp_path / "out", dict.fromkeys(names, data))
    bundle(output, tmp_path / "b")
    (output / names[0]).unlink()

    bundle(output, tmp_path / "b")

    assert [path.name for path in (tmp_path / "b").glob("blobs/*/*")] == [hash_of(data)]


def test_earlier_versions_go_when_somebody_asks(tmp_path: Path) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder)
    write_files(output, {f"{VILLAGE}/articles/road.html": page("已遮蔽")})
    bundle(output, folder)

    made = bundle(output, folder, forgotten=[VILLAGE])

    assert made.gone == {VILLAGE: ("*",)}
    assert line_of(folder, VILLAGE).earlier == ()
    assert "甲村修路".encode() not in carried(folder)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("articles/con.html", "Windows"),
        ("files/公示表.pdf", "字母"),
        ("files/" + "a" * 101, "100"),
        ("articles/Road.html", "大小写"),
    ],
)
def test_a_name_that_no_stick_takes_is_told_and_nothing_is_written(
    tmp_path: Path, name: str, said: str
) -> None:
    output = write_output(tmp_path / "out", {f"{VILLAGE}/{name}": b"x"})

    with pytest.raises(DisclosureError) as caught:
        bundle(output, tmp_path / "b")

    (problem,) = caught.value.problems
    assert problem.code == "bundle-name-unfit"
    assert problem.file.lower() == f"{VILLAGE}/{name}".lower()
    assert said in problem.message_zh
    assert not (tmp_path / "b").exists()


def test_a_file_of_two_gigabytes_and_a_link_are_told(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out")
    with (output / VILLAGE / "files.bin").open("wb") as file:
        file.truncate(2 << 30)
    (output / VILLAGE / "link.html").symlink_to("/etc/passwd")

    with pytest.raises(DisclosureError) as caught:
        bundle(output, tmp_path / "b")

    told = [problem.message_zh for problem in caught.value.problems]
    assert ["2 GiB" in told[0], "普通文件" in told[1]] == [True, True]


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out")
    write_files(tmp_path / "photos", {"wedding.jpg": b"x"})

    for folder in (tmp_path / "photos", output / "bundle", tmp_path):
        with pytest.raises(DisclosureError) as caught:
            bundle(output, folder)
        assert caught.value.problems[0].code == "bundle-folder-refused"

    assert contents(tmp_path / "photos") == {"wedding.jpg": b"x"}


def test_a_bundle_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    from disclosure.alone import hold

    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder)

    with hold(folder, bundle_folder.BUSY), pytest.raises(DisclosureError) as caught:
        bundle(output, folder)

    assert caught.value.problems[0].code == "bundle-busy"


def test_a_record_that_was_altered_is_refused(tmp_path: Path) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder)
    path = folder / "releases/1.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"number":1', b'"number":7', 1))

    with pytest.raises(DisclosureError) as caught:
        bundle(output, folder)

    assert caught.value.problems[0].code == "bundle-refused"


def test_a_delta_of_an_earlier_release_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, folder = write_output(tmp_path / "out"), tmp_path / "b"
    bundle(output, folder)
    write_files(output, {f"{VILLAGE}/articles/road.html": page("路修好了")})
    bundle(output, folder)
    (pages,) = line_of(folder, VILLAGE).deltas
    made = list[bytes]()

    def compress(data: bytes, before: bytes) -> bytes:
        made.append(data)
        return compress_against(data, before)

    monkeypatch.setattr("disclosure.bundle.making.deltas.compress_against", compress)
    write_files(output, {f"{VILLAGE}/data/a/notes.txt": "一\n" * 500})
    bundle(output, folder)

    assert pages in line_of(folder, VILLAGE).deltas
    assert pages.new not in map(hash_of, made)

    (folder / delta_file(pages.old, pages.new)).write_bytes(b"damaged")
    write_files(output, {f"{VILLAGE}/data/a/notes.txt": "二\n" * 500})
    bundle(output, folder)

    assert pages in line_of(folder, VILLAGE).deltas
    assert pages.new in map(hash_of, made)
