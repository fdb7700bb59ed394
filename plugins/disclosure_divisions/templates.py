"""How templates run here: as Jinja runs them, without what it does for templates of any kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from jinja2.runtime import Context

from disclosure.sites.kept.compiled import Compiled
from disclosure_divisions.compiled import CompiledTemplates
from disclosure_divisions.plain_code import PlainGenerator


def prepared(templates: Environment, compiled: Compiled | None = None) -> Environment:
    """Return templates set up for our sites; a name nobody knows is a defect."""
    templates.bytecode_cache = CompiledTemplates(compiled) if compiled else None
    templates.undefined = StrictUndefined
    templates.context_class = PlainContext
    templates.code_generator_class = PlainGenerator
    share_globals(templates)
    keep_templates(templates)
    return templates


def share_globals(templates: Environment) -> None:
    """Let all templates use the environment's globals as they are: none has any of its own.

    Jinja lays a map of its own over them, which every import on every page would look through.
    """
    templates.make_globals = lambda d: templates.globals  # type: ignore[method-assign]


def keep_templates(templates: Environment) -> None:
    """Find each template once: it does not change, and every page asks for a dozen."""
    find = templates.get_template
    known: dict[str | Template, Template] = {}

    def get_template(name: str | Template, *_: object) -> Template:
        if name not in known:
            known[name] = find(name)
        return known[name]

    templates.get_template = get_template  # type: ignore[method-assign, assignment]


def render(template: Template, values: Mapping[str, Any]) -> str:
    """Return a page; its values, of any type, are copied once and not three times."""
    environment = template.environment
    context = template.new_context({**template.globals, **values}, shared=True)
    try:
        return environment.concat(template.root_render_func(context))
    except Exception:  # noqa: BLE001 - whatever a template raises is told with its line
        environment.handle_exception()


class PlainContext(Context):
    """Calls functions at once; Jinja looks at each three times for what it asks for."""

    def __init__(self, environment: Environment, parent: Any, name: Any, blocks: Any, **_: Any):
        super().__init__(environment, parent, name, blocks)  # no template has globals of its own

    def call(self, what: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call something of any type; what asks for the context itself is left to Jinja."""
        if hasattr(what, "jinja_pass_arg"):
            return super().call(what, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return what(*args, **kwargs)
