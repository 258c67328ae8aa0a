"""One module a command: `configure(parser)` adds its arguments, `run(arguments)` does it, returning the exit status."""
