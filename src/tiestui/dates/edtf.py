"""EDTF text to `PartialDate` and back (placeholder: days, months, years; the full subset follows)."""

from __future__ import annotations

import calendar
import re
from datetime import date

from tiestui.dates.partial import PartialDate
from tiestui.errors import FieldError


def parse_edtf(text: str) -> PartialDate:
    """The date of an EDTF text; raises `FieldError` when it is none."""
    m = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if not m:
        raise FieldError("date", f"{text!r} is no date")
    y, mo, d = int(m[1]), m[2], m[3]
    try:
        if d:
            day = date(y, int(mo), int(d))
            return PartialDate(text, day, day)
        if mo:
            return PartialDate(text, date(y, int(mo), 1), date(y, int(mo), calendar.monthrange(y, int(mo))[1]))
        return PartialDate(text, date(y, 1, 1), date(y, 12, 31))
    except ValueError as error:
        raise FieldError("date", f"{text!r} is no date ({error})") from error
