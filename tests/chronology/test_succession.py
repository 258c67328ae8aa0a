import time

from tiestui.chronology import mention_id
from tiestui.chronology.succession import successors

from .making import agreement, statement, upgrade


def test_what_keeps_its_id_needs_no_successor() -> None:
    mentions = [upgrade("a", "2013"), statement("a", "We agree on all of it")]
    assert successors(mentions, reversed(mentions)) == {}


def test_a_corrected_date_leads_from_the_old_id_to_the_new() -> None:
    old, new = statement("a", "We agree on all of it"), statement("a", "We agree on all of it", date="1991")
    assert successors([old], [new]) == {mention_id(old): mention_id(new)}


def test_a_passage_that_new_rules_cut_otherwise_is_known_again() -> None:
    told = "On Monday the two sides signed a treaty on seabirds in the capital"
    old = agreement("a", "2020-05-06", "Treaty on seabirds", text=told)
    new = agreement("a", "2020-05-06", "Treaty on seabirds", text=told + ", after long talks")
    assert successors([old], [new]) == {mention_id(old): mention_id(new)}


def test_of_several_on_one_passage_the_title_tells_which() -> None:
    told = "The two sides signed a treaty on seabirds and a treaty on seals"
    birds, seals = (agreement("a", "2020", f"treaty on {what}", text=told) for what in ("seabirds", "seals"))
    later = [agreement("a", "2021", f"treaty on {what}", text=told) for what in ("seals", "seabirds")]
    assert successors([birds, seals], later) == {
        mention_id(birds): mention_id(later[1]),
        mention_id(seals): mention_id(later[0]),
    }


def test_another_kind_or_other_words_succeed_nobody() -> None:
    old = statement("a", "We agree on all of it")
    assert successors([old], [upgrade("a", "2013"), statement("a", "Nothing was said about the weather")]) == {}


def test_a_long_document_is_read_again_in_time_that_grows_with_it() -> None:
    quotes = [f"In case {number} we decided {number * 7} times against it" for number in range(3000)]
    old = [statement("a", quote) for quote in quotes]
    new = [statement("a", quote, date="1991") for quote in quotes]
    begun = time.process_time()
    assert len(successors(old, new)) == len(old)
    assert time.process_time() - begun < 8
