"""The same as tables: one row an action, one row for each time something was told, one row a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plans.data.plan import Data

#: Column and where it stands in the data, by steps.
Columns = tuple[tuple[str, tuple[str, ...]], ...]

ACTION_COLUMNS: Columns = (
    ("plan_id", ("plan", "id")),
    ("plan_title", ("plan", "title", "text")),
    ("goal_id", ("goal", "id")),
    ("goal_number", ("goal", "number")),
    ("goal_title", ("goal", "title")),
    ("action_id", ("action", "id")),
    ("action_number", ("action", "number")),
    ("action_title", ("action", "title")),
    ("text", ("action", "text")),
    ("language", ("action", "language")),
    ("text_language", ("action", "text_language")),
    ("responsible_id", ("action", "responsible", "id")),
    ("responsible", ("action", "responsible", "name")),
    ("starts_on", ("action", "starts_on")),
    ("ends_on", ("action", "ends_on")),
    ("measure", ("action", "measure")),
    ("baseline", ("action", "baseline")),
    ("target", ("action", "target")),
    ("state", ("action", "state")),
    ("state_date", ("told", "date")),
    ("value", ("told", "value")),
    ("note", ("told", "note", "text")),
    ("note_language", ("told", "note", "language")),
    ("url", ("action", "url")),
)
HISTORY_COLUMNS: Columns = (
    ("plan_id", ("plan", "id")),
    ("action_id", ("action", "id")),
    ("action_number", ("action", "number")),
    ("action_title", ("action", "title")),
    ("date", ("told", "date")),
    ("state", ("told", "state")),
    ("value", ("told", "value")),
    ("note", ("told", "note", "text")),
    ("note_language", ("told", "note", "language")),
)
_PLAIN = (
    *("id", "type", "language", "kind", "stage", "state", "starts_on", "ends_on"),
    *(
        "programme_id",
        "area_code",
        "published_at",
        "url",
        "json",
        "csv",
        "history_csv",
        "pdf",
        "feed",
    ),
)
PLAN_COLUMNS: Columns = (
    *((name, (name,)) for name in _PLAIN),
    ("title", ("title", "text")),
    ("summary", ("summary", "text")),
    ("actions", ("progress", "actions")),
    *(
        (name, ("progress", "by_state", name))
        for name in ("done", "under_way", "delayed", "not_started", "dropped")
    ),
)


def header(columns: Columns) -> list[str]:
    """Return the names of ``columns``."""
    return [name for name, _steps in columns]


def row(columns: Columns, data: Data) -> list[Any]:
    """Return the cells of ``columns`` from ``data``; what is not there is empty."""
    return [_at(data, steps) for _name, steps in columns]


def action_rows(plan: Data) -> Iterator[list[Any]]:
    """Yield a row for each action of a plan, with what was told of it last."""
    for goal, action in _actions(plan):
        told = action["history"][0] if action["history"] else None
        yield row(ACTION_COLUMNS, {"plan": plan, "goal": goal, "action": action, "told": told})


def history_rows(plan: Data) -> Iterator[list[Any]]:
    """Yield a row for each time something was told of an action, newest first for each."""
    for _goal, action in _actions(plan):
        for told in action["history"]:
            yield row(HISTORY_COLUMNS, {"plan": plan, "action": action, "told": told})


def _actions(plan: Data) -> Iterator[tuple[Data | None, Data]]:
    for goal in plan["goals"]:
        for action in goal["actions"]:
            yield goal, action
    for action in plan["actions"]:
        yield None, action


def _at(data: Data | None, steps: tuple[str, ...]) -> Any:
    found: Any = data
    for step in steps:
        if found is None:
            return None
        found = found[step]
    return found
