"""The languages of a group on its form (Settings > Groups)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core import languages
from translations.models import GroupLanguage
from translations.roles.publishing import publishing_groups


class LanguageChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # none at run time
    """Languages, each by its own name."""

    def label_from_instance(self, obj: Locale) -> str:
        """Return the language's own name."""
        return languages.endonym(obj.language_code)


class GroupLanguagesPanel(forms.Form):
    """What Wagtail's form of a group asks of a panel of permissions: a form that draws and saves itself."""

    template = "translations/roles/group_languages.html"

    locales = LanguageChoices(
        Locale.objects.none(),
        label=_("Languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "What this group allows, it allows in the languages ticked here. If none is ticked, it "
            "allows it in all languages."
        ),
    )

    def __init__(self, data: Any = None, files: Any = None, instance: Group | None = None) -> None:
        self.instance = instance if instance is not None else Group()
        super().__init__(data, files, prefix="languages", initial={"locales": self._kept()})
        self.fields["locales"].queryset = Locale.objects.order_by("pk")  # type: ignore[attr-defined]

    def _kept(self) -> list[int]:
        if self.instance.pk is None:
            return []
        kept = GroupLanguage.objects.filter(group=self.instance)
        return list(kept.values_list("locale_id", flat=True))

    @property
    def is_publishing(self) -> bool:
        """Tell whether the group, as it is kept, has languages and may publish in them."""
        return self.instance.pk is not None and bool(publishing_groups(self.instance))

    @transaction.atomic
    def save(self) -> None:
        """Keep what is ticked, of the group saved before."""
        ticked = {locale.pk for locale in self.cleaned_data["locales"]}
        rows = GroupLanguage.objects.filter(group=self.instance)
        rows.exclude(locale__in=ticked).delete()
        kept = set(rows.values_list("locale_id", flat=True))
        GroupLanguage.objects.bulk_create(
            GroupLanguage(group=self.instance, locale_id=pk) for pk in sorted(ticked - kept)
        )

    def as_admin_panel(self) -> SafeString:
        """Return the panel as Wagtail's form shows it."""
        return render_to_string(self.template, {"panel_form": self})
