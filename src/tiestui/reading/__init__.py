"""A file or a stream becomes a Document."""
