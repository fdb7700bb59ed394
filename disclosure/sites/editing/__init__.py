"""Sites that are built again while people edit what they are made of."""
