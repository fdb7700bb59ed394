"""Drafts of the annual disclosure report (政府信息公开工作年度报告), filled from the records."""
