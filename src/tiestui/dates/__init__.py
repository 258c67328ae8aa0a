"""Partial dates: read, resolve, compare, print."""
