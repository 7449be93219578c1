"""How an editor writes down the languages of a workshop: by ticking them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst

from core import languages


def codes_in(written: str) -> list[str]:
    """Return the language codes in ``written``: with commas between, each once, in their order."""
    codes = (code.strip().lower() for code in written.split(","))
    return list(dict.fromkeys(code for code in codes if code))


class LanguageCodesFormField(forms.MultipleChoiceField):
    """A box to tick for each language that the site knows, by its own name."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "in-columns"})

    def __init__(self, **options: Any) -> None:
        choices = [(code, language.endonym) for code, language in languages.KNOWN.items()]
        super().__init__(choices=choices, **options)

    def prepare_value(self, value: Any) -> Any:
        """Return the codes to tick."""
        return codes_in(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        """Return the codes as the column keeps them."""
        return ", ".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the languages, not how they are written."""
        return super().has_changed(self.prepare_value(initial), data)


class LanguageCodesField(models.CharField):  # type: ignore[type-arg]
    """Codes of languages with commas between; an ordinary ``CharField`` in the database."""

    def deconstruct(self) -> Any:
        """Return what migrations keep."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options

    def formfield(self, **options: Any) -> Any:
        """Return the boxes of a form."""
        return LanguageCodesFormField(
            required=not self.blank, label=capfirst(self.verbose_name), help_text=self.help_text
        )
