"""Put the demo's content into the database: once, in one transaction, and never over anybody's work."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.text import slugify
from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change
from wagtail.models import Locale, Page, ReferenceIndex, Revision, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_slug_changed

from core.models import FooterLink, Photograph, SiteSettings, SiteTexts
from home.demo.content import ITEMS, STANDING
from home.demo.content.front import (
    FEEDBACK_EMAIL,
    FOOTERS,
    FRONT,
    LEAD_STORY,
    NEWS_LIST,
    PROMOTED,
    PUBLISHER,
    SLOGANS,
)
from home.demo.content.people import PEOPLE
from home.demo.content.scenes import ALTS
from home.demo.content.statement import PREPARED_ON, REVIEWED_ON, STATEMENT, Statement
from home.demo.content.vocabulary import (
    EMBLEM_ALT,
    EU_DISCLAIMER,
    EU_NAME,
    EU_STATEMENT,
    GRANT_NUMBER,
    ORGANISATIONS,
    THEMES,
)
from home.demo.files import Files
from home.demo.pictures import Pictures
from home.demo.shape import Body, Item, Piece, Standing, Term, Words, key_of, moment
from home.demo.translate import translate
from home.demo.users import sow_users
from home.models import (
    AccessibilityDefect,
    AccessibilityStatementPage,
    HomePage,
    HomePagePromotion,
    StandardPage,
    StandardPageContact,
)
from home.set_up import ensure_language, set_up_site
from news.models import NewsIndexPage, NewsPage, NewsPageContact, NewsPageRelated, NewsPageTheme
from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme

Say = Callable[[str], None]
STEPS = 8


@dataclass
class Demo:
    """What there is after sowing, for those who want to look at it."""

    site: Site
    home: HomePage
    users: dict[str, AbstractUser]
    people: dict[str, ContactPerson] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)

    def page(self, key: str, code: str = "fi") -> Any:
        """Return the page called ``key`` in language ``code``; raises Page.DoesNotExist."""
        if key == "home":
            return HomePage.objects.get(
                translation_key=self.home.translation_key, locale__language_code=code
            )
        if key == "news":
            return NewsIndexPage.objects.get(
                translation_key=NewsIndexPage.objects.child_of(self.home).get().translation_key,
                locale__language_code=code,
            )
        found = Page.objects.get(translation_key=key_of("page", key), locale__language_code=code)
        return found.specific


def seed(
    *,
    pictures: bool = True,
    hostname: str = "127.0.0.1",
    port: int = 8000,
    say: Say | None = None,
) -> Demo:
    """Make the demo's content and sign-ins, whatever of it is missing; return where to find it.

    Without ``pictures`` plain areas stand in for the drawings, which is much quicker. ``say`` is
    called with a line of progress now and then. Everything is one transaction; when it fails, the
    files written for it are deleted.

    The users' password is public. The command ``seed_demo`` asks before it calls this.
    """
    drawings, files = Pictures(drawn=pictures), Files()
    try:
        with (
            _quiet("wagtail"),
            _without_redirects(),
            transaction.atomic(),
            _references_at_the_end(),
        ):
            return Sower(drawings, files, say or (lambda line: None)).sow(hostname, port)
    except BaseException:
        drawings.forget()
        files.forget()
        raise


class Sower:
    """One run over all content, in the order in which one thing refers to another."""

    def __init__(self, pictures: Pictures, files: Files, say: Say) -> None:
        self.pictures = pictures
        self.files = files
        self.say = say
        self.step = 0
        self.opened: list[str] = []

    def sow(self, hostname: str, port: int) -> Demo:
        """Run all steps."""
        self._next("languages, groups and workflow")
        home = set_up_site(hostname=hostname, port=port)
        self.site = Site.objects.get(is_default_site=True)
        self.home = home
        self.index = NewsIndexPage.objects.child_of(home).get()
        languages = {code for code, _name in settings.LANGUAGES}
        self.locales = {
            locale.language_code: locale
            for locale in Locale.objects.all()
            if locale.language_code in languages
        }
        self._next("people who sign in")
        users = sow_users()
        self.editor, self.publisher = users["editor"], users["publisher"]
        self.translators = {"sv": users["translator.sv"], "en": users["translator.en"]}
        demo = Demo(self.site, home, users)
        self._next("themes, organisations, a funder")
        self.themes = demo.themes = {term.key: self._term(Theme, term) for term in THEMES}
        self.organisations = demo.organisations = {
            term.key: self._term(Organisation, term) for term in ORGANISATIONS
        }
        self.funders = {"eu": self._funder()}
        self._next("contact persons")
        self.people = demo.people = self._people()
        self._existing_pages()
        own, foreign = self._items_by_language()
        self._next(f"news: {len(own)} items in Finnish, with pictures")
        for item in own:
            self._original(item, self.index)
        self._next("the front door and the pages that stay, in all languages")
        self._front()
        for standing in STANDING:
            self._standing(standing)
        self._statement()
        self._next(f"translations, and {len(foreign)} item(s) written in another language first")
        for item in foreign:
            self._original(item, self._index_in(item.written_in))
        for item in ITEMS:
            self._translations(item)
        self._next("footer and slogans")
        self._settings()
        for code in self.opened:
            ensure_language(code)  # there is a front door now to have rights on
        demo.home = HomePage.objects.get(pk=home.pk)
        return demo

    def _next(self, what: str) -> None:
        self.step += 1
        self.say(f"  {self.step}/{STEPS} {what}…")

    # Vocabularies -------------------------------------------------------------------------------

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

    def _people(self) -> dict[str, ContactPerson]:
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

    # Pages --------------------------------------------------------------------------------------

    def _existing_pages(self) -> None:
        """Remember which demo pages there are, by key and language."""
        keys = [item.key for item in ITEMS] + [page.key for page in STANDING] + ["statement"]
        by_key = {key_of("page", key): key for key in keys}
        found = Page.objects.filter(translation_key__in=by_key).values_list(
            "translation_key", "locale__language_code", "pk"
        )
        self.pages: dict[tuple[str, str], int] = {
            (by_key[key], code): pk for key, code, pk in found
        }

    def _items_by_language(self) -> tuple[list[Item], list[Item]]:
        """Return the items written in Finnish, oldest first, and the others."""
        items = sorted(ITEMS, key=lambda item: item.day)
        main = settings.LANGUAGE_CODE
        return (
            [item for item in items if item.written_in == main],
            [item for item in items if item.written_in != main],
        )

    def _index_in(self, code: str) -> NewsIndexPage:
        index: NewsIndexPage = NewsIndexPage.objects.get(
            translation_key=self.index.translation_key, locale=self.locales[code]
        )
        return index

    def _original(self, item: Item, index: NewsIndexPage) -> None:
        code = item.written_in
        words = item.words[code]
        if (item.key, code) in self.pages or words is None:
            return
        page = self._news_page(item, code, words)
        page.organisation = self.organisations[item.organisation]
        page.funder = self.funders[item.funder] if item.funder else None
        page.contacts = [
            NewsPageContact(person=self.people[key], sort_order=order)
            for order, key in enumerate(item.contacts)
        ]
        page.themes = [
            NewsPageTheme(theme=self.themes[key], sort_order=order)
            for order, key in enumerate(item.themes)
        ]
        page.related = [
            NewsPageRelated(page_id=self._pk_of(key), sort_order=order)
            for order, key in enumerate(item.related)
        ]
        if item.updated:
            page.updated_on = moment(item.updated)
        self.pages[item.key, code] = self._publish(index, page, page.published_on)

    def _news_page(self, item: Item, code: str, words: Words) -> NewsPage:
        """Return an unsaved news item with the words of one language."""
        return NewsPage(
            title=words.title,
            lead=words.lead,
            body=self._body(item.key, words.body),
            place=words.place,
            image=self.pictures.scene(item.scene) if item.scene else None,
            image_alt=words.alt or (ALTS[item.scene][code] if item.scene else ""),
            image_caption=words.caption,
            published_on=moment(item.day),
            locale=self.locales[code],
            translation_key=key_of("page", item.key),
            owner=self.editor,
        )

    def _translations(self, item: Item) -> None:
        original: NewsPage | None = None
        for code, words in item.words.items():
            if (
                code == item.written_in
                or code not in self.locales
                or (item.key, code) in self.pages
            ):
                continue
            original = original or NewsPage.objects.get(pk=self.pages[item.key, item.written_in])
            written = self._news_page(item, code, words) if words else None
            self.pages[item.key, code] = self._translate(original, code, written, moment(item.day))

    def _translate(self, original: Any, code: str, written: Any, when: datetime) -> int:
        user = self.translators.get(code, self.publisher)
        page = translate(original, self.locales[code], written, user)
        _backdate(page, when)
        return int(page.pk)

    def _publish(self, parent: Page, page: Any, when: datetime) -> int:
        page.slug = slugify(page.title)
        page.live = True
        page.first_published_at = page.last_published_at = when
        parent.add_child(instance=page)
        page.save_revision(user=self.editor, changed=False).publish(
            user=self.publisher, skip_permission_checks=True
        )
        _backdate(page, page.updated_on or when)
        return int(page.pk)

    def _pk_of(self, key: str) -> int:
        """Return the page ``key`` in the language that was written first."""
        for (name, _code), pk in self.pages.items():
            if name == key:
                return pk
        raise KeyError(f"the demo page {key!r} is not sown yet: refer to older items only")

    def _front(self) -> None:
        """Fill the front door and the list of news, and open them in every language."""
        home = HomePage.objects.get(pk=self.home.pk)
        if not home.lead:
            home.lead = _own_words(FRONT).lead
            home.lead_story_id = self._pk_of(LEAD_STORY)
            home.promotions = [
                HomePagePromotion(page_id=self._pk_of(key), sort_order=order)
                for order, key in enumerate(PROMOTED)
            ]
            home.save_revision(user=self.editor).publish(
                user=self.publisher, skip_permission_checks=True
            )
        index = NewsIndexPage.objects.get(pk=self.index.pk)
        if not index.lead:
            index.lead = _own_words(NEWS_LIST).lead
            index.save_revision(user=self.editor).publish(
                user=self.publisher, skip_permission_checks=True
            )
        for model, pk, texts in ((HomePage, home.pk, FRONT), (NewsIndexPage, index.pk, NEWS_LIST)):
            original: Any = model.objects.get(pk=pk)
            there = set(
                model.objects.filter(translation_key=original.translation_key).values_list(
                    "locale__language_code", flat=True
                )
            )
            for code, words in texts.items():
                if code in there or code not in self.locales:
                    continue
                if model is HomePage:
                    self.opened.append(code)
                written = None
                if words is not None:
                    written = model(title=words.title, lead=words.lead, locale=self.locales[code])
                translate(
                    original,
                    self.locales[code],
                    written,
                    self.translators.get(code, self.publisher),
                )

    def _standing(self, standing: Standing) -> None:
        def page_in(code: str) -> StandardPage:
            words = standing.words[code]
            return StandardPage(
                title=words.title,
                lead=words.lead,
                body=self._body(standing.key, words.body),
                image=self.pictures.scene(standing.scene) if standing.scene else None,
                image_alt=words.alt or (ALTS[standing.scene][code] if standing.scene else ""),
                show_in_menus=standing.in_menus,
                locale=self.locales[code],
                translation_key=key_of("page", standing.key),
                owner=self.editor,
            )

        if (standing.key, "fi") not in self.pages:
            page = page_in("fi")
            page.contacts = [
                StandardPageContact(person=self.people[key], sort_order=order)
                for order, key in enumerate(standing.contacts)
            ]
            self.pages[standing.key, "fi"] = self._publish(self.home, page, moment(PREPARED_ON))
        self._versions(StandardPage, standing.key, standing.words, page_in)

    def _statement(self) -> None:
        def page_in(code: str) -> AccessibilityStatementPage:
            words: Statement = STATEMENT[code]
            page = AccessibilityStatementPage(
                title=words.title,
                service_name=words.service_name,
                service_owner=words.service_owner,
                conformance=AccessibilityStatementPage.PARTIAL,
                evaluation_method=AccessibilityStatementPage.SELF,
                prepared_on=PREPARED_ON,
                reviewed_on=REVIEWED_ON,
                feedback_unit=words.feedback_unit,
                feedback_email=FEEDBACK_EMAIL,
                authority=words.authority,
                locale=self.locales[code],
                translation_key=key_of("page", "statement"),
                owner=self.editor,
            )
            page.defects = [
                AccessibilityDefect(
                    what=defect.what,
                    why=defect.why,
                    alternative=defect.alternative,
                    criterion=defect.criterion,
                    sort_order=order,
                    locale=self.locales[code],
                    translation_key=key_of("defect", str(order)),
                )
                for order, defect in enumerate(words.defects)
            ]
            return page

        if ("statement", "fi") not in self.pages:
            self.pages["statement", "fi"] = self._publish(
                self.home, page_in("fi"), moment(PREPARED_ON)
            )
        self._versions(AccessibilityStatementPage, "statement", STATEMENT, page_in)

    def _versions(
        self, model: type[Any], key: str, texts: Iterable[str], page_in: Callable[[str], Any]
    ) -> None:
        for code in texts:
            if code in self.locales and (key, code) not in self.pages:
                original = model.objects.get(pk=self.pages[key, "fi"])
                self.pages[key, code] = self._translate(
                    original, code, page_in(code), moment(PREPARED_ON)
                )

    # Bodies -------------------------------------------------------------------------------------

    def _body(self, key: str, body: Body) -> list[dict[str, Any]]:
        """Return the body as a StreamField keeps it; blocks have the same ids in all languages."""
        return [
            self._block(key_of("block", key, str(number)), piece)
            for number, piece in enumerate(body)
        ]

    def _block(self, block_id: UUID, piece: str | Piece) -> dict[str, Any]:
        if isinstance(piece, str):
            html = piece if piece.startswith("<") else f"<p>{piece}</p>"
            return {"type": "paragraph", "value": html, "id": str(block_id)}
        return {"type": piece.kind, "value": self._value(block_id, piece), "id": str(block_id)}

    def _value(self, block_id: UUID, piece: Piece) -> dict[str, Any]:
        value: Mapping[str, Any] = piece.value
        if piece.kind == "table":
            return {
                "table_caption": value["caption"],
                "first_row_is_table_header": True,
                "first_col_is_header": False,
                "table_header_choice": "row",
                "data": [list(row) for row in value["rows"]],
                "cell": [],
                "mergeCells": [],
            }
        if piece.kind == "picture":
            return {
                "image": self.pictures.scene(value["scene"]).pk,
                "alt_text": value["alt"],
                "is_decorative": False,
                "caption": value["caption"],
            }
        if piece.kind == "documents":
            return {
                "heading": value["heading"],
                "documents": [
                    {
                        "type": "item",
                        "value": self.files.attachment(name).pk,
                        "id": str(key_of(str(block_id), name)),
                    }
                    for name in value["names"]
                ],
            }
        if piece.kind == "call_to_action":
            return {
                **value,
                "page": self._pk_of(value["page"]) if value["page"] else None,
            }
        if piece.kind == "contact":
            return {"person": self.people[value["person"]].pk}
        return dict(value)

    # Header and footer --------------------------------------------------------------------------

    def _settings(self) -> None:
        site_settings = SiteSettings.objects.get(site=self.site)
        if not site_settings.publisher_name:
            site_settings.publisher_name = PUBLISHER
            site_settings.feedback_email = FEEDBACK_EMAIL
            site_settings.save()
        for order, (code, slogan) in enumerate(SLOGANS.items()):
            if code not in self.locales:
                continue
            texts, _created = SiteTexts.objects.get_or_create(
                settings=site_settings,
                locale=self.locales[code],
                defaults={"site_name": settings.WAGTAIL_SITE_NAME, "sort_order": order},
            )
            if not texts.slogan:
                texts.slogan, texts.footer_text = slogan, FOOTERS[code]
                texts.save()
        if not FooterLink.objects.filter(settings=site_settings).exists():
            for order, key in enumerate(("statement", "privacy", "about")):
                FooterLink.objects.create(
                    settings=site_settings, page_id=self._pk_of(key), sort_order=order
                )


def _own_words(texts: Mapping[str, Words | None]) -> Words:
    """Return the texts in the main language."""
    words = texts[settings.LANGUAGE_CODE]
    if words is None:
        raise ValueError("the main language is never untranslated")
    return words


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keep a logger from telling of each of a few hundred pages and revisions."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextmanager
def _without_redirects() -> Iterator[None]:
    """Make no redirect from the address a version borrowed for a moment and nobody ever saw."""
    page_slug_changed.disconnect(autocreate_redirects_on_slug_change)
    try:
        yield
    finally:
        page_slug_changed.connect(autocreate_redirects_on_slug_change)


@contextmanager
def _references_at_the_end() -> Iterator[None]:
    """Note what refers to what once, instead of at each of a thousand saves (a quarter of the time)."""

    def rows() -> list[int]:
        return [
            model.objects.count() for model in (Page, Revision, Photograph, ContactPerson, Funder)
        ]

    before = rows()
    with disable_reference_index_auto_update():
        yield
    if rows() == before:
        return
    for model in apps.get_models():
        if ReferenceIndex.is_indexed(model):
            for instance in model._default_manager.all():
                ReferenceIndex.create_or_update_for_object(instance)


def _backdate(page: Page, when: datetime) -> None:
    """Let a page that was sown today look as if it had been published ``when``."""
    Page.objects.filter(pk=page.pk).update(
        first_published_at=when, last_published_at=when, latest_revision_created_at=when
    )
    Revision.page_revisions.filter(object_id=str(page.pk)).update(created_at=when)
