"""Search on a site: what of it can be found, and the page on which one searches."""
