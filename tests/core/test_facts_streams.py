"""What is carried within a StreamField: facts, order and removal, and never a text."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import ClassVar

from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st
from wagtail import blocks

from core.facts.declared import declared
from core.facts.streams import bears_facts, carried
from core.models import BasePage
from videos.blocks import PageBodyBlock

TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.RawHTMLBlock)


class Step(blocks.StructBlock):
    title = blocks.CharBlock()
    due = blocks.DateBlock(required=False)
    target = blocks.IntegerBlock(required=False)

    facts: ClassVar[tuple[str, ...]] = ("due", "target")


class Aim(blocks.StructBlock):
    title = blocks.CharBlock()
    steps = blocks.ListBlock(Step())


class Aims(blocks.StreamBlock):
    aim = Aim()
    step = Step()
    note = blocks.CharBlock()


AIMS = Aims()
IDS = st.sampled_from("abcdef")
STEPS = st.fixed_dictionaries(
    {"title": st.sampled_from(["yksi", "två", ""])},
    optional={
        "due": st.sampled_from([None, "2026-01-01", "2027-01-01"]),
        "target": st.sampled_from([None, 0, 1, 2]),
    },
)


def items(kinds: dict[str, st.SearchStrategy]) -> st.SearchStrategy:
    """Return a strategy for raw items whose ids differ, of the given types."""
    one = st.one_of(
        *(
            st.fixed_dictionaries({"type": st.just(name), "value": value, "id": IDS})
            for name, value in kinds.items()
        )
    )
    return st.lists(one, max_size=5, unique_by=lambda item: item["id"])


STREAMS = items(
    {
        "aim": st.fixed_dictionaries(
            {"title": st.sampled_from(["suomi", "svenska"]), "steps": items({"item": STEPS})}
        ),
        "step": STEPS,
        "note": st.sampled_from(["huomio", "obs"]),
    }
)


def texts(value: object) -> dict[str, str]:
    """Return all texts of raw content by the ids that lead to them."""
    found: dict[str, str] = {}

    def walk(one: object, path: str) -> None:
        if isinstance(one, list):
            for item in one:
                walk(item["value"], f"{path}/{item['type']}:{item['id']}")
        elif isinstance(one, dict):
            for name in ("title", "steps"):
                walk(one.get(name, []), f"{path}.{name}")
        else:
            found[path] = str(one)

    walk(value, "")
    return found


@given(STREAMS, STREAMS)
def test_facts_order_and_removal_are_carried_and_no_text_is(source, target):
    before = deepcopy((source, target))
    result, is_other = carried(source, target, AIMS)

    assert (source, target) == before, "the arguments are left as they were"
    assert is_other == (json.dumps(result, sort_keys=True) != json.dumps(target, sort_keys=True))
    assert carried(source, result, AIMS) == (result, False), "it is done after the first time"
    assert texts(result).items() <= texts(target).items()
    common = {item["id"] for item in target}
    assert [one["id"] for one in result] == [one["id"] for one in source if one["id"] in common]
    theirs = {item["id"]: item for item in source}
    for item in result:
        same = theirs[item["id"]]
        if item["type"] == same["type"] == "step":
            for name in ("due", "target"):
                if name in same["value"]:
                    assert item["value"][name] == same["value"][name]


@given(STREAMS)
def test_a_copy_is_left_as_it_is(source):
    assert carried(source, deepcopy(source), AIMS) == (source, False)


def test_a_fact_is_carried_at_any_depth():
    source = aims({"title": "Koulutus", "due": "2027-01-01", "target": 5})
    target = aims({"title": "Utbildning", "due": "2026-01-01"})
    result, is_other = carried(source, target, AIMS)
    assert is_other
    assert result == aims({"title": "Utbildning", "due": "2027-01-01", "target": 5})


def aims(step: dict[str, object]) -> list[dict[str, object]]:
    steps = [{"type": "item", "value": step, "id": "s"}]
    return [{"type": "aim", "value": {"title": "x", "steps": steps}, "id": "a"}]


def test_what_cannot_be_matched_stays_as_it_is():
    step = {"type": "step", "value": {"title": "a", "due": "2026-01-01"}}
    other = {"type": "step", "value": {"title": "b", "due": "2027-01-01"}, "id": "1"}
    for target in ([step], [{**step, "id": "1"}, {**step, "id": "1"}], ["bare"], None):
        assert carried([other], target, AIMS) == (target, False)
    assert carried([step], [other], AIMS) == ([other], False)
    swapped = [{"type": "note", "value": "n", "id": "1"}]
    assert carried([other], swapped, AIMS) == (swapped, False)


def test_a_text_without_facts_is_nobodys_business():
    assert not bears_facts(PageBodyBlock())
    assert carried([], [{"type": "heading", "value": {}, "id": "1"}], PageBodyBlock())[1] is False


def test_what_blocks_and_pages_call_facts_is_there_and_is_no_text():
    pages = [model for model in apps.get_models() if issubclass(model, BasePage)]
    streams = [field for model in pages for field in declared(model).streams]
    seen = []

    def walk(block: blocks.Block) -> None:
        for name in getattr(block, "facts", ()):
            assert not isinstance(block.child_blocks[name], TEXTS), (block, name)
        seen.append(type(block).__name__)
        for child in getattr(block, "child_blocks", {}).values():
            walk(child)
        if isinstance(block, blocks.ListBlock):
            walk(block.child_block)

    for field in streams:
        walk(field.stream_block)
    assert "EncounterBlock" in seen
    for model in pages:
        names = {field.name for field in declared(model).fields}
        assert "show_in_menus" in names
        assert names.isdisjoint({*model.text_fields, "slug", "title", "path", "image"})
