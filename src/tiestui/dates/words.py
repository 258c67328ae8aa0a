"""The words of the calendar in English: months, weekdays, seasons, number words, and pattern pieces made of them."""

from __future__ import annotations

MONTH_NAMES = "January February March April May June July August September October November December".split()
MONTHS: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name.lower()[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
WEEKDAYS: dict[str, int] = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
NUMBERS: dict[str, int] = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{word: number * 10 for number, word in enumerate(_TENS, 1)},
    "a": 1,
    "an": 1,
}
_ORDINAL_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = "tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split()
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINAL_UNITS, 1)},
    **{word: number * 10 for number, word in enumerate(_ORDINAL_TENS, 1)},
}

_TY = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
SPACE = r"\s{1,4}"
DASH = r"\s{0,2}[-\u2010-\u2015]\s{0,2}"
FULL_MONTH = "|".join(MONTH_NAMES)
"""The months' names as alternatives of a pattern."""
MONTH = (
    rf"(?:{FULL_MONTH}"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?![A-Za-z])"
)
DAY = r"[0-9][0-9]?(?:st|nd|rd|th)?(?![0-9A-Za-z%])"
YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9A-Za-z%]|[,.][0-9])"
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![A-Za-z])"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?![A-Za-z])"
COUNT = (
    r"(?i:[0-9]{1,3}|" + _TY + r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine"
    r"|(?:a|one)[- ]hundred|an?)"
)
ORDINAL = (
    r"(?i:[0-9]{1,3}(?:st|nd|rd|th)|(?:" + _TY + r"-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|hundredth)"
)


def month_number(word: str) -> int:
    """The number of a month's name or abbreviation ("Sept." is 9)."""
    return MONTHS[word.rstrip(".").lower()]


def day_number(word: str) -> int:
    """The number in a day of the month ("1st" is 1)."""
    return int(word.rstrip("stndrh"))


def count_of(words: str) -> int:
    """The number that a count says, in digits or words ("twenty-five" is 25, "a" is 1)."""
    if words.isdigit():
        return int(words)
    parts = words.lower().replace("-", " ").split()
    return 100 if parts[-1] == "hundred" else sum(NUMBERS[part] for part in parts)


def ordinal_of(words: str) -> int:
    """The number that an ordinal says ("30th", "thirtieth", "twenty-fifth")."""
    if words[0].isdigit():
        return int(words.rstrip("stndrh"))
    tens, _, unit = words.lower().rpartition("-")
    return (NUMBERS[tens] if tens else 0) + ORDINALS[unit]
