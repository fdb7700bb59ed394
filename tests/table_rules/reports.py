"""Annual disclosure reports of the test township, clean as they stand."""

from __future__ import annotations

from tests.table_rules.verbs import Given

HEAD = "division_code,body,report_year,part,row_code,row_label,column_code,value,printed\n"
KINDS = ("natural", "business", "research", "welfare", "legal", "other", "total")
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
TOWNSHIP = "990101100000,南镇人民政府"
# Rows of table 2 with anything in them; the rest are 0.
REQUESTS = {
    "1": (9, 2, 0, 0, 1, 0, 12),
    "2": (1, 0, 0, 0, 0, 0, 1),
    "3.1": (4, 1, 0, 0, 0, 0, 5),
    "3.2": (2, 0, 0, 0, 0, 0, 2),
    "3.4.1": (3, 1, 0, 0, 0, 0, 4),
    "3.5.2": (0, 0, 0, 0, 1, 0, 1),
    "3.7": (9, 2, 0, 0, 1, 0, 12),
    "4": (1, 0, 0, 0, 0, 0, 1),
}
RESULTS = {"3.1": 0, "3.2": 0, "3.3": 8, "3.4": 3, "3.5": 5, "3.6": 3}
ROWS = (
    "1",
    "2",
    *(
        f"{group}.{number}" if size else group
        for group, size in RESULTS.items()
        for number in range(1, (size or 1) + 1)
    ),
    "3.7",
    "4",
)


def report(year: int, *lines: str, keys: str = "") -> Given:
    """Return a report of some lines, each `part row column value [printed]`; `-` is blank."""
    written = []
    for line in lines:
        part, row, column, value, *rest = line.split()
        printed = rest[0] if rest else ""
        written.append(f"{TOWNSHIP},{year},{part},{row},,{column},{value.strip('-')},{printed}\n")
    return Given(
        "annual_report",
        HEAD + "".join(written),
        "S0303",
        keys or f"period: {year}\n",
        date=f"{year + 1}-01-20",
        publisher="南镇人民政府",
        division="990101100",
    )


def whole(year: int, in_force: int = 5) -> tuple[str, ...]:
    """Return the lines of a complete report on the form of 2021, prose included."""
    return (
        *(f"T1 a1.reg {column} 0" for column in ("made", "repealed", "in_force")),
        "T1 a1.norm made 2",
        "T1 a1.norm repealed 1",
        f"T1 a1.norm in_force {in_force}",
        "T1 a5.lic decisions 31",
        "T1 a6.pun decisions 6",
        "T1 a6.coe decisions 0",
        "T1 a8.fee amount_wan 0.5125",
        *(
            f"T2 {row} {kind} {value}"
            for row in ROWS
            for kind, value in zip(KINDS, REQUESTS.get(row, (0,) * 7), strict=True)
        ),
        *(
            f"T3 {block} {outcome} {value}"
            for block in ("review", "suit_direct", "suit_after")
            for outcome, value in zip(
                OUTCOMES, (2, 1, 0, 0, 3) if block == "review" else (0,) * 5, strict=True
            )
        ),
        "N0 n0 total 40",
        "N0 n0.1 part 25",
        "N0 n0.2 part 15",
        "N1 a1.norm made 2",
        "N2 1+2 total 13",
        "N2 3.1 total 5",
        "N2 3.2 total 2",
        "N2 3.3 total 0",
        "N2 3.4 total 4",
        "N2 3.5 total 1",
        "N2 3.6 total 0",
        "N2 3.7 total 12",
        "N2 3.7 total_again 12",
        "N2 3.1 share_percent 41.7",
        "N2 3.4 share_percent 33.3",
        "N2 4 total 1",
        "N3 review total 3",
        "N3 suits total 0",
        "META form_printed value 2021",
        "META form_cited value 2021",
        f"META published value - {year + 1}-01-20",
        f"META period value - {year}年1月1日至12月31日",
    )


def but(lines: tuple[str, ...], *edits: str) -> tuple[str, ...]:
    """Return some lines, those of the same place replaced by the edits."""
    places = {" ".join(edit.split()[:3]): edit for edit in edits}
    found = tuple(places.pop(" ".join(line.split()[:3]), line) for line in lines)
    assert not places, f"no such lines: {sorted(places)}"
    return found


OLD = (
    "T1-2019 a1.reg made_new 0",
    "T1-2019 a1.norm made_new 1",
    "T1-2019 a5.lic items_before 12",
    "T1-2019 a5.lic change 1",
    "T1-2019 a5.lic decisions 45",
    "T1-2019 a9.buy projects 2",
    "T1-2019 a9.buy amount 300000",
    "T2 3.6 total 0",
)
