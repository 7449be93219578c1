"""What a page paid for by the European Union says of it: in full, and in the page's language.

Source: Regulation (EU) 2021/1060, article 47 and annex IX: the emblem stands with “Funded by the
European Union” or “Co-funded by the European Union”, written in full beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from django.contrib.admin.utils import quote
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import BasePage
from core.publishing import Problem
from core.registry import register_publication_check
from people.models import Funder

#: The short name, and what Finnish and Swedish put after it.
ABBREVIATED: Final = re.compile(r"(?<![\w-])EU(?![\w-])(:\w+)?|\bEU-\w", re.IGNORECASE)


@register_publication_check
def problems_of(page: BasePage) -> list[Problem]:
    """Return what the statement of the funder of ``page`` lacks; one query, none without a funder."""
    if not getattr(page, "funder_id", None):
        return []
    chosen = page.funder
    rows = list(
        Funder.objects.filter(translation_key=chosen.translation_key).select_related("locale")
    )
    # One version is enough: nobody gets round the law with a box left empty in one language.
    if not any(row.is_eu for row in rows):
        return []
    return statement_problems(page.language_code, chosen, rows)


def statement_problems(code: str, chosen: Funder, rows: Iterable[Funder]) -> list[Problem]:
    """Return the problems of the EU funder ``chosen`` on a page in the language ``code``; no query.

    ``rows`` are its versions with their locales.
    """
    by_code = {row.locale.language_code: row for row in rows}
    row = by_code.get(code)
    if row is None or not row.statement.strip() or _is_copied(code, row, by_code):
        message = _(
            "The funder “%(funder)s” has no official statement in the language of the page "
            "(%(language)s). Add it to the funder."
        )
        words = {"funder": chosen.name, "language": languages.endonym(code)}
        return [Problem("funder", message % words, href=_edit(row or chosen))]
    problems = []
    if ABBREVIATED.search(row.statement):
        message = _(
            "The statement of the funder “%(funder)s” says “EU”. Write the European Union in full."
        )
        problems.append(Problem("funder", message % {"funder": row.name}, href=_edit(row)))
    if row.emblem_id is None:
        message = _("The funder “%(funder)s” has no emblem. It belongs beside the statement.")
        problems.append(
            Problem("funder", message % {"funder": row.name}, blocks=False, href=_edit(row))
        )
    return problems


def _is_copied(code: str, row: Funder, by_code: dict[str, Funder]) -> bool:
    """Tell whether the statement is that of another language, left as it was copied.

    Easy language says it in the words of the language it is a form of.
    """

    def base(one: str) -> str:
        return languages.html_lang(one).partition("-")[0]

    words = row.statement.strip().casefold()
    return any(
        other.statement.strip().casefold() == words
        for one, other in by_code.items()
        if base(one) != base(code)
    )


def _edit(row: Funder) -> str:
    """Return where the row is edited."""
    try:
        return reverse("wagtailsnippets_people_funder:edit", args=[quote(row.pk)])
    except NoReverseMatch:
        return ""
