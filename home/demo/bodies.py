"""Turn the pieces a body is written in into the blocks a page keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from home.demo.files import Files
from home.demo.pictures import Pictures
from home.demo.shape import Body, Piece, key_of
from people.models import ContactPerson
from videos.models import Video


class Bodies:
    """Builds bodies; finds the pictures, files, films, people and pages their pieces name."""

    def __init__(
        self,
        pictures: Pictures,
        files: Files,
        people: Mapping[str, ContactPerson],
        films: Mapping[str, Video],
        page_of: Callable[[str], int],
    ) -> None:
        self.pictures, self.files, self.people = pictures, files, people
        self.films, self.page_of = films, page_of

    def of(self, key: str, body: Body) -> list[dict[str, Any]]:
        """Return the body as a StreamField keeps it; blocks have the same ids in all languages."""
        return [
            self._block(key_of("block", key, str(number)), piece)
            for number, piece in enumerate(body)
        ]

    def _block(self, block_id: UUID, piece: str | Piece) -> dict[str, Any]:
        if isinstance(piece, str):
            html = piece if piece.startswith("<") else f"<p>{piece}</p>"
            return {"type": "paragraph", "value": html, "id": str(block_id)}
        return {"type": piece.kind, "value": self._value(block_id, piece), "id": str(block_id)}

    def _value(self, block_id: UUID, piece: Piece) -> dict[str, Any]:
        value: Mapping[str, Any] = piece.value
        if piece.kind == "table":
            return {
                "table_caption": value["caption"],
                "first_row_is_table_header": True,
                "first_col_is_header": False,
                "table_header_choice": "row",
                "data": [list(row) for row in value["rows"]],
                "cell": [],
                "mergeCells": [],
            }
        if piece.kind == "picture":
            return {
                "image": self.pictures.scene(value["scene"]).pk,
                "alt_text": value["alt"],
                "is_decorative": False,
                "caption": value["caption"],
            }
        if piece.kind == "documents":
            return {
                "heading": value["heading"],
                "documents": [
                    {
                        "type": "item",
                        "value": self.files.attachment(name).pk,
                        "id": str(key_of(str(block_id), name)),
                    }
                    for name in value["names"]
                ],
            }
        if piece.kind == "call_to_action":
            return {
                **value,
                "page": self.page_of(value["page"]) if value["page"] else None,
            }
        if piece.kind == "video":
            return {"video": self.films[value["film"]].pk}
        if piece.kind == "contact":
            return {"person": self.people[value["person"]].pk}
        return dict(value)
