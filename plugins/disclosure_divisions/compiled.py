"""Lets Jinja take templates that were compiled before."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from disclosure.sites.kept.compiled import Compiled


class CompiledTemplates(BytecodeCache):
    """What Jinja asks for and hands over, by the name it has for a template."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self.compiled.read(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled.write(bucket.key, bucket.bytecode_to_string())
