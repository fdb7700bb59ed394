"""What a build knows of those before: what divisions told of themselves, which sites stand."""
