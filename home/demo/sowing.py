"""Put the demo's content into the database: once, in one transaction, and never over anybody's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from wagtail.models import Locale, Page, Revision, Site

from core.models import FooterLink, SiteSettings, SiteTexts
from core.models.base_page import address_of
from home.demo import calls, campaigns, plans, versions
from home.demo.bodies import Bodies
from home.demo.conditions import quiet, references_at_the_end, without_mail, without_redirects
from home.demo.content import CAMPAIGNS, ITEMS, STANDING
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
from home.demo.content.scenes import ALTS
from home.demo.content.statement import PREPARED_ON, REVIEWED_ON, STATEMENT, Statement
from home.demo.files import Files
from home.demo.films.sowing import sow_films
from home.demo.pictures import Pictures
from home.demo.shape import Item, Standing, Words, key_of, moment
from home.demo.translate import translate
from home.demo.users import sow_users
from home.demo.vocabularies import Vocabularies
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
from people.models import ContactPerson, Organisation, Theme
from translations.freshness import refreshing_once
from translations.mending import mend
from videos.models import Video

Say = Callable[[str], None]
STEPS = 10


@dataclass
class Demo:
    """What there is after sowing, for those who want to look at it."""

    site: Site
    home: HomePage
    users: dict[str, AbstractUser]
    people: dict[str, ContactPerson]
    themes: dict[str, Theme]
    organisations: dict[str, Organisation]

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
    called with a line of progress now and then.

    The films come first, each in a transaction of its own: they take longest, and no page with a film
    goes out before it can be played. Everything else is one transaction; when it fails, the files
    written for it are deleted, and the films are there for the next run.

    The users' password is public. The command ``seed_demo`` asks before it calls this.
    """
    say = say or (lambda line: None)
    drawings, files = Pictures(drawn=pictures), Files()
    with quiet("wagtail"), quiet("videos"):
        set_up_site(hostname=hostname, port=port)  # the languages that films are written of in
        say("  films for the campaign, drawn and filmed here (once, about a minute)…")
        films = sow_films(say, drawn=pictures)
    try:
        with (
            quiet("wagtail"),
            without_redirects(),
            without_mail(),
            transaction.atomic(),
        ):
            sower = Sower(drawings, files, films, say)
            with refreshing_once(), references_at_the_end():
                demo = sower.sow(hostname, port)
            if sower.new_pages:
                mend()  # rows sown in bulk have no record of what they were translated from
            return demo
    except BaseException:
        drawings.forget()
        files.forget()
        raise


