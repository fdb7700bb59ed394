"""Templates print and call as Jinja has them do, with less work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from disclosure_divisions.templates import escaped, prepared


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
