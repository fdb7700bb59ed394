"""Data packages (数据包): the tables a publication carries, read once and kept as text."""

from disclosure.dataset.resource import DataTable, read_resources

__all__ = ["DataTable", "read_resources"]
