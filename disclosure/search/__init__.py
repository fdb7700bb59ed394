"""Search: every text cut into the same tokens by the build and by the browser."""
