"""The libraries of the extra `documents`, imported when first needed and named when they are missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from tiestui.errors import InputError

INSTALL = "pip install 'tiestui[documents]'"


def library(module: str, *, package: str, reads: str) -> ModuleType:
    """The module of the library `package`, which `reads` needs; raises `InputError` with the install line."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        missing = error.name or module
        hint = package if missing.split(".")[0] == module.split(".")[0] else f"{package} with {missing}"
        raise InputError(f"reading {reads} needs the library {hint}; install it with: {INSTALL}") from error
