"""Entries (公开内容): read from a division's folder, with the line of everything that was given."""

from __future__ import annotations

from disclosure.entry.entry import Entry
from disclosure.entry.folder import Folder, read_folder
from disclosure.entry.header import Header
from disclosure.entry.outline import Outline, outline_of
from disclosure.entry.read import DESCRIPTOR, read_entry, read_package
from disclosure.entry.tree import find_astray, find_folders

__all__ = [
    "DESCRIPTOR",
    "Entry",
    "Folder",
    "Header",
    "Outline",
    "find_astray",
    "find_folders",
    "outline_of",
    "read_entry",
    "read_folder",
    "read_package",
]
