"""Builds that know of those before."""
