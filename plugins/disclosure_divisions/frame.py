"""The parts of a page's frame that are alike on many pages of a site: each is rendered once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct, field


class Frame(Struct, frozen=True, eq=False):
    """Renders a template once for each set of values; what it names beside them is the context's.

    `context` is what every page of the site has, of any type, looked at when a part is rendered.
    """

    environment: Environment
    context: Mapping[str, Any]
    done: dict[tuple[object, ...], Markup] = field(default_factory=dict)

    def __call__(self, template: str, **values: str) -> Markup:
        """Return a part of the frame; the values are all in which it differs between pages."""
        key = (template, *values.items())
        part = self.done.get(key)
        if part is None:
            text = self.environment.get_template(template).render({**self.context, **values})
            part = self.done[key] = Markup(text)  # noqa: S704 - our own template, escaped by Jinja
        return part
