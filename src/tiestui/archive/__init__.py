"""One SQLite file: sources, records, decisions, the full-text index."""
