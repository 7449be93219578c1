"""One opened translation: who works on it, what she may do, and its texts as she wants to see them."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, get_edit_url
from wagtail_localize.views import edit_translation

from core import languages
from translations import roles
from translations.editor import actions
from translations.editor.links import targets_of
from translations.editor.overrides import Override, overrides_of
from translations.segments import Key, Row, Standing, Texts
from translations.synchronising import bring_up

#: What is worked on first.
WORK_ORDER: Final = list(Standing)
#: Values of the query string, the first of each being what is meant without it.
ORDERS, SHOWN = ("work", "page"), ("all", "todo")


class Desk:
    """A translation with the user who opened it. Reads what it needs once; ``forget`` reads anew."""

    def __init__(self, request: HttpRequest, translation: Translation, instance: Any) -> None:
        self.request = request
        self.user: Any = request.user
        self.translation = translation
        #: The page or row in the target language, as it is in the database.
        self.instance = instance.specific if isinstance(instance, Page) else instance
        self.is_page = isinstance(instance, Page)
        bring_up(translation.source)

    # Languages ----------------------------------------------------------------------------------

    @property
    def source_code(self) -> str:
        """Return the code of the language that is translated from."""
        return str(self.translation.source.locale.language_code)

    @property
    def target_code(self) -> str:
        """Return the code of the language that is written."""
        return str(self.translation.target_locale.language_code)

    @cached_property
    def words(self) -> dict[str, str]:
        """Return language tags, directions and names for the template."""
        return {
            "source_lang": languages.html_lang(self.source_code),
            "source_dir": languages.direction(self.source_code),
            "source_name": languages.endonym(self.source_code),
            "lang": languages.html_lang(self.target_code),
            "dir": languages.direction(self.target_code),
            "name": languages.endonym(self.target_code),
        }

    # Rights -------------------------------------------------------------------------------------

    @cached_property
    def may_open(self) -> bool:
        """Tell whether the user may work on the translation at all: its page or row, in its language."""
        return bool(
            edit_translation.user_can_edit_instance(self.user, self.instance)
        ) and roles.may_write(self.user, self.translation.target_locale)

    @cached_property
    def lock(self) -> Any:
        """Return what keeps the user from writing just now: a lock, or a workflow she has no part in."""
        if not self.is_page:
            return None
        lock = self.instance.get_lock()
        return lock if lock is not None and lock.for_user(self.user) else None

    @property
    def lock_message(self) -> str:
        """Return why she cannot write just now."""
        return self.lock.get_message(self.user) if self.lock else ""

    @property
    def may_write(self) -> bool:
        """Tell whether she may change texts now."""
        return self.may_open and self.lock is None

    @cached_property
    def may_publish(self) -> bool:
        """Tell whether she may bring the texts before the public."""
        if not self.may_write:
            return False
        if self.is_page:
            return bool(self.instance.permissions_for_user(self.user).can_publish())
        needed = "publish" if isinstance(self.instance, DraftStateMixin) else "change"
        policy = policy_registry.get(self.instance)
        return bool(policy.user_has_permission_for_instance(self.user, needed, self.instance))

    # Texts --------------------------------------------------------------------------------------

    @cached_property
    def source(self) -> Any:
        """Return the source as it is now."""
        return self.translation.source.get_source_instance()

    @cached_property
    def texts(self) -> Texts:
        """Return what the source says, and where."""
        return Texts(self.translation, self.source)

    @cached_property
    def rows(self) -> list[Row]:
        """Return all texts, in the order of the page."""
        return self.texts.rows()

    @cached_property
    def by_key(self) -> dict[str, Row]:
        """Return the texts by their keys as a form names them."""
        return {str(row.key): row for row in self.rows}

    @cached_property
    def targets(self) -> dict[str, dict[str, str]]:
        """Return where the links in the texts lead."""
        return targets_of(self.rows)

    @cached_property
    def counts(self) -> Counter[str]:
        """Return how many texts are in which state."""
        return Counter(str(row.standing) for row in self.rows)

    @property
    def progress(self) -> tuple[int, int]:
        """Return how many texts are done, and how many there are to do at all."""
        total = len(self.rows) - self.counts["free"]
        return self.counts["confirmed"], total

    @cached_property
    def overrides(self) -> list[Override]:
        """Return what the version may have its own of."""
        return overrides_of(self.translation, self.source)

    def read_again(self) -> None:
        """Read the translations anew when they are asked for next; the source says what it said."""
        for name in ("rows", "by_key", "targets", "counts", "overrides", "actions"):
            self.__dict__.pop(name, None)

    def forget(self) -> None:
        """Read all anew, what the source says too, when it is asked for next."""
        self.read_again()
        for name in ("texts", "source"):
            self.__dict__.pop(name, None)

    # How she wants to see them ------------------------------------------------------------------

    @property
    def order(self) -> str:
        """Return whether what is to do comes first (``work``) or the page's own order is kept."""
        return _choice(self.request, "order", ORDERS)

    @property
    def shown(self) -> str:
        """Return whether ``all`` texts are shown or those to do."""
        return _choice(self.request, "show", SHOWN)

    def arranged(self, keep: set[str]) -> list[Row]:
        """Return the texts to show, in the order asked for; those in ``keep`` (keys) whatever they are."""
        rows = [
            row for row in self.rows if self.shown == "all" or row.is_to_do or str(row.key) in keep
        ]
        if self.order == "work":
            rows.sort(key=lambda row: WORK_ORDER.index(row.standing))
        return rows

    def address(self, **changed: str) -> str:
        """Return the address of the editor with the query string changed."""
        values = {"order": self.order, "show": self.shown, **changed}
        kept = [
            f"{name}={value}"
            for name, value in values.items()
            if value != {"order": ORDERS, "show": SHOWN}[name][0]
        ]
        return f"{get_edit_url(self.instance)}{'?' if kept else ''}{'&'.join(kept)}"

    @cached_property
    def actions(self) -> list[actions.EditorAction]:
        """Return what she may do with the whole."""
        return actions.actions_for(self)

    def text_url(self, key: Key) -> str:
        """Return where a text is saved."""
        return reverse(
            "translation_editor:text", args=[self.translation.pk, key.context, key.string]
        )


def _choice(request: HttpRequest, name: str, values: tuple[str, ...]) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in values else values[0]
