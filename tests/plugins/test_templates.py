"""Templates print and call as Jinja has them do, with less work."""

from __future__ import annotations

from traceback import extract_tb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from disclosure_divisions.plain_code import escaped
from disclosure_divisions.templates import prepared, render


def templates() -> Environment:
    return prepared(Environment(autoescape=True))


@given(st.text() | st.integers() | st.none() | st.builds(Markup, st.text()))
def test_values_stand_on_a_page_as_jinja_escapes_them(value: object) -> None:
    assert escaped(value) == str(escape(value))


def test_what_is_printed_is_escaped_and_what_is_made_of_it_is_not_escaped_again() -> None:
    source = (
        "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}"
        "{% set s %}{{ v }}{% endset %}{{ b(v) }}{{ s }}{{ v|safe }}{{ v ~ '<' }}"
    )

    page = templates().from_string(source).render(v="<&")

    assert page == "<b>&lt;&amp;</b>&lt;&amp;<&&lt;&amp;&lt;"


def test_a_template_may_still_turn_escaping_off() -> None:
    source = "{% autoescape false %}{{ v }}{% endautoescape %}{{ v }}"

    assert templates().from_string(source).render(v="<") == "<&lt;"


def test_functions_and_loops_are_called_as_they_are() -> None:
    @pass_context
    def seen(context: Context, name: str) -> object:
        return context[name]

    source = "{% for n in (1, 2) %}{{ join(n, b=n) }}{{ seen('v') }}{% endfor %}"

    page = templates().from_string(source).render(join=lambda a, b: a + b, seen=seen, v="x")

    assert page == "2x4x"


def test_a_name_nobody_knows_is_a_defect() -> None:
    with pytest.raises(UndefinedError, match="nobody"):
        templates().from_string("{{ nobody }}").render()


def test_macros_take_defaults_names_and_blocks_as_ever() -> None:
    source = (
        "{% macro m(a, b='2') %}{{ a }}{{ b }}{% if caller %}{{ caller() }}{% endif %}"
        "{% endmacro %}{% macro n(a, b='2') %}{{ a }}{{ b }}{% endmacro %}"
        "{{ n(1) }} {{ n(1, 3) }} {{ n(b=4, a=0) }} {{ n(*(5, 6)) }} {% call m(7) %}8{% endcall %}"
    )

    assert templates().from_string(source).render() == "12 13 04 56 728"


def test_macro_without_what_it_needs_or_with_too_much_is_a_defect() -> None:
    macro = "{% macro m(a) %}{{ a }}{% endmacro %}"

    with pytest.raises(UndefinedError, match="'a' was not provided"):
        templates().from_string(macro + "{{ m() }}").render()
    with pytest.raises(TypeError):
        templates().from_string(macro + "{{ m(1, 2) }}").render()


def test_an_attribute_that_is_not_there_is_a_defect_unless_it_is_asked_for() -> None:
    ask = "{{ v.no is defined }} {{ v.no|default('-') }} {{ v.no.more|d('-') if 0 }}{{ v.real }}"

    assert templates().from_string(ask).render(v=1) == "False - 1"
    with pytest.raises(AttributeError, match="no attribute 'no'"):
        templates().from_string("{{ v.no }}").render(v=1)


def test_macros_of_another_file_are_imported_once_for_all_pages() -> None:
    made = prepared(
        Environment(
            autoescape=True,
            loader=DictLoader(
                {
                    "m.html": "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}",
                    "own.html": "{% from 'm.html' import b as bold %}{{ bold(v) }}",
                    "seen.html": "{% import 'm.html' as m with context %}{{ m.b(v) }}",
                }
            ),
        )
    )

    for name in ("own.html", "seen.html", "own.html"):
        assert made.get_template(name).render(v="<") == "<b>&lt;</b>"
    assert made.get_template("m.html").module is made.get_template("m.html").module


def test_what_stops_a_page_is_told_with_its_line() -> None:
    template = templates().from_string("\n\n{{ 1 // v }}")

    with pytest.raises(ZeroDivisionError) as error:
        render(template, {"v": 0})

    assert extract_tb(error.value.__traceback__)[-1].lineno == 3
