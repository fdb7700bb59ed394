"""Sites: what the pages of a division show, and the run that builds one site for each division."""
