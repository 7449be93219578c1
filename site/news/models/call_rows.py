"""The rows of a call: its questions, the days one takes part in, whom to ask, themes, pages to read."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.contrib.forms.models import AbstractFormField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from news.models.article import ThemeLink
from news.models.call_page import CallPage
from people.models import ContactLink


class CallQuestion(TranslatableMixin, AbstractFormField):
    """A question of a call's own form, as Wagtail's form builder keeps one.

    Its key is the same in all languages and for ever: what was answered in Finnish and in Swedish
    stands in one column.
    """

    class Kind(models.TextChoices):
        """How a question is answered."""

        SINGLELINE = "singleline", _("one line of text")
        MULTILINE = "multiline", _("several lines of text")
        EMAIL = "email", _("e-mail address")
        NUMBER = "number", pgettext_lazy("kind of answer", "number")
        DATE = "date", pgettext_lazy("kind of answer", "date")
        RADIO = "radio", _("one of several choices, as buttons")
        DROPDOWN = "dropdown", _("one of several choices, as a list")
        CHECKBOXES = "checkboxes", _("any of several choices")
        CHECKBOX = "checkbox", _("a box to tick")
        FILE = "file", pgettext_lazy("kind of answer", "file")

    class Purpose(models.TextChoices):
        """What the browser may fill in by itself (WCAG 2.2, 1.3.5; HTML, autofill)."""

        NONE = "", _("nothing about the applicant herself")
        NAME = "name", _("the applicant's name")
        EMAIL = "email", _("the applicant's e-mail address")
        TEL = "tel", _("the applicant's phone number")
        ORGANISATION = "organization", _("the applicant's employer or organisation")
        TITLE = "organization-title", _("the applicant's job title")
        STREET = "street-address", _("the applicant's street address")
        POSTAL_CODE = "postal-code", _("the applicant's postal code")
        TOWN = "address-level2", _("the applicant's town")
        BIRTHDAY = "bday", _("the applicant's date of birth")

    CHOOSING: ClassVar = (Kind.RADIO, Kind.DROPDOWN, Kind.CHECKBOXES)

    page = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="questions")
    label = models.CharField(_("question"), max_length=255)
    help_text = models.CharField(
        _("help"), max_length=255, blank=True, help_text=_("Shown below the question.")
    )
    field_type = models.CharField(_("answered with"), max_length=16, choices=Kind.choices)
    field_type.required_on_save = True  # type: ignore[attr-defined]  # Wagtail's previews ask for it
    required = models.BooleanField(_("must be answered"), default=True)
    choices = models.TextField(_("choices"), blank=True, help_text=_("One a line."))
    purpose = models.CharField(
        _("asks for"),
        max_length=20,
        choices=Purpose.choices,
        blank=True,
        default=Purpose.NONE,
        help_text=_("Then the applicant's browser can fill it in."),
    )
    default_value = None  # an answer that nobody gave is none

    panels: ClassVar = [
        FieldPanel("label"),
        FieldPanel("help_text"),
        FieldPanel("field_type", required_on_save=True),
        FieldPanel("choices"),
        FieldPanel("required"),
        FieldPanel("purpose"),
    ]
    override_translatable_fields: ClassVar = [
        SynchronizedField("clean_name", overridable=False),
        SynchronizedField("field_type", overridable=False),
        SynchronizedField("required", overridable=False),
        SynchronizedField("purpose", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering: ClassVar = ["sort_order"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key beside the row, where Wagtail's form builder looks for it."""
        self.clean_name: str = self.key
        super().save(*args, **kwargs)

    @property
    def key(self) -> str:
        """Return the name of the field: the same in all languages, whatever the question says."""
        return f"q{self.translation_key.hex}"

    def get_field_clean_name(self) -> str:
        """Return the key where Wagtail would make one of the label."""
        return self.key

    @property
    def choice_lines(self) -> list[str]:
        """Return the choices, each once, without empty lines."""
        lines = (line.strip() for line in self.choices.splitlines())
        return list(dict.fromkeys(line for line in lines if line))


class CallDate(TranslatableMixin, Orderable):
    """A day, or days, on which those who are chosen take part: a training, a meeting, an event."""

    page = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="dates")
    what = models.CharField(_("what"), max_length=160)
    day = models.DateField(_("day"), null=True, blank=True)
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Where it lasts longer than a day.")
    )
    where = models.CharField(
        _("where and when"),
        max_length=200,
        blank=True,
        help_text=_("For example “Helsinki, at 9 to 16”, or a season where no day is known yet."),
    )

    panels: ClassVar = [
        FieldPanel("what"),
        FieldPanel("day"),
        FieldPanel("last_day"),
        FieldPanel("where"),
    ]
    override_translatable_fields: ClassVar = [
        SynchronizedField("day", overridable=False),
        SynchronizedField("last_day", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("date")
        verbose_name_plural = _("dates")

    def __str__(self) -> str:
        return self.what


class CallPageContact(ContactLink):
    """A person to ask about a call."""

    page = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="contacts")

    def __str__(self) -> str:
        return str(self.person)


class CallPageTheme(ThemeLink):
    """A theme of a call."""

    page = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="themes")

    panels: ClassVar = [FieldPanel("theme")]


class CallPageRelated(Orderable):
    """A page to read after a call."""

    source = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="related")
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("page")]

    def __str__(self) -> str:
        return str(self.page)
