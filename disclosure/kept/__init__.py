"""What may be believed of what was known before: folders as they were seen, what rests on them."""
