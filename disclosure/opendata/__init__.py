"""Open data (开放数据): what is published once more in the forms that other programs read."""

from __future__ import annotations
