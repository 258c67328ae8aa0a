"""A Document becomes records: pure functions over lexicons."""
