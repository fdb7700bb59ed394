"""What may be typed at a village point, explained in Chinese throughout."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

WORDS = {
    r"the following arguments are required: (.+)": r"还要写上 \1",
    r"unrecognized arguments: (.+)": r"不认识 \1",
    r"argument (.+?): expected one argument": r"\1 后面要写内容",
    r"argument (.+?): invalid int value: (.+)": r"\1 后面应是整数，写的是 \2",
    r"argument .+?: invalid choice: (.+?) \(choose from (.+)\)": r"没有 \1 这个命令，可用的有 \2",
    r"argument (.+?): (.+)": r"\1：\2",
}


class Parser(argparse.ArgumentParser):
    """A parser whose help and refusals are in Chinese."""

    def __init__(self, prog: str, description: str = "", **_: object) -> None:
        super().__init__(prog, description=description, add_help=False)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这些说明")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to look it up; end with 2."""
        for pattern, words in WORDS.items():
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, words, message)
                break
        sys.stderr.write(f"{message}\n写法请看 {self.prog} --help\n")
        sys.exit(2)
