"""Fuzzing of every way in: a bounded round among the tests, a longer one by `python -m tests.fuzz`."""
