"""People to call, and the bodies behind a page: always used by reference, never copied into a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Locale, Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField

from core import languages
from core.forms import OneRowALanguageForm
from core.models import Photograph, Vocabulary, foreign_lang, in_language
from people.contact_details import normalise_email, normalise_phone, shown_phone


class ContactEmailFormField(forms.CharField):
    """A form field that takes an address as people write it, ``(at)`` included."""

    def to_python(self, value: Any) -> str:
        """Return a real address; raise ValidationError when none can be made of ``value``."""
        text = str(super().to_python(value) or "")
        return normalise_email(text) if text else ""


class ContactEmailField(models.EmailField):  # type: ignore[type-arg]  # generic in the stubs only
    """An e-mail address, made real on input."""

    def formfield(self, **kwargs: Any) -> Any:
        """Use the forgiving form field; a plain text box, as ``type=email`` would refuse ``(at)``."""
        return super().formfield(
            **{
                "form_class": ContactEmailFormField,
                "widget": forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"}),
                **kwargs,
            }
        )

    def to_python(self, value: Any) -> Any:
        """Normalise what code passes to ``full_clean`` as well."""
        return normalise_email(value) if value else value


class PhoneFormField(forms.CharField):
    """A form field that takes a phone number as people write it."""

    def to_python(self, value: Any) -> str:
        """Return E.164; raise ValidationError when ``value`` is no phone number."""
        text = str(super().to_python(value) or "")
        return normalise_phone(text) if text else ""


class PhoneField(models.CharField):  # type: ignore[type-arg]  # generic in the stubs only
    """A phone number, kept in the international form E.164."""

    def formfield(self, **kwargs: Any) -> Any:
        """Use the forgiving form field."""
        return super().formfield(**{"form_class": PhoneFormField, **kwargs})

    def to_python(self, value: Any) -> Any:
        """Normalise what code passes to ``full_clean`` as well."""
        return normalise_phone(value) if value else value


class SluggedVocabulary(Vocabulary):
    """A vocabulary whose rows have an address in lists: ``?theme=kotoutuminen``."""

    slug = models.SlugField(
        _("address"),
        max_length=80,
        blank=True,
        help_text=_("Used in addresses of lists. Made of the name when left empty."),
    )

    override_translatable_fields: ClassVar = [BaseTranslatableField("slug")]

    class Meta(Vocabulary.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a row its address: of its name, or of its key for scripts without Latin letters."""
        rows: models.QuerySet[Any] = type(self)._default_manager.filter(locale_id=self.locale_id)
        rows = rows.exclude(pk=self.pk)
        base = self.slug or slugify(self.name)[:70] or self.translation_key.hex[:8]
        candidate, number = base, 2
        while rows.filter(slug=candidate).exists():
            candidate, number = f"{base}-{number}", number + 1
        self.slug = candidate
        super().save(*args, **kwargs)


class Theme(SluggedVocabulary):
    """A subject that pages are about, such as integration or accessibility."""

    description = models.TextField(_("description"), blank=True, max_length=300)

    panels: ClassVar = [FieldPanel("name"), FieldPanel("description"), FieldPanel("slug")]

    class Meta(SluggedVocabulary.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Organisation(SluggedVocabulary):
    """A city, authority, association or unit that publishes or is responsible."""

    url = models.URLField(_("website"), blank=True)

    panels: ClassVar = [FieldPanel("name"), FieldPanel("url"), FieldPanel("slug")]

    class Meta(SluggedVocabulary.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Funder(Vocabulary):
    """Who pays, in the words the funder demands: statement, disclaimer and emblem.

    Source: Regulation (EU) 2021/1060, article 47 and annex IX: the emblem stands with the statement
    written in full beside it, and is not smaller than other logos.
    """

    is_eu = models.BooleanField(
        _("European Union funding"),
        default=False,
        help_text=_(
            "The law then asks for the statement in full, in each language that a page is published in."
        ),
    )
    statement = models.CharField(
        _("official statement"),
        max_length=200,
        help_text=_(
            "In full and in this language, for example “Medfinansieras av Europeiska unionen”."
        ),
    )
    disclaimer = models.TextField(_("disclaimer"), blank=True)
    grant_number = models.CharField(_("grant number"), max_length=80, blank=True)
    emblem = models.ForeignKey(
        Photograph,
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    emblem_alt = models.CharField(_("what the emblem shows"), max_length=160, blank=True)

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("is_eu"),
        FieldPanel("statement"),
        FieldPanel("disclaimer"),
        FieldPanel("grant_number"),
        FieldPanel("emblem"),
        FieldPanel("emblem_alt"),
    ]
    override_translatable_fields: ClassVar = [
        BaseTranslatableField("grant_number"),
        BaseTranslatableField("is_eu"),
    ]

    class Meta(Vocabulary.Meta):
        verbose_name = _("funder")
        verbose_name_plural = _("funders")


class ContactPersonQuerySet(models.QuerySet["ContactPerson"]):
    """Queries over contact persons."""

    def current(self, day: date | None = None) -> ContactPersonQuerySet:
        """Return those whose details hold on ``day`` (today)."""
        day = day or timezone.localdate()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day))

    def for_display(self) -> ContactPersonQuerySet:
        """Fetch the organisation and the photo with each person."""
        return self.select_related("organisation__locale", "photo")


