"""The report as JUnit XML, which build servers show as a list of tests: one test a problem."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from disclosure.problem import Problem, Severity
from disclosure.report.plain import plain
from disclosure.report.verdict import count, found, place


def write(problems: Sequence[Problem], *, checked: int) -> str:
    """Return one suite: errors fail, warnings are skipped, a clean check is one passed test."""
    suite = ElementTree.Element(
        "testsuite",
        name="disclosure",
        tests=str(max(len(problems), 1)),
        failures=str(count(problems, Severity.ERROR)),
        errors="0",
        skipped=str(count(problems, Severity.WARNING)),
    )
    for problem in problems:
        add_case(suite, problem)
    if not problems:
        name = found(problems, checked)
        ElementTree.SubElement(suite, "testcase", classname="disclosure", name=name)
    suites = ElementTree.Element("testsuites", dict(suite.attrib))
    suites.append(suite)
    ElementTree.indent(suites)
    text = ElementTree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def add_case(suite: ElementTree.Element, problem: Problem) -> None:
    """Add the test of one problem to the suite."""
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=plain(problem.file) or "disclosure",
        name=f"{place(problem)} {problem.code}",
    )
    is_error = problem.severity is Severity.ERROR
    outcome = ElementTree.SubElement(case, "failure" if is_error else "skipped")
    outcome.set("message", plain(problem.message_zh))
    if is_error:
        outcome.set("type", problem.code)
    outcome.text = f"改法：{plain(problem.hint_zh)}"
