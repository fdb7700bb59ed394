"""The integrity rules of the standard: what no schema can say of its tables."""
