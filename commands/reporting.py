"""The option of the commands that report what is wrong."""

from __future__ import annotations

from commands.options import format_option
from disclosure.report import FORMATS

report_option = format_option(*FORMATS)
