"""A site's settings, texts, footer and channels, kept between requests.

They change rarely and stand on every page.

Kept for a minute at most, and dropped at once in the process that saves them; another process of the
same site shows a change within that minute.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Site

from core.models.media import Photograph
from core.models.settings import FooterLink, SiteSettings, SiteTexts, SocialLink

SECONDS = 60


@dataclass(frozen=True)
class Identity:
    """What is the same on every page of a site."""

    settings: SiteSettings
    texts: dict[str, SiteTexts] = field(default_factory=dict)
    social: list[SocialLink] = field(default_factory=list)
    footer_keys: list[UUID] = field(default_factory=list)

    def texts_in(self, code: str) -> SiteTexts | None:
        """Return the texts in the language ``code``, or in the site's first language, or in any."""
        return (
            self.texts.get(code)
            or self.texts.get(settings.LANGUAGE_CODE)
            or next(iter(self.texts.values()), None)
        )


def identity_of(site: Site | None) -> Identity:
    """Return the identity of ``site``; an empty one for a site nobody has set up."""
    if site is None:
        return Identity(SiteSettings())
    found: Identity | None = cache.get(_key(site.pk))
    if found is None:
        found = _read(site)
        cache.set(_key(site.pk), found, SECONDS)
    return found


def _key(site_id: int) -> str:
    return f"kohtaamo-identity-{site_id}"


def _read(site: Site) -> Identity:
    chosen = SiteSettings.objects.select_related("logo").filter(site=site).first()
    if chosen is None:
        return Identity(SiteSettings(site=site))
    texts = SiteTexts.objects.filter(settings=chosen).select_related("locale")
    links = FooterLink.objects.filter(settings=chosen).order_by("sort_order")
    return Identity(
        chosen,
        {row.locale.language_code: row for row in texts},
        list(SocialLink.objects.filter(settings=chosen)),
        list(links.values_list("page__translation_key", flat=True)),
    )


def _forget(sender: type, instance: Any, **kwargs: Any) -> None:
    def forget() -> None:
        cache.delete_many([_key(pk) for pk in Site.objects.values_list("pk", flat=True)])

    transaction.on_commit(forget)


def watch() -> None:
    """Forget the kept identities whenever anything in them is saved or deleted."""
    for model in (SiteSettings, SiteTexts, SocialLink, FooterLink, Photograph):
        post_save.connect(_forget, sender=model, dispatch_uid=f"identity-{model.__name__}")
        post_delete.connect(_forget, sender=model, dispatch_uid=f"identity-{model.__name__}")
