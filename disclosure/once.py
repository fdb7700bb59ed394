"""A property worked out once, when it is first asked for.

As `functools.cached_property`, but without its lock, which costs more than most of what is worked
out here: no two threads ask for the same value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - a decorator, as `property` is
    """What is worked out lies in the instance under the property's name, and is found there."""

    def __init__(self, work_out: Callable[..., T]) -> None:
        self.work_out = work_out
        self.name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> once[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> once[T] | T:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.work_out(instance)
        return value