class Sower:
    """One run over all content, in the order in which one thing refers to another."""

    def __init__(
        self, pictures: Pictures, files: Files, films: Mapping[str, Video], say: Say
    ) -> None:
        self.pictures, self.files, self.films = pictures, files, films
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
        self._next("themes, organisations, a funder")
        self.vocabularies = Vocabularies(self.pictures, self.locales, self.translators)
        self._next("contact persons")
        self.people = self.vocabularies.sow_people()
        self.bodies = Bodies(self.pictures, self.files, self.people, self.films, self.pk_of)
        demo = Demo(
            self.site,
            home,
            users,
            self.people,
            self.vocabularies.themes,
            self.vocabularies.organisations,
        )
        self._existing_pages()
        self._next("plans: a programme, its regions, workshops, and how far they are")
        plans.originals(self)
        own, foreign = self._items_by_language()
        self._next(f"news: {len(own)} items in Finnish, with pictures")
        for item in own:
            if not item.is_late:
                self._original(item, self.index)
        self._next("campaigns: one that runs, one that is over, one to come")
        campaigns.originals(self)
        for item in own:
            self._original(item, self.index)
        self._next("the front door and the pages that stay, in all languages")
        self._front()
        for standing in STANDING:
            self._standing(standing)
        self._statement()
        self._next(f"translations, and {len(foreign)} item(s) written in another language first")
        for item in foreign:
            if item.written_in in self.locales:
                self._original(item, self.index_in(item.written_in))
        calls.sow(self)
        campaigns.translations(self)
        plans.translations(self)
        for item in ITEMS:
            self._translations(item)
        self._next("footer and slogans")
        self._settings()
        for code in self.opened:
            ensure_language(code)  # there is a front door now to have rights on
        versions.sow(self)
        demo.home = HomePage.objects.get(pk=home.pk)
        return demo

    def _next(self, what: str) -> None:
        self.step += 1
        self.say(f"  {self.step}/{STEPS} {what}…")

    # Pages --------------------------------------------------------------------------------------

    def _existing_pages(self) -> None:
        """Remember which demo pages there are, by key and language."""
        keys = [item.key for item in ITEMS] + [page.key for page in STANDING]
        keys += [campaign.key for campaign in CAMPAIGNS] + [
            "statement",
            campaigns.INDEX_KEY,
            *plans.KEYS,
            *calls.KEYS,
        ]
        by_key = {key_of("page", key): key for key in keys}
        found = Page.objects.filter(translation_key__in=by_key).values_list(
            "translation_key", "locale__language_code", "pk"
        )
        self.pages: dict[tuple[str, str], int] = {
            (by_key[key], code): pk for key, code, pk in found
        }

        self.known = frozenset(self.pages)

    @property
    def new_pages(self) -> set[tuple[str, str]]:
        """Return the key and language of each page that this run has made."""
        return self.pages.keys() - self.known

    def _items_by_language(self) -> tuple[list[Item], list[Item]]:
        """Return the items written in Finnish, oldest first, and the others."""
        items = sorted(ITEMS, key=lambda item: item.day)
        main = settings.LANGUAGE_CODE
        return (
            [item for item in items if item.written_in == main],
            [item for item in items if item.written_in != main],
        )

    def index_in(self, code: str) -> NewsIndexPage:
        """Return the list of news in language ``code``."""
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
        page.organisation = self.vocabularies.organisations[item.organisation]
        page.funder = self.vocabularies.funders[item.funder] if item.funder else None
        page.contacts = [
            NewsPageContact(person=self.people[key], sort_order=order)
            for order, key in enumerate(item.contacts)
        ]
        page.themes = [
            NewsPageTheme(theme=self.vocabularies.themes[key], sort_order=order)
            for order, key in enumerate(item.themes)
        ]
        page.related = [
            NewsPageRelated(page_id=self.pk_of(key), sort_order=order)
            for order, key in enumerate(item.related)
        ]
        if item.updated:
            page.updated_on = moment(item.updated)
        self.pages[item.key, code] = self.publish(index, page, page.published_on)

    def _news_page(self, item: Item, code: str, words: Words) -> NewsPage:
        """Return an unsaved news item with the words of one language."""
        return NewsPage(
            title=words.title,
            lead=words.lead,
            body=self.bodies.of(item.key, words.body),
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
        if (item.key, item.written_in) not in self.pages:
            return
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
            self.pages[item.key, code] = self.translated(original, code, written, moment(item.day))

    def translated(self, original: Any, code: str, written: Any, when: datetime) -> int:
        """Publish ``original`` in language ``code`` as if it had been ``when``; return its key."""
        user = self.translators.get(code, self.publisher)
        page = translate(original, self.locales[code], written, user)
        _backdate(page, when)
        return int(page.pk)

    def publish(self, parent: Page, page: Any, when: datetime) -> int:
        """Put a new page under ``parent`` as if it had been published ``when``; return its key."""
        page.slug = address_of(page.title)
        page.live = True
        page.first_published_at = page.last_published_at = when
        parent.add_child(instance=page)
        page.save_revision(user=self.editor, changed=False).publish(
            user=self.publisher, skip_permission_checks=True
        )
        _backdate(page, page.updated_on or when)
        return int(page.pk)

    def pk_of(self, key: str) -> int:
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
            home.lead_story_id = self.pk_of(LEAD_STORY)
            home.promotions = [
                HomePagePromotion(page_id=self.pk_of(key), sort_order=order)
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
                    title = original.title if model is HomePage else words.title
                    written = model(title=title, lead=words.lead, locale=self.locales[code])
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
                body=self.bodies.of(standing.key, words.body),
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
            self.pages[standing.key, "fi"] = self.publish(self.home, page, moment(PREPARED_ON))
        self.versions(StandardPage, standing.key, standing.words, page_in)

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
            self.pages["statement", "fi"] = self.publish(
                self.home, page_in("fi"), moment(PREPARED_ON)
            )
        self.versions(AccessibilityStatementPage, "statement", STATEMENT, page_in)

    def versions(
        self,
        model: type[Any],
        key: str,
        texts: Iterable[str],
        page_in: Callable[[str], Any],
        when: datetime | None = None,
    ) -> None:
        """Make the translations of the page ``key`` that are missing, from what ``page_in`` returns.

        They are dated ``when``; without it on the day the demo's pages that stay were written.
        """
        for code in texts:
            if code in self.locales and (key, code) not in self.pages:
                original = model.objects.get(pk=self.pages[key, "fi"])
                self.pages[key, code] = self.translated(
                    original, code, page_in(code), when or moment(PREPARED_ON)
                )

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
                    settings=site_settings, page_id=self.pk_of(key), sort_order=order
                )


def _own_words(texts: Mapping[str, Words | None]) -> Words:
    """Return the texts in the main language."""
    words = texts[settings.LANGUAGE_CODE]
    if words is None:
        raise ValueError("the main language is never untranslated")
    return words


def _backdate(page: Page, when: datetime) -> None:
    """Let a page that was sown today look as if it had been published ``when``."""
    Page.objects.filter(pk=page.pk).update(
        first_published_at=when, last_published_at=when, latest_revision_created_at=when
    )
    Revision.page_revisions.filter(object_id=str(page.pk)).update(created_at=when)
