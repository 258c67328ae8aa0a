import random

from tiestui.chronology.duplicates import find_reprints, is_reprint, sketch


def article(seed: int, words: int = 600) -> str:
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abcdefghij", k=chance.randint(2, 9))) for _ in range(words))


def test_a_reprint_is_known_by_its_words() -> None:
    original = article(1)
    assert is_reprint(sketch(original), sketch(original.upper().replace(" ", "\n")))
    assert is_reprint(sketch(original), sketch(original[:1500] + "… with agencies"))
    assert is_reprint(sketch(original), sketch("Our correspondent writes: " + original + " " + article(2, 80)))
    assert not is_reprint(sketch(original), sketch(article(3)))
    assert not is_reprint(sketch(original), sketch(original[:500] + article(4)))
    assert not is_reprint(sketch(""), sketch(""))


def test_the_longest_text_stands_for_its_reprints() -> None:
    long = article(1)
    sketches = {"a": sketch(long[:2000]), "b": sketch(long), "c": sketch(long[500:]), "d": sketch(article(2))}
    assert find_reprints(sketches) == {"a": "b", "c": "b"}
    assert find_reprints(dict(reversed(sketches.items()))) == {"a": "b", "c": "b"}


def test_short_notes_are_not_taken_for_parts_of_each_other() -> None:
    assert not is_reprint(sketch("The two sides agreed."), sketch("The two sides agreed to meet."))


def test_a_text_is_a_reprint_of_one_alone() -> None:
    shared = article(5, 40)
    long, other = f"{article(6, 300)} {shared}", f"{article(7, 200)} {shared}"
    sketches = {"long": sketch(long), "other": sketch(other), "short": sketch(shared)}
    assert find_reprints(sketches) == {"short": "long"}


def test_short_texts_are_compared_whole() -> None:
    for seed in range(20):
        note = article(seed, 13)
        sketches = {"note": sketch(note), "more": sketch(f"{note} and so on")}
        assert find_reprints(sketches) == {"note": "more"}
