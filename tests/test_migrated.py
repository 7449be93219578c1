"""What migrations left is used again as long as nothing has changed that it is made of."""

from __future__ import annotations

from news.models import NewsPage
from tests import migrated


def test_it_is_known_by_all_it_is_made_of(monkeypatch, settings, tmp_path):
    found = list(migrated._migrations())
    assert {"news", "auth", "wagtail"} <= {path.parents[1].name for path in found}
    now = migrated.fingerprint()
    assert migrated.fingerprint() == now
    one_more = tmp_path / "0002_more.py"
    one_more.write_text("# A field.", "utf-8")
    marks = {now}
    with monkeypatch.context() as patch:
        patch.setattr(migrated, "_migrations", lambda: iter([*found, one_more]))
        marks.add(migrated.fingerprint())
        one_more.write_text("# Another.", "utf-8")
        marks.add(migrated.fingerprint())
    with monkeypatch.context() as patch:
        patch.setattr(NewsPage._meta, "permissions", [("praise", "Can praise")])
        marks.add(migrated.fingerprint())
    settings.LANGUAGE_CODE = "sv"
    marks.add(migrated.fingerprint())
    assert len(marks) == 5
