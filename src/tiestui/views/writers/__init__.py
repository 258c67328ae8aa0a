"""One module a format: `write(listing, style)` yields the text in pieces."""
