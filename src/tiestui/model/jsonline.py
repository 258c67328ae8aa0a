"""The JSON line of a record straight from its data: what `dumps(to_json(record))` is, written out by kind for speed."""

from __future__ import annotations

from collections.abc import Mapping
from json.encoder import encode_basestring as _text
from typing import Any

from tiestui.model.jsonform import escaped

Json = Mapping[str, Any]


def json_line(data: Json) -> str:
    """The line of a whole record's data (as `to_json` gives it, in whatever order), safe for a terminal."""
    kind, pair, evidence, conflicts = data["type"], data["pair"], data["evidence"], data["conflicts"]
    return escaped(
        f'{{"id":{_text(data["id"])},"type":"{kind}","pair":{_words(pair) if pair else "null"},'
        f'"parties":{_words(data["parties"])},"date":{_maybe(data["date"])},"date_basis":"{data["date_basis"]}",'
        f'"modality":"{data["modality"]}","title":{_text(data["title"])},"topics":{_words(data["topics"])},'
        f'"evidence":[{_passage(evidence[0]) if len(evidence) == 1 else ",".join(map(_passage, evidence))}],'
        f'"corroboration":{data["corroboration"]},"conflicts":[{",".join(map(_conflict, conflicts))}],'
        f'"review":"{data["review"]}","origin":"{data["origin"]}","starred":{"true" if data["starred"] else "false"},'
        f'"note":{_maybe(data["note"])},{_OWN[kind](data)}}}'
    )


def _maybe(text: str | None) -> str:
    return "null" if text is None else _text(text)


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)


def _words(words: list[str]) -> str:
    """A list of words of closed lists, which need no escapes."""
    return '["' + '","'.join(words) + '"]' if words else "[]"


def _texts(texts: list[str]) -> str:
    return f"[{','.join(map(_text, texts))}]"


def _passage(data: Json) -> str:
    return (
        f'{{"source":{_text(data["source"])},"start":{data["start"]},"end":{data["end"]},"text":{_text(data["text"])}}}'
    )


def _conflict(data: Json) -> str:
    return f'{{"field":{_text(data["field"])},"value":{_text(data["value"])},"source":{_text(data["source"])}}}'


def _speaker(data: Json) -> str:
    return (
        f'{{"name":{_text(data["name"])},"role":{_maybe(data["role"])},"affiliation":{_maybe(data["affiliation"])},'
        f'"country":{_maybe(data["country"])},"kind":"{data["kind"]}"}}'
    )


def _upgrade(data: Json) -> str:
    return (
        f'"action":"{data["action"]}","level":{_text(data["level"])},"modifiers":{_texts(data["modifiers"])},'
        f'"rank":{data["rank"]}'
    )


def _statement(data: Json) -> str:
    return (
        f'"speaker":{_speaker(data["speaker"]) if data["speaker"] else "null"},"mode":"{data["mode"]}",'
        f'"quote":{_text(data["quote"])},"quote_start":{data["quote_start"]},"quote_end":{data["quote_end"]},'
        f'"cue":{_maybe(data["cue"])},"speaker_start":{_number(data["speaker_start"])},'
        f'"speaker_end":{_number(data["speaker_end"])},"via":{_maybe(data["via"])}'
    )


def _agreement(data: Json) -> str:
    return f'"instrument":"{data["instrument"]}","status":"{data["status"]}","fields":{_texts(data["fields"])}'


def _event(data: Json) -> str:
    return f'"kind":"{data["kind"]}"'


_OWN = {"upgrade": _upgrade, "statement": _statement, "agreement": _agreement, "event": _event}