class ContactPersonForm(OneRowALanguageForm):
    """The form of a contact person: one title a language."""

    rows_by_language = ("titles",)

    def is_valid(self) -> bool:
        """Let a new title take the language of one that is deleted in the same form."""
        titles = self.formsets["titles"]
        leaving = frozenset(
            form.instance.pk for form in titles.initial_forms if form["DELETE"].value()
        )
        for form in titles.forms:
            form.instance.leaving = leaving
        return super().is_valid()


class ContactPerson(index.Indexed, ClusterableModel):
    """Somebody residents can call or write to.

    Facts (name, phone, e-mail, validity) are one row for all languages; only the title is written
    language by language. That is what makes a changed number right everywhere at once: ADR 0003.
    """

    name = models.CharField(_("name"), max_length=160)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    phone = PhoneField(
        _("phone"), max_length=20, blank=True, help_text=_("As 040 123 4567 or +358 40 123 4567.")
    )
    email = ContactEmailField(
        _("e-mail"),
        blank=True,
        help_text=_("“(at)” is turned into @: a real address helps everybody."),
    )
    photo = models.ForeignKey(
        Photograph,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    languages_spoken = models.CharField(
        _("languages spoken"),
        max_length=60,
        blank=True,
        help_text=_("Codes with commas between, for example fi, sv, en."),
    )
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("After this day the person is no longer shown anywhere."),
    )

    objects = ContactPersonQuerySet.as_manager()
    base_form_class = ContactPersonForm

    panels: ClassVar = [
        FieldPanel("name"),
        InlinePanel(
            "titles", heading=_("Title by language"), label=pgettext_lazy("job title", "Title")
        ),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email")], heading=_("Contact details")),
        FieldPanel("organisation"),
        FieldPanel("photo"),
        FieldPanel("languages_spoken"),
        FieldPanel("valid_until"),
    ]
    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep the list of languages to codes the site knows."""
        super().clean()
        codes = [code.strip().lower() for code in self.languages_spoken.split(",") if code.strip()]
        unknown = [code for code in codes if code not in languages.KNOWN]
        if unknown:
            raise forms.ValidationError(
                {
                    "languages_spoken": _("Unknown language code: %(codes)s. Known: %(known)s.")
                    % {"codes": ", ".join(unknown), "known": ", ".join(languages.KNOWN)}
                }
            )
        self.languages_spoken = ", ".join(codes)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep e-mail and phone in their real form, whoever saves."""
        if self.email:
            self.email = normalise_email(self.email)
        if self.phone:
            self.phone = normalise_phone(self.phone)
        super().save(*args, **kwargs)

    @property
    def shown_phone(self) -> str:
        """Return the phone number as people read it."""
        return shown_phone(self.phone) if self.phone else ""


