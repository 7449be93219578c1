"""Forms the apps share."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class OneRowALanguageForm(WagtailAdminModelForm):
    """A form whose inline rows may exist once in each language.

    Without it the second row in one language would reach the database's unique constraint, and the
    editor would see an error page in place of a sentence.
    """

    #: Names of the inline formsets whose rows have a ``locale``.
    rows_by_language: ClassVar[tuple[str, ...]] = ()

    def is_valid(self) -> bool:
        """Check the form, then that no language appears twice."""
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
        return not self.errors
