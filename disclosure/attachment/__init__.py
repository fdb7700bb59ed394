"""Attachments and pictures (附件、图片): what they are, what they say, what they give away."""

from __future__ import annotations

from disclosure.attachment.examine import Examination, Part, examine
from disclosure.attachment.image import ImageMetadata, read_metadata, strip_metadata
from disclosure.attachment.kind import KINDS, OLD_FORMATS, FileKind, kind_of_name

__all__ = [
    "KINDS",
    "OLD_FORMATS",
    "Examination",
    "FileKind",
    "ImageMetadata",
    "Part",
    "examine",
    "kind_of_name",
    "read_metadata",
    "strip_metadata",
]
