"""The scene most tests play in: a small town with a site in three languages and its staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, Group
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail.users.models import UserProfile

from campaigns.models import (
    CampaignContact,
    CampaignIndexPage,
    CampaignMaterial,
    CampaignOrganiser,
    CampaignPage,
    CampaignPlace,
)
from core.models import Attachment, Photograph
from home.models import AccessibilityStatementPage, HomePage, StandardPage
from home.set_up import EDITORS, PUBLISHERS, ensure_language, set_up_site, translators_of
from news.models import NewsIndexPage, NewsPage, NewsPageContact, NewsPageTheme
from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme
from tests import factories, films
from videos.models import Video

CODES = ("fi", "sv", "en")
ADMIN_LANGUAGES = {"editor": "fi", "publisher": "fi", "translator.sv": "sv", "translator.en": "en"}
TITLES = {
    "home": {"fi": "Esimerkkikunta", "sv": "Exempelkommunen", "en": "Example Town"},
    "index": {"fi": "Ajankohtaista", "sv": "Aktuellt", "en": "News"},
    "item": {
        "fi": "Suunnitelma syntyi yhdessä",
        "sv": "Planen gjordes tillsammans",
        "en": "A plan made together",
    },
    "campaign_index": {"fi": "Kampanjat", "sv": "Kampanjer", "en": "Campaigns"},
    "campaign": {"fi": "Kysy minulta", "sv": "Fråga mig", "en": "Ask me"},
    "standard": {"fi": "Tietoa sivustosta", "sv": "Om webbplatsen", "en": "About this site"},
    "statement": {
        "fi": "Saavutettavuusseloste",
        "sv": "Tillgänglighetsutlåtande",
        "en": "Accessibility statement",
    },
}


@dataclass
class Town:
    """The pages by language code, the shared rows, and the staff by sign-in name."""

    site: Site
    locales: dict[str, Locale]
    homes: dict[str, HomePage] = field(default_factory=dict)
    indexes: dict[str, NewsIndexPage] = field(default_factory=dict)
    items: dict[str, NewsPage] = field(default_factory=dict)
    campaign_indexes: dict[str, CampaignIndexPage] = field(default_factory=dict)
    campaigns: dict[str, CampaignPage] = field(default_factory=dict)
    standards: dict[str, StandardPage] = field(default_factory=dict)
    statements: dict[str, AccessibilityStatementPage] = field(default_factory=dict)
    staff: dict[str, AbstractBaseUser] = field(default_factory=dict)
    theme: Theme = None  # type: ignore[assignment]
    organisation: Organisation = None  # type: ignore[assignment]
    funder: Funder = None  # type: ignore[assignment]
    person: ContactPerson = None  # type: ignore[assignment]
    photograph: Photograph = None  # type: ignore[assignment]
    attachment: Attachment = None  # type: ignore[assignment]
    video: Video = None  # type: ignore[assignment]

    @property
    def pages(self) -> list[Page]:
        """Return every page of the scene, type by type."""
        groups = (
            self.homes,
            self.indexes,
            self.items,
            self.campaign_indexes,
            self.campaigns,
            self.standards,
            self.statements,
        )
        return [page for group in groups for page in group.values()]

    def add_news(self, count: int, code: str = "fi", **fields: Any) -> list[NewsPage]:
        """Return ``count`` more live news items in the language ``code``."""
        return [
            factories.NewsPageFactory(parent=self.indexes[code], **fields)
            for _number in range(count)
        ]


def build_town(port: int = 80) -> Town:
    """Build the scene in an empty site; ``port`` is where its default site answers."""
    home = set_up_site(hostname="localhost", port=port)
    home.title = TITLES["home"]["fi"]
    home.save_revision().publish()
    locales = {code: factories.locale(code) for code in CODES}
    town = Town(Site.objects.get(is_default_site=True), locales)
    _vocabulary(town)
    town.homes = _versions(home, "home")
    town.indexes = _versions(NewsIndexPage.objects.child_of(home).get(), "index")
    town.items = _versions(_item(town), "item")
    town.campaign_indexes = _versions(
        factories.CampaignIndexPageFactory(parent=home, title=TITLES["campaign_index"]["fi"]),
        "campaign_index",
    )
    town.campaigns = _versions(_campaign(town), "campaign")
    town.standards = _versions(
        factories.StandardPageFactory(parent=home, title=TITLES["standard"]["fi"]), "standard"
    )
    town.statements = _versions(
        factories.AccessibilityStatementPageFactory(parent=home, title=TITLES["statement"]["fi"]),
        "statement",
    )
    _staff(town)
    return town


def every_block(town: Town) -> list[dict[str, Any]]:
    """Return a body that holds each block once, as a StreamField keeps it."""
    values: dict[str, Any] = {
        "paragraph": "<p>Asukkaat kokoontuivat kirjastoon.</p>",
        "heading": {"text": "Näin suunnitelma syntyi", "level": "2"},
        "quote": {
            "text": "Meiltä kysyttiin ajoissa.",
            "speaker": "Aino Esimerkki",
            "role": "asukas",
        },
        "accordion": {"title": "Kuka voi osallistua?", "text": "<p>Kaikki.</p>", "is_open": False},
        "table": {
            "table_caption": "Työpajat",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "data": [["Paikkakunta", "Päivä"], ["Kajaani", "16.1.2024"]],
        },
        "picture": {
            "image": town.photograph.pk,
            "alt_text": "Kaksi ihmistä torilla.",
            "is_decorative": False,
            "caption": "Torilla on aikaa.",
        },
        "video_embed": {
            "url": "https://youtu.be/abcdefghijk",
            "title": "Kohtaaminen",
            "poster": None,
        },
        "documents": {"heading": "Liitteet", "documents": [town.attachment.pk]},
        "call_to_action": {
            "text": "Lue suunnitelma",
            "introduction": "",
            "page": None,
            "url": "https://www.example.org/suunnitelma",
        },
        "contact": {"person": town.person.pk},
        "video": {"video": town.video.pk},
    }
    return [{"type": name, "value": value} for name, value in values.items()]


def _vocabulary(town: Town) -> None:
    """Make the rows that pages refer to: in Finnish and Swedish, not in English."""
    town.theme = factories.ThemeFactory(name="Yhdenvertaisuus")
    town.organisation = factories.OrganisationFactory(name="Esimerkkikunta")
    town.funder = factories.FunderFactory()
    swedish = {
        town.theme: {"name": "Likabehandling", "slug": "likabehandling"},
        town.organisation: {"name": "Exempelkommunen", "slug": "exempelkommunen"},
        town.funder: {"statement": "Medfinansieras av Europeiska unionen"},
    }
    for row, texts in swedish.items():
        version = row.copy_for_translation(town.locales["sv"])
        for name, text in texts.items():
            setattr(version, name, text)
        version.save()
    town.person = factories.ContactPersonFactory(organisation=town.organisation)
    ContactTitle.objects.create(
        person=town.person, locale=town.locales["sv"], title="likabehandlingsplanerare"
    )
    town.photograph = factories.PhotographFactory()
    town.attachment = factories.AttachmentFactory()
    town.video = factories.VideoFactory(poster=town.photograph)
    films.with_rendition(town.video)


def _item(town: Town) -> NewsPage:
    """Make the Finnish news item, with all that a news item can refer to."""
    index: NewsIndexPage = NewsIndexPage.objects.get(locale=town.locales["fi"])
    item: NewsPage = factories.NewsPageFactory(
        parent=index,
        title=TITLES["item"]["fi"],
        image=town.photograph,
        image_alt="Kaksi ihmistä juttelee torin laidalla.",
        organisation=town.organisation,
        funder=town.funder,
        body=every_block(town)[:3],
    )
    NewsPageContact.objects.create(page=item, person=town.person)
    NewsPageTheme.objects.create(page=item, theme=town.theme)
    return item


def _campaign(town: Town) -> CampaignPage:
    """Make the Finnish campaign: one film, and all else that a campaign can refer to."""
    campaign: CampaignPage = factories.CampaignPageFactory(
        parent=town.campaign_indexes["fi"],
        title=TITLES["campaign"]["fi"],
        parent_project="Yhdessä kunnassa",
        parent_project_url="https://www.example.org/hanke",
        funder=town.funder,
        encounters=[films.encounter(town.video, block_id="c0ffee00-0000-4000-8000-000000000001")],
        body=every_block(town)[:1],
    )
    CampaignContact.objects.create(page=campaign, person=town.person)
    CampaignOrganiser.objects.create(page=campaign, organisation=town.organisation)
    CampaignMaterial.objects.create(page=campaign, document=town.attachment)
    CampaignPlace.objects.create(
        page=campaign,
        locale=campaign.locale,
        name="Kaupunginkirjasto",
        address="Esimerkkikatu 1, Esimerkkikunta",
        note="Aulassa",
    )
    return campaign


def _versions(page: Any, name: str) -> dict[str, Any]:
    """Return ``page`` with its live versions in the other languages, by language code."""
    found = {page.locale.language_code: page}
    for code in CODES:
        if code not in found:
            version = page.copy_for_translation(factories.locale(code))
            # Published by hand: thirty tests a minute should not each make ten revisions.
            version.title, version.live = TITLES[name][code], True
            version.latest_revision, version.has_unpublished_changes = None, False
            version.save()
            version.revisions.all().delete()
            now = timezone.now()
            type(page).objects.filter(pk=version.pk).update(
                first_published_at=now, last_published_at=now
            )
            found[code] = type(page).objects.get(pk=version.pk)
    return found


def _staff(town: Town) -> None:
    """Hire the staff: an administrator, an editor, a publisher, a translator for sv and for en."""
    for code in CODES:
        ensure_language(code)  # again: rights can only be given on pages that exist
    users = get_user_model().objects
    town.staff["admin"] = users.create_superuser("admin", "admin@example.org", "demo")
    for name, group in {
        "editor": EDITORS,
        "publisher": PUBLISHERS,
        "translator.sv": translators_of("svenska"),
        "translator.en": translators_of("English"),
    }.items():
        user = users.create_user(name, f"{name}@example.org", "demo")
        user.groups.add(Group.objects.get(name=group))
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = ADMIN_LANGUAGES[name]
        profile.save()
        town.staff[name] = user
