"""Documents that try to act: none may, each is read or named."""
