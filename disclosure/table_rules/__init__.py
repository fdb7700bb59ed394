"""The rules of standard tables (`catalogue/table_rules.csv`), one a file, named by its code."""
