"""Makers of test objects, one for each noun of the site."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Locale, Page
from wagtail_factories import PageFactory

from campaigns.models import CampaignIndexPage, CampaignPage
from core.models import Attachment, Photograph
from home.models import AccessibilityStatementPage, HomePage, StandardPage
from news.models import CallPage, NewsIndexPage, NewsPage
from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme
from plans.models import Area, PlanIndexPage, PlanPage, RegionalPlanPage, WorkshopIndexPage
from tests import films
from videos.models import Video, VideoRendition, VideoText, VideoTrack


def locale(code: str = "fi") -> Locale:
    """Return the locale, made where it is missing."""
    return Locale.objects.get_or_create(language_code=code)[0]


def photo_file(name: str = "tori.png", size: tuple[int, int] = (48, 32)) -> SimpleUploadedFile:
    """Return a small, real image file."""
    from io import BytesIO

    buffer = BytesIO()
    Image.new("RGB", size, "#0d4a3e").save(buffer, "PNG")
    return SimpleUploadedFile(name, buffer.getvalue(), content_type="image/png")


class PhotographFactory(factory.django.DjangoModelFactory):
    """A small real image."""

    class Meta:
        model = Photograph

    title = "Tori"
    credit = "Kuva: Aino Esimerkki"
    file = factory.LazyFunction(photo_file)


class AttachmentFactory(factory.django.DjangoModelFactory):
    """A small text file."""

    class Meta:
        model = Attachment

    title = "Työpajat"
    language = "fi"
    file = factory.LazyFunction(lambda: SimpleUploadedFile("tyopajat.csv", b"paikka;aika\n"))


class VideoFactory(factory.django.DjangoModelFactory):
    """A film that may go out: spoken and captioned in Finnish, decided about, its poster described.

    Its file is a real one of two seconds; nothing is made of it (``films.with_rendition`` does), and
    until something is, no page with it goes out (``VideoRenditionFactory`` says that it is).
    ``captions=False`` and ``text=False`` leave those out.
    """

    class Meta:
        model = Video
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Kohtaaminen {n}")
    spoken_language = "fi"
    file = factory.LazyFunction(films.upload)
    duration = 2.0
    width = 320
    height = 180
    checksum = factory.LazyFunction(lambda: films.checksum(films.film()))
    poster = factory.SubFactory(PhotographFactory)
    description_decision = Video.NOT_NEEDED
    description_reason = "Kaksi ihmistä keskustelee, muuta ei tapahdu."
    flashes_checked = True

    @factory.post_generation
    def captions(obj: Any, create: bool, extracted: bool | None, **kwargs: Any) -> None:  # noqa: N805
        """Caption the film unless told otherwise."""
        if create and extracted is not False:
            VideoTrackFactory(video=obj)

    @factory.post_generation
    def text(obj: Any, create: bool, extracted: bool | None, **kwargs: Any) -> None:  # noqa: N805
        """Write of the film in Finnish unless told otherwise."""
        if create and extracted is not False:
            VideoTextFactory(video=obj)
        if create:
            obj.refresh_from_db(fields=["manifest"])


class VideoTrackFactory(factory.django.DjangoModelFactory):
    """Finnish captions of two seconds."""

    class Meta:
        model = VideoTrack

    language = "fi"
    content = (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Oivi>Hei!\n\n"
        "00:00:01.000 --> 00:00:02.000\n<v Rehtori>Tervetuloa.\n"
    )


class VideoRenditionFactory(factory.django.DjangoModelFactory):
    """A row that says a file is ready; there is none to play (``films.with_rendition`` makes one)."""

    class Meta:
        model = VideoRendition

    preset = "480p"
    state = VideoRendition.DONE
    source_checksum = factory.LazyAttribute(lambda row: row.video.checksum)
    file = "videos/480p-test.mp4"
    mime_type = "video/mp4"
    checksum = "ab" * 32


class VideoTextFactory(factory.django.DjangoModelFactory):
    """What is written of a film in Finnish."""

    class Meta:
        model = VideoText

    locale = factory.LazyFunction(locale)
    title = "Koulussa"
    summary = "Oivi tapaa rehtorin."
    poster_alt = "Kaksi ihmistä koulun ovella."


class VocabularyFactory(factory.django.DjangoModelFactory):
    """A row in Finnish."""

    class Meta:
        abstract = True

    locale = factory.LazyFunction(locale)


class ThemeFactory(VocabularyFactory):
    """A theme."""

    class Meta:
        model = Theme

    name = factory.Sequence(lambda n: f"Teema {n}")


class OrganisationFactory(VocabularyFactory):
    """An organisation."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Esimerkkikunta {n}")


class FunderFactory(VocabularyFactory):
    """A funder with its statement."""

    class Meta:
        model = Funder

    name = "EU"
    statement = "Euroopan unionin osarahoittama"
    disclaimer = "Sisällöstä vastaa kunta."


