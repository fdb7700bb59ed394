"""A build in shares, each by itself on a machine of its own, and the parts made into one again."""
