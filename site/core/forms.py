"""Forms the apps share."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from core import languages
from core.registry import may_write_language


class OneRowALanguageForm(WagtailAdminModelForm):
    """A form whose inline rows may exist once in each language.

    Without it the second row in one language would reach the database's unique constraint, and the
    editor would see an error page in place of a sentence.

    Whoever is bound to languages (``core.registry``) changes rows in these only, and nothing that all
    languages share.
    """

    #: Names of the inline formsets whose rows have a ``locale``.
    rows_by_language: ClassVar[tuple[str, ...]] = ()
    #: Whether the form's own fields are said in all languages: only who writes in all may change them.
    says_it_in_all: ClassVar[bool] = True

    def is_valid(self) -> bool:
        """Check the form, that no language appears twice, and that each changed row is hers to write."""
        valid = bool(super().is_valid())
        if not valid:
            return False
        for name in self.rows_by_language:
            seen = set()
            for form in self.formsets[name].forms:
                row = form.cleaned_data
                if not row or row.get("DELETE"):
                    continue
                if row["locale"] in seen:
                    message = _("There are two rows in the same language: %(language)s.")
                    error = ValidationError(message % {"language": row["locale"]}, code="twice")
                    form.add_error("locale", error)
                    self.add_error(None, error)
                seen.add(row["locale"])
        self._keep_to_languages()
        return not self.errors

    def _keep_to_languages(self) -> None:
        """Refuse what is changed in languages that the user does not write in."""
        user = self.for_user
        foreign = {
            code
            for code, _name in settings.LANGUAGES
            if user is not None and not may_write_language(user, code)
        }
        if not foreign:
            return
        if self.says_it_in_all and any(_says_otherwise(self, name) for name in self.changed_data):
            self.add_error(
                None,
                _(
                    "Your groups do not write in all languages: change only the rows in your own. "
                    "The rest is the same in all languages."
                ),
            )
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        for name in self.rows_by_language:
            for form in self.formsets[name].forms:
                if not any(_says_otherwise(form, field) for field in form.changed_data):
                    continue
                new = form.cleaned_data.get("locale")
                keys = {form.initial.get("locale"), new.pk if new else None}
                for code in sorted({codes[key] for key in keys if key in codes} & foreign):
                    message = _("Your groups do not write in this language: %(language)s.")
                    error = ValidationError(message % {"language": languages.endonym(code)})
                    form.add_error("locale", error)
                    self.add_error(None, error)


def _says_otherwise(form: Any, name: str) -> bool:
    """Tell whether a changed field says something else than before: neither its place nor its markup."""
    if name == "ORDER":
        return False
    before, after = form.initial.get(name), form.cleaned_data.get(name)
    if isinstance(before, str) and isinstance(after, str):
        return _bare(before) != _bare(after)
    return True


def _bare(text: str) -> str:
    """Return rich text without what its editor adds by itself: keys of blocks, an empty paragraph."""
    return re.sub(r' data-block-key="[^"]*"', "", text).replace("<p></p>", "").strip()
