"""The rows of a plan: contact persons, documents, follow-up reports, workshops."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from core import languages
from core.models import Attachment
from core.moment_field import MomentField
from people.models import ContactLink
from plans.models.plan_page import PlanPage
from plans.workshops.fields import LanguageCodesField, codes_in
from plans.workshops.state import Times


class PlanContact(ContactLink):
    """A person to ask about a plan."""

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="contacts")

    def __str__(self) -> str:
        return str(self.person)


class PlanDocument(Orderable):
    """A document of a plan: the decision, an annex, an accessible PDF made elsewhere."""

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        Attachment, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [FieldPanel("document")]

    def __str__(self) -> str:
        return str(self.document)


class FollowUpReport(TranslatableMixin, Orderable):
    """What was told of a plan at one time: in between, of a year, or at the end."""

    class Kind(models.TextChoices):
        """When a report is made."""

        INTERIM = "interim", _("interim report")
        YEARLY = "yearly", _("yearly report")
        FINAL = "final", _("final report")

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.YEARLY)
    reported_on = models.DateField(_("date"))
    summary = models.TextField(_("what it tells"), max_length=1000, blank=True)
    document = models.ForeignKey(
        Attachment,
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("reported_on")]),
        FieldPanel("summary"),
        FieldPanel("document"),
    ]
    override_translatable_fields: ClassVar = [
        SynchronizedField("kind", overridable=False),
        SynchronizedField("reported_on", overridable=False),
        # The report may have been written in each language.
        SynchronizedField("document"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("follow-up report")
        verbose_name_plural = _("follow-up reports")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.reported_on}"


class Workshop(TranslatableMixin, Orderable):
    """A meeting anybody it is meant for can join.

    ``translation_key`` is what stays the same of it for ever and in all languages: it is in its
    address, and the UID of its calendar entry (RFC 5545, 3.8.4.7).
    """

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="workshops")
    title = models.CharField(_("title"), max_length=160)
    starts_at = MomentField(_("begins"), help_text=_("By the clock in Finland."))
    ends_at = MomentField(_("ends"), help_text=_("By the clock in Finland."))
    town = models.CharField(
        _("town"), max_length=80, blank=True, help_text=_("Empty when it is online only.")
    )
    venue = models.CharField(
        _("venue"), max_length=200, blank=True, help_text=_("The place and its address.")
    )
    online_url = models.URLField(_("link to join online"), blank=True)
    audience = models.CharField(_("for whom"), max_length=200, blank=True)
    language = LanguageCodesField(
        _("languages of the workshop"),
        max_length=60,
        blank=True,
        help_text=_("Those in which one can take part, interpreters included."),
    )
    sign_up_url = models.URLField(
        _("sign-up link"), blank=True, help_text=_("An outside form, or a call of this site.")
    )
    sign_up_until = MomentField(
        _("sign up until"),
        null=True,
        blank=True,
        help_text=_("Left empty, one can sign up until it begins."),
    )
    is_cancelled = models.BooleanField(
        _("cancelled"),
        default=False,
        help_text=_("It stays on the list and in calendars, marked as cancelled."),
    )

    panels: ClassVar = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("town"), FieldPanel("venue")]),
        FieldPanel("online_url"),
        FieldPanel("audience"),
        FieldPanel("language"),
        FieldRowPanel([FieldPanel("sign_up_url"), FieldPanel("sign_up_until")]),
        FieldPanel("is_cancelled"),
    ]
    override_translatable_fields: ClassVar = [
        SynchronizedField("starts_at", overridable=False),
        SynchronizedField("ends_at", overridable=False),
        SynchronizedField("language", overridable=False),
        SynchronizedField("sign_up_until", overridable=False),
        SynchronizedField("is_cancelled", overridable=False),
        SynchronizedField("online_url"),
        SynchronizedField("sign_up_url"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
        indexes: ClassVar = [models.Index(fields=["starts_at"], name="plans_workshops_by_time")]

    def __str__(self) -> str:
        return self.title

    @property
    def times(self) -> Times:
        """Return when it is and until when one signs up: what its state follows from."""
        return Times(
            self.starts_at,
            self.ends_at,
            self.is_cancelled,
            bool(self.sign_up_url),
            self.sign_up_until,
        )

    @property
    def codes(self) -> list[str]:
        """Return the codes of the languages spoken."""
        return codes_in(self.language)

    @property
    def mark(self) -> str:
        """Return what names it in an address, the same in all languages."""
        return str(self.translation_key.hex[:8])

    @property
    def anchor(self) -> str:
        """Return the id of its element."""
        return f"workshop-{self.mark}"

    def clean(self) -> None:
        """Refuse times the wrong way round, unknown languages, and a workshop that is nowhere."""
        super().clean()
        faults: dict[str, str | object] = {}
        if self.starts_at and self.ends_at:
            times = self.times
            if times.ends_at <= times.starts_at:
                faults["ends_at"] = _("The workshop would end before it begins.")
            elif times.sign_up_until and times.sign_up_until > times.ends_at:
                faults["sign_up_until"] = _("One could sign up after the workshop has ended.")
        if self.sign_up_until and not self.sign_up_url:
            faults["sign_up_url"] = _("Where does one sign up by then? Add the link.")
        codes = self.codes
        unknown = [code for code in codes if code not in languages.KNOWN]
        if unknown:
            faults["language"] = _("Unknown language code: %(codes)s. Known: %(known)s.") % {
                "codes": ", ".join(unknown),
                "known": ", ".join(languages.KNOWN),
            }
        self.language = ", ".join(codes)
        if not (self.town.strip() or self.online_url):
            faults["town"] = _("Say where: a town, or a link to join online.")
        if faults:
            raise ValidationError(faults)
