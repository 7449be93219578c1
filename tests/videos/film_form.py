"""What a browser would send for a film's page in the admin."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data

from videos.models import Video

FIELDS = (
    "title", "spoken_language", "poster", "description_decision", "description_reason",
    "flashes_checked", "rights_holder", "rights_until", "consent_note", "consent_until",
    "is_live_recording", "broadcast_at",
)  # fmt: skip


def film_form(video: Video, **given: Any) -> dict[str, Any]:
    """Return the POST data of a film's page as it stands, with what is ``given`` in its place.

    ``texts`` and ``versions`` are lists of rows; a row that is kept has its ``id``.
    """
    values: dict[str, Any] = {"still": ""}
    for name in FIELDS:
        value = getattr(video, f"{name}_id" if name == "poster" else name)
        if not isinstance(value, bool):
            values[name] = "" if value is None else str(value)
        elif value:
            values[name] = "on"
    texts = given.pop("texts", None)
    versions = given.pop("versions", None)
    texts = text_rows(video) if texts is None else texts
    versions = version_rows(video) if versions is None else versions
    values.update(given)
    values = {name: value for name, value in values.items() if value is not None}
    values["texts"] = _rows(texts)
    values["versions"] = _rows(versions)
    data: dict[str, Any] = nested_form_data(values)
    return data


def text_rows(video: Video) -> list[dict[str, Any]]:
    """Return the rows of the film's texts as the form holds them."""
    fields = ("locale_id", "title", "summary", "poster_alt", "transcript")
    rows = video.texts.model.objects.filter(video=video).order_by("sort_order", "pk")
    return [
        {"id": row.pk, **{name.removesuffix("_id"): getattr(row, name) for name in fields}}
        for row in rows
    ]


def version_rows(video: Video) -> list[dict[str, Any]]:
    """Return the rows of the film's versions as the form holds them."""
    rows = video.versions.model.objects.filter(video=video).order_by("sort_order", "pk")
    return [
        {"id": row.pk, "kind": row.kind, "language": row.language, "version": row.version_id}
        for row in rows
    ]


def _rows(rows: list[dict[str, Any]]) -> Any:
    return inline_formset(
        [{"id": "", **row} for row in rows], initial=sum(bool(row.get("id")) for row in rows)
    )
