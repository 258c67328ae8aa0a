"""The tests, a package so that they can share their makers of documents and records."""
