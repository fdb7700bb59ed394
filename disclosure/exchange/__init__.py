"""From and to Excel (表格导入和填报模板): a sheet as people keep it becomes a data package."""

from __future__ import annotations
