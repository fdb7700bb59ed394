"""How templates run here: as Jinja runs them, without what it does for templates of any kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markupsafe
from jinja2 import Environment, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Template
from jinja2.runtime import Context
from markupsafe import Markup, escape

from disclosure.sites.kept.compiled import Compiled
from disclosure_divisions.compiled import CompiledTemplates

# The same without the object around its result, where this release of the library still has it.
escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def prepared(templates: Environment, compiled: Compiled | None = None) -> Environment:
    """Return templates set up for our sites; a name nobody knows is a defect."""
    templates.bytecode_cache = CompiledTemplates(compiled) if compiled else None
    templates.undefined = StrictUndefined
    templates.context_class = PlainContext
    templates.code_generator_class = PlainGenerator
    share_globals(templates)
    return templates


def share_globals(templates: Environment) -> None:
    """Let all templates use the environment's globals as they are: none has any of its own.

    Jinja lays a map of its own over them, which every import on every page would look through.
    """
    templates.make_globals = lambda d: templates.globals  # type: ignore[method-assign]


class PlainContext(Context):
    """Calls macros and functions at once; Jinja looks at each three times for what it asks for."""

    def call(self, what: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call something of any type; what asks for the context itself is left to Jinja."""
        if hasattr(what, "jinja_pass_arg"):
            return super().call(what, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return what(*args, **kwargs)


def escaped(value: object) -> str:
    """Return a value as it stands on a page.

    What is printed is only ever joined: Jinja's own way makes an object of each piece, a tenth of
    a build.
    """
    kind = type(value)
    if kind is str:
        return escape_text(value)  # type: ignore[arg-type]
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


class PlainGenerator(CodeGenerator):
    """Compiles templates; what they print goes through `escaped`."""

    def visit_Template(self, node: Template, frame: Any = None) -> None:  # noqa: N802 - Jinja's name
        self.writeline(f"from {__name__} import {escaped.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write(f"{escaped.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)