class ContactTitle(TranslatableMixin, Orderable):
    """What a contact person does, in one language."""

    person = ParentalKey(ContactPerson, on_delete=models.CASCADE, related_name="titles")
    # Wagtail's own field is not editable; here the editor says which language she writes in.
    locale = models.ForeignKey(
        Locale, on_delete=models.PROTECT, related_name="+", verbose_name=_("language")
    )
    title = models.CharField(pgettext_lazy("job title", "title"), max_length=160)

    panels: ClassVar = [FieldPanel("locale"), FieldPanel("title")]
    override_translatable_fields: ClassVar = [BaseTranslatableField("locale")]
    #: Titles of the same person that are deleted together with the saving of this one.
    leaving: frozenset[int] = frozenset()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("contact person's title")
        verbose_name_plural = _("contact persons' titles")

    def __str__(self) -> str:
        return f"{self.person}: {self.title}"

    def clean(self) -> None:
        """Keep to one title a language for each person."""
        super().clean()
        if not (self.person_id and self.locale_id):
            return
        others = ContactTitle.objects.filter(person_id=self.person_id, locale_id=self.locale_id)
        if others.exclude(pk__in=[self.pk, *self.leaving]).exists():
            raise forms.ValidationError(
                {"locale": _("The person has a title in this language already.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make all titles of a person versions of one another, however they were written."""
        sibling = (
            ContactTitle.objects.filter(person_id=self.person_id)
            .exclude(pk=self.pk)
            .values_list("translation_key", flat=True)
            .first()
        )
        if sibling is not None:
            self.translation_key = sibling
        super().save(*args, **kwargs)


class ContactLink(Orderable):
    """A page's reference to a contact person; each page type has its own table of them."""

    person = models.ForeignKey(
        ContactPerson, verbose_name=_("contact person"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        abstract = True


def anybody_to_ask(links: Iterable[ContactLink]) -> bool:
    """Tell whether the details of any of a page's contact persons hold today."""
    today = timezone.localdate()
    ends = (link.person.valid_until for link in links)
    return any(end is None or end >= today for end in ends)


@dataclass(frozen=True)
class ContactCard:
    """A contact person as one page shows her: everything in the page's language that there is."""

    person: ContactPerson
    title: str = ""
    title_lang: str = ""
    organisation: str = ""
    organisation_lang: str = ""

    @property
    def spoken(self) -> list[tuple[str, str]]:
        """Return (``lang``, endonym) of the languages the person speaks."""
        codes = [code.strip() for code in self.person.languages_spoken.split(",")]
        return [
            (languages.html_lang(code), languages.endonym(code))
            for code in codes
            if code in languages.KNOWN
        ]


def contact_cards(
    persons: Iterable[ContactPerson],
    locale: Locale,
    bodies: dict[UUID, Organisation] | None = None,
) -> list[ContactCard]:
    """Return cards of those ``persons`` whose details hold today, in the language of ``locale``.

    Costs two queries more than the persons themselves, whatever their number; one where the caller
    has the organisations (``bodies``, by translation key) in that language already. Each ``*_lang``
    is empty where the text is in the page's language.
    """
    today = timezone.localdate()
    current = [p for p in persons if p.valid_until is None or p.valid_until >= today]
    titles: dict[int, dict[int, ContactTitle]] = {}
    if current:
        rows = ContactTitle.objects.filter(person__in=current).select_related("locale")
        for row in rows.order_by("sort_order", "pk"):
            titles.setdefault(row.person_id, {})[row.locale_id] = row
    if bodies is None:
        bodies = organisations_of(current, locale)

    def card(person: ContactPerson) -> ContactCard:
        own = titles.get(person.pk, {})
        title = own.get(locale.pk) or next(iter(own.values()), None)
        body = bodies.get(person.organisation.translation_key) if person.organisation else None
        return ContactCard(
            person,
            title.title if title else "",
            foreign_lang(title, locale),
            body.name if body else "",
            foreign_lang(body, locale),
        )

    return [card(person) for person in current]


def organisations_of(
    persons: Iterable[ContactPerson], locale: Locale, *others: Organisation | None
) -> dict[UUID, Organisation]:
    """Return the organisations of ``persons``, and ``others``, in one language by translation key."""
    bodies = [person.organisation for person in persons] + list(others)
    found = in_language([body for body in bodies if body is not None], locale)
    return {body.translation_key: body for body in found}


@dataclass(frozen=True)
class PagePeople:
    """The people and bodies of one page, looked up together."""

    contacts: list[ContactCard]
    cards: dict[int, ContactCard]
    organisation: Organisation | None = None
    organisers: list[Organisation] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        links: Iterable[ContactLink],
        persons_in_body: Iterable[ContactPerson],
        locale: Locale,
        organisation: Organisation | None = None,
        organisers: Iterable[Organisation] = (),
    ) -> PagePeople:
        """Return the cards of a page's contact list and of its body, and the bodies behind the page.

        ``organisation`` is the one that publishes it, ``organisers`` are those that do together what
        the page tells of.
        """
        linked = [link.person for link in links]
        persons = list({person.pk: person for person in [*linked, *persons_in_body]}.values())
        organisers = list(organisers)
        bodies = organisations_of(persons, locale, organisation, *organisers)
        cards = {card.person.pk: card for card in contact_cards(persons, locale, bodies)}
        return cls(
            [cards[person.pk] for person in linked if person.pk in cards],
            cards,
            bodies[organisation.translation_key] if organisation is not None else None,
            list(
                {body.translation_key: bodies[body.translation_key] for body in organisers}.values()
            ),
        )
