"""Sow what pages refer to: themes, organisations, the funder, contact persons."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from wagtail.models import Locale

from home.demo.content.people import PEOPLE
from home.demo.content.vocabulary import (
    EMBLEM_ALT,
    EU_DISCLAIMER,
    EU_NAME,
    EU_STATEMENT,
    GRANT_NUMBER,
    ORGANISATIONS,
    THEMES,
)
from home.demo.pictures import Pictures
from home.demo.shape import Term, key_of
from home.demo.translate import translate
from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme


class Vocabularies:
    """The demo's vocabularies, by their keys; each row is the Finnish one."""

    def __init__(
        self, pictures: Pictures, locales: dict[str, Locale], translators: dict[str, AbstractUser]
    ) -> None:
        self.pictures, self.locales, self.translators = pictures, locales, translators
        self.themes: dict[str, Theme] = {term.key: self._term(Theme, term) for term in THEMES}
        self.organisations: dict[str, Organisation] = {
            term.key: self._term(Organisation, term) for term in ORGANISATIONS
        }
        self.funders = {"eu": self._funder()}

    def _term(self, model: type[Any], term: Term) -> Any:
        """Return the Finnish row of a theme or organisation; made in all its languages if missing."""
        key = key_of(model._meta.model_name, term.key)
        rows = {
            row.locale.language_code: row
            for row in model.objects.filter(translation_key=key).select_related("locale")
        }

        def row_in(code: str) -> Any:
            row = model(name=term.names[code], locale=self.locales[code], translation_key=key)
            if term.url:
                row.url = term.url
            if term.descriptions:
                row.description = term.descriptions[code]
            return row

        if "fi" not in rows:
            rows["fi"] = row_in("fi")
            rows["fi"].save()
        for code in term.names:
            if code in self.locales and code not in rows:
                made = translate(
                    rows["fi"], self.locales[code], row_in(code), self.translators.get(code)
                )
                made.slug = ""  # made anew, of the name in its own language
                made.save()
        return rows["fi"]

    def _funder(self) -> Funder:
        key = key_of("funder", "eu")
        rows = {
            row.locale.language_code: row
            for row in Funder.objects.filter(translation_key=key).select_related("locale")
        }

        def row_in(code: str) -> Funder:
            return Funder(
                name=EU_NAME[code],
                is_eu=True,
                statement=EU_STATEMENT[code],
                disclaimer=EU_DISCLAIMER[code],
                grant_number=GRANT_NUMBER,
                emblem_alt=EMBLEM_ALT[code],
                locale=self.locales[code],
                translation_key=key,
            )

        if "fi" not in rows:
            rows["fi"] = row_in("fi")
            rows["fi"].emblem = self.pictures.emblem()
            rows["fi"].save()
        for code in EU_STATEMENT:
            if code in self.locales and code not in rows:
                made = translate(
                    rows["fi"], self.locales[code], row_in(code), self.translators.get(code)
                )
                made.grant_number = GRANT_NUMBER
                made.save()
        return rows["fi"]

    def sow_people(self) -> dict[str, ContactPerson]:
        by_email = {person.email: person for person in ContactPerson.objects.all()}
        people: dict[str, ContactPerson] = {}
        for person in PEOPLE:
            found = by_email.get(person.email)
            if found is None:
                found = ContactPerson(
                    name=person.name,
                    organisation=self.organisations[person.organisation],
                    phone=person.phone,
                    email=person.email,
                    languages_spoken=person.spoken,
                )
                if person.portrait:
                    found.photo = self.pictures.portrait(person.portrait, person.name)
                found.full_clean()
                found.save()
                for order, (code, title) in enumerate(person.titles.items()):
                    if code in self.locales:
                        ContactTitle.objects.create(
                            person=found, locale=self.locales[code], title=title, sort_order=order
                        )
            people[person.key] = found
        return people
