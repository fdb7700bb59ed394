"""What templates are compiled to: Python that prints, calls macros and asks for attributes itself.

Jinja writes code for templates of any kind, and looks at every value to see of which kind it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Call, Filter, FromImport, Getattr, Import, Name, Template, Test
from jinja2.nodes import Macro as MacroNode
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# The same without the object around its result, where this release of the library still has it.
escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
# With these a template asks whether there is such an attribute.
ASKING = frozenset({"defined", "undefined", "default", "d"})


def escaped(value: object) -> str:
    """Return a value as it stands on a page.

    What is printed is only ever joined: Jinja's own way makes an object of each piece, a tenth of
    a build.
    """
    kind = type(value)
    if kind is str:
        return escape_text(value)  # type: ignore[arg-type]
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


class PlainMacro(Macro):
    """A macro that is called at once where its arguments come in their order; of any type."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.lacking = (missing,) * self._argument_count
        self.is_plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if kwargs or not self.is_plain:
            return super().__call__(*args, **kwargs)
        text = self._func(*args, *self.lacking[len(args) :])
        return str.__new__(Markup, text) if self._default_autoescape else text


class PlainGenerator(CodeGenerator):
    """Compiles templates; nodes and frames are Jinja's, of any type."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.macros: set[str] = set()  # the names that stand for macros in this template
        self.is_asked = False  # whether an attribute may be missing

    def visit_Template(self, node: Template, frame: Any = None) -> None:  # noqa: N802 - Jinja's name
        self.writeline(f"from {__name__} import {escaped.__name__}, {PlainMacro.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write(f"{escaped.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _import_common(self, node: Import | FromImport, frame: Any) -> None:
        """Write what is imported from: a file of macros is made once for all pages."""
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(").module")

    def visit_FromImport(self, node: FromImport, frame: Any) -> None:  # noqa: N802 - Jinja's name
        self.macros.update(name if isinstance(name, str) else name[1] for name in node.names)
        super().visit_FromImport(node, frame)

    def visit_Macro(self, node: MacroNode, frame: Any) -> None:  # noqa: N802 - Jinja's name
        self.macros.add(node.name)
        super().visit_Macro(node, frame)

    def macro_def(self, macro_ref: Any, frame: Any) -> None:
        """Write what makes a macro: Jinja goes on with `Macro(`."""
        self.write("Plain")
        super().macro_def(macro_ref, frame)

    def visit_Call(self, node: Call, frame: Any, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's name
        given = node.kwargs or node.dyn_args or node.dyn_kwargs
        is_macro = isinstance(node.node, Name) and node.node.name in self.macros
        if forward_caller or given or not is_macro:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Any) -> None:  # noqa: N802 - Jinja's name
        if self.is_asked or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: Test, frame: Any) -> None:  # noqa: N802 - Jinja's name
        with self.asking(node.name):
            super().visit_Test(node, frame)

    def visit_Filter(self, node: Filter, frame: Any) -> None:  # noqa: N802 - Jinja's name
        with self.asking(node.name):
            super().visit_Filter(node, frame)

    @contextmanager
    def asking(self, name: str) -> Iterator[None]:
        """Let attributes be missing in what a test or filter of this name looks at."""
        before, self.is_asked = self.is_asked, self.is_asked or name in ASKING
        yield
        self.is_asked = before
