"""Who writes in which language: the rule, and the questions everybody asks it.

**The rule.** A group may have languages (``translations.models.GroupLanguage``; Settings > Groups). What
such a group allows, it allows in these languages only. What a group without languages allows, it allows
in all of them, and so does a right given to a person herself. Rights add up, as everywhere in Django: who
is an editor (without languages) *and* translates into Swedish writes in all languages where she is an
editor; who belongs to the Swedish and the English translators writes in both. A group that allows nothing
which is written in a language (signing in, handling applications, choosing images) neither binds nor
frees anybody. Superusers are never bound.

The rule is kept, right by right, where Wagtail asks who may do what: ``roles.policies`` in its registry of
permission policies, ``roles.hooks`` for the forms that ask about types only, and one module for each place
that asks nobody (``roles.localize_knows_no_roles``, ``roles.approvals_know_no_roles``). Videos, people and
settings ask through ``core.registry.may_write_language``.

One query a request and user (``roles.bounds``), kept on the user object as Wagtail keeps its own.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core import languages
from translations.roles.bounds import bounds_of

__all__ = ["locales_for", "locales_of", "may_write", "may_write_code", "require"]

ORDER = "wagtail_localize.submit_translation"


def may_write(user: Any, locale: Locale) -> bool:
    """Tell whether ``user`` may write in ``locale`` at all, as far as languages go.

    Whether she may change the page or text in question is another question: ask its permissions too.
    """
    return _is_present(user) and bounds_of(user).allow(locale.pk)


def may_write_code(user: Any, code: str) -> bool:
    """Tell whether ``user`` may write in the language ``code``; so far as languages go.

    A code that is no language of the site is for those who are not bound.
    """
    return _is_present(user) and bounds_of(user).allow_code(code)


def require(user: Any, locale: Locale) -> None:
    """Raise PermissionDenied unless ``user`` may write in ``locale``."""
    if not may_write(user, locale):
        raise PermissionDenied(refusal(locale.language_code))


def locales_of(user: Any) -> QuerySet[Locale]:
    """Return the languages that ``user`` may write in."""
    if not _is_present(user):
        return _among(frozenset())
    return _among(bounds_of(user).locales)


def locales_for(user: Any, right: str) -> QuerySet[Locale]:
    """Return the languages that the ``right`` of ``user`` (``app.codename``) holds in, if she has it."""
    if not _is_present(user) or not user.has_perm(right):
        return _among(frozenset())
    return _among(bounds_of(user).of_right(right))


def refusal(code: str) -> str:
    """Return the sentence that says that somebody does not write in the language ``code``."""
    return _("Your groups do not write in this language: %(language)s.") % {
        "language": languages.endonym(code)
    }


def _among(locales: frozenset[int] | None) -> QuerySet[Locale]:
    found: QuerySet[Locale] = Locale.objects.all()
    return found if locales is None else found.filter(pk__in=locales)


def _is_present(user: Any) -> bool:
    return bool(getattr(user, "is_active", False))
