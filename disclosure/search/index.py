"""The index of a county, a city or a large site, put together from the texts of its divisions.

It follows from the texts, the day and the names alone: what is kept in the state folder only saves
work. A file is written only where it differs, the manifest last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from disclosure.cycles import cycles_unsought
from disclosure.problem import Code, DisclosureError
from disclosure.refusal import why_refused
from disclosure.search.day import Dated, write_day
from disclosure.search.document import Subject
from disclosure.search.folder import IndexFolder
from disclosure.search.manifest import FUNCTION, Layout, Manifest, mark_of, write_manifest
from disclosure.search.piece import Piece
from disclosure.search.pieces import read_pieces
from disclosure.search.plan import plan_segments
from disclosure.search.pruning import prune
from disclosure.search.scope import Scope
from disclosure.search.script import write_call
from disclosure.search.segment import bring_segment
from disclosure.search.segments import BASE, split_documents
from disclosure.search.spoken import Lexicon, read_lexicon
from disclosure.search.standing import forget_standing
from disclosure.search.state import State

NOTHING: Mapping[str, str] = MappingProxyType({})
INDEX_NOT_WRITTEN = Code(
    "search-index-not-written",
    zh="{value} 的检索索引没有写成：{reason_zh}",
    en="the search index of {value} was not written: {reason_en}",
    hint_zh="请检查磁盘空间和权限，然后再生成一次",
    hint_en="look at the space on the disk and the permissions, then build again",
)


class Written(Struct, frozen=True):
    """What writing an index came to: the files that differed, their bytes, those removed."""

    documents: int
    written: tuple[str, ...]
    size: int
    removed: tuple[str, ...]


def write_index(
    scope: Scope,
    output: Path,
    folder: Path,
    state: State,
    as_of: date,
    names: Sequence[str],
    sites: Mapping[str, str] = NOTHING,
) -> Written:
    """Bring the index in a folder to what the texts below `output` hold on a day.

    `names` are words of the catalogue that become phrases, `sites` by code what the system says of
    the folders of sites that are known to stand. Raises DisclosureError, with a problem for each
    division whose texts cannot be used, before anything is written.
    """
    try:
        with cycles_unsought():
            pieces = read_pieces(scope.code, scope.sources(output, sites), as_of, state)
            return write_pieces(scope, pieces, IndexFolder(folder), state, as_of, names)
    except OSError as error:
        en = error.strerror or str(error)
        zh = why_refused(error)
        problem = INDEX_NOT_WRITTEN.at(
            f"{scope.code}/search/index", value=scope.code, reason_zh=zh, reason_en=en
        )
        raise DisclosureError(problem) from error


def write_pieces(
    scope: Scope,
    pieces: Sequence[Piece],
    folder: IndexFolder,
    state: State,
    as_of: date,
    names: Sequence[str],
) -> Written:
    """Write an index from the pieces of its divisions, in order."""
    words = [*names, *(name for _, name in scope.ordered)]
    lexicon = read_lexicon(scope.code, pieces, words, state)
    subjects, plans = plan_segments(scope.code, pieces, as_of)
    segments = []
    for plan in plans:
        if plan.name == BASE or plan.documents:
            segments.append(bring_segment(scope.code, plan, lexicon, folder, state))
        else:
            forget_standing(scope.code, plan.name, state)
    folder.put("lexicon.js", write_lexicon(plans[0].build, lexicon))
    dated = dated_of(pieces)
    blocks = list(write_day(scope.code, dated, subjects_of_day(pieces)))
    manifest = Manifest(
        scope.code,
        scope.name,
        as_of,
        sum(segment.documents for segment in segments) + len(dated),
        mark_of([piece.revision for piece in pieces]),
        len(blocks),
        len(dated),
    )
    layout = Layout(subjects, scope.ordered, segments)
    for name, text in (*blocks, *write_manifest(manifest, layout)):
        folder.put(name, text)
    removed = folder.close()
    prune(scope, pieces, state)
    return Written(manifest.documents, tuple(folder.written), folder.size, tuple(removed))


def write_lexicon(build: str, lexicon: Lexicon) -> str:
    """Return the file of phrases, those of the stock apart; it belongs to the base."""
    spoken = [phrase for phrase in lexicon.phrases if phrase not in lexicon.stock]
    stock = [phrase for phrase in lexicon.phrases if phrase in lexicon.stock]
    return write_call(FUNCTION, build, "lexicon", [",".join(spoken), ",".join(stock)])


def dated_of(pieces: Sequence[Piece]) -> list[Dated]:
    """Return the documents of the day itself, read from the texts once more."""
    return [
        Dated(place, piece.code, document)
        for place, piece in enumerate(pieces)
        if piece.day
        for document in split_documents(piece.source.parse().documents, piece.as_of).day
    ]


def subjects_of_day(pieces: Sequence[Piece]) -> dict[str, Subject]:
    """Return the categories of the divisions that have documents of the day, by code."""
    return {one.code: one for piece in pieces if piece.day for one in piece.subjects}