class ContactPersonFactory(factory.django.DjangoModelFactory):
    """Somebody to ask, with a Finnish title."""

    class Meta:
        model = ContactPerson
        skip_postgeneration_save = True

    name = "Aino Esimerkki"
    phone = "+358400000001"
    email = "aino.esimerkki@example.org"

    @factory.post_generation
    def title(obj: Any, create: bool, extracted: str | None, **kwargs: Any) -> None:  # noqa: N805
        """Give her a title in Finnish unless told otherwise."""
        if create and extracted != "":
            ContactTitle.objects.create(
                person=obj, locale=locale(), title=extracted or "yhdenvertaisuussuunnittelija"
            )


class BasePageFactory(PageFactory):
    """A live page, in the language of its parent."""

    class Meta:
        abstract = True

    first_published_at = factory.LazyFunction(timezone.now)
    last_published_at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: Any) -> Any:
        if parent is None:
            parent = Page.get_first_root_node()
            kwargs.setdefault("locale", locale())
        kwargs.setdefault("locale", parent.locale)
        return super()._create_instance(model_class, parent, kwargs)


class HomePageFactory(BasePageFactory):
    """A front door."""

    class Meta:
        model = HomePage

    title = "Kohtaamo"


class NewsIndexPageFactory(BasePageFactory):
    """A list of news."""

    class Meta:
        model = NewsIndexPage

    title = "Ajankohtaista"
    show_in_menus = True


class NewsPageFactory(BasePageFactory):
    """A news item."""

    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda n: f"Uutinen {n}")
    lead = "Asukkaat olivat mukana alusta asti."


class CallPageFactory(BasePageFactory):
    """A call that closes in ten days; one applies by e-mail."""

    class Meta:
        model = CallPage

    title = factory.Sequence(lambda n: f"Kutsu {n}")
    lead = "Etsimme kymmentä kuntaa."
    closes_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=10))
    apply_email = "haku@example.org"


class CampaignIndexPageFactory(BasePageFactory):
    """A list of campaigns."""

    class Meta:
        model = CampaignIndexPage

    title = "Kampanjat"
    show_in_menus = True


class CampaignPageFactory(BasePageFactory):
    """A campaign that began today and has no end; its films are given as ``tests.films.encounter`` has it."""

    class Meta:
        model = CampaignPage

    title = factory.Sequence(lambda n: f"Kampanja {n}")
    slogan = "Kysy, kuuntele, kerro."
    lead = "Kolme lyhyttä elokuvaa kohtaamisista, joissa kaikki ei mene niin kuin luultiin."


class StandardPageFactory(BasePageFactory):
    """A page that stays."""

    class Meta:
        model = StandardPage

    title = "Tietoa sivustosta"


class AccessibilityStatementPageFactory(BasePageFactory):
    """An accessibility statement."""

    class Meta:
        model = AccessibilityStatementPage

    title = "Saavutettavuusseloste"
    service_name = "Kohtaamo"
    service_owner = "Esimerkkikunta"
    prepared_on = factory.LazyFunction(lambda: timezone.localdate())
    reviewed_on = factory.LazyFunction(lambda: timezone.localdate())
    feedback_unit = "Viestintä"
    feedback_email = "saavutettavuus@example.org"
    authority = "<p>Liikenne- ja viestintävirasto Traficom</p>"


class PlanIndexPageFactory(BasePageFactory):
    """A list of plans."""

    class Meta:
        model = PlanIndexPage

    title = "Suunnitelmat"
    show_in_menus = True


class PlanPageFactory(BasePageFactory):
    """A plan in force since the beginning of this year; goals as ``tests.plans.scene.goal`` has them."""

    class Meta:
        model = PlanPage

    title = factory.Sequence(lambda n: f"Suunnitelma {n}")
    lead = "Kunta lupaa, että jokainen tulee kuulluksi omalla kielellään."
    stage = PlanPage.Stage.ADOPTED
    starts_on = factory.LazyFunction(lambda: timezone.localdate().replace(month=1, day=1))
    adopted_by = "Kunnanhallitus"
    adopted_on = factory.LazyFunction(lambda: timezone.localdate().replace(month=1, day=1))


class RegionalPlanPageFactory(PlanPageFactory):
    """A regional plan; its parent is the programme, and its goals are ids of the programme's."""

    class Meta:
        model = RegionalPlanPage

    title = factory.Sequence(lambda n: f"Aluesuunnitelma {n}")
    kind = PlanPage.Kind.REGIONAL

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: Any) -> Any:
        """Give what the rules ask: an area, and a goal of the programme, which is made if it has none."""
        if not kwargs.get("area"):
            code = locale(parent.locale.language_code)
            kwargs["area"] = Area.objects.get_or_create(
                code="18", locale=code, defaults={"name": "Kainuu"}
            )[0]
        if not kwargs.get("chosen_goals"):
            if not parent.goals:
                goal = {"title": "Tavoite", "text": "", "actions": []}
                parent.goals = [{"type": "goal", "id": str(uuid4()), "value": goal}]
                parent.save()
            kwargs["chosen_goals"] = [parent.goals[0].id]
        return super()._create_instance(model_class, parent, kwargs)


class WorkshopIndexPageFactory(BasePageFactory):
    """A list of workshops."""

    class Meta:
        model = WorkshopIndexPage

    title = "Työpajat"
