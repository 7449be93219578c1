"""What all page types of the site have in common."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from core import languages
from core.panels import PublicationPanel

if TYPE_CHECKING:
    from core.parts import PagePart
    from core.publishing import Problem


def address_of(title: str) -> str:
    """Return the part of an address made of ``title``, in which the years of a period stay apart."""
    return slugify(title.replace("–", "-"))


class BasePageForm(WagtailAdminPageForm):
    """The editing form of every page: says what keeps a page from going out, draft or not."""

    shows_as_updated = forms.BooleanField(
        label=_("The facts have changed"),
        required=False,
        help_text=_(
            "Tick when readers should know that what the page says has changed. "
            "“Updated” and today's date appear under the heading. Leave empty for a corrected typing error."
        ),
    )

    is_minor_edit = forms.BooleanField(
        label=_("Minor edit"),
        required=False,
        help_text=_(
            "Only spelling or layout, since the last publication. Translations stay up to date."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave the minor edit to the box beside *Publish*: Wagtail would show it here, without a label."""
        super().__init__(*args, **kwargs)
        del self.fields["is_minor_edit"]

    def clean(self) -> dict[str, Any]:
        """Refuse to submit or publish a page with a blocking problem; a draft may have them."""
        cleaned: dict[str, Any] = super().clean()
        page = self.instance
        page.is_minor_edit = bool(self.data.get("is_minor_edit"))
        if page.is_minor_edit and cleaned.get("shows_as_updated"):
            self.add_error(
                None, _("An edit cannot be minor and change the facts. Choose one of the two.")
            )
        if cleaned.get("shows_as_updated") and page.first_published_at:
            page.updated_on = timezone.now()
        return cleaned

    def _post_clean(self) -> None:
        """Look at the page as it would go out: Django has just put the submitted values on it."""
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        sentences: dict[str | None, list[str]] = {}
        for problem in self.instance.publication_problems():
            if problem.blocks:
                field = problem.field if problem.field in self.fields else None
                sentences.setdefault(field, []).append(str(problem.message))
        for field, found in sentences.items():
            # One error a field: of several, a stream field shows only the first.
            self.add_error(field, " ".join(found))


class BasePage(Page):
    """A page of the site: knows its language versions, its picture and what is still missing.

    Abstract; each app's page types derive from it. Wagtail's swappable page model is not used,
    because wagtail-localize names ``wagtailcore.Page`` itself.
    """

    #: Relations fetched with the page itself, when a reader opens it.
    shown_with: ClassVar[tuple[str, ...]] = ()
    #: The schema.org type of the page.
    schema_type: ClassVar[str] = "WebPage"
    #: The texts that may be shown in the source language where a translation is missing.
    text_fields: ClassVar[tuple[str, ...]] = ("title",)

    #: Whether the draft that is being saved is only a minor edit (``translations.minor_edits``).
    is_minor_edit: bool = False

    updated_on = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    untranslated = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="Paths of the segments shown in the source language (core.untranslated).",
    )
    source_language = models.CharField(max_length=12, blank=True, editable=False)

    base_form_class = BasePageForm

    content_panels: ClassVar = [PublicationPanel(), *Page.content_panels]
    settings_panels: ClassVar = [*Page.settings_panels]
    override_translatable_fields: ClassVar = [
        # A version has an address of its own, made of its own title: ADR 0004.
        BaseTranslatableField("slug"),
        SynchronizedField("show_in_menus", overridable=False),
    ]

    class Meta:
        abstract = True

    # Language -----------------------------------------------------------------------------------

    @property
    def language_code(self) -> str:
        """Return the code of the language the page is published in."""
        return str(self.locale.language_code)

    @property
    def html_lang(self) -> str:
        """Return the BCP 47 tag for the page's ``lang`` attribute."""
        return languages.html_lang(self.language_code)

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return languages.direction(self.language_code)

    def lang_of(self, path: str) -> str:
        """Return the code of the language the text at ``path`` is in: the page's, or the source's.

        ``path`` is a field name (``"lead"``) or, in the body, the id of a block
        (``"body.<id>"``). Source: the page's ``untranslated`` list.
        """
        if self.source_language and path in self.untranslated:
            return self.source_language
        return self.language_code

    @property
    def title_text(self) -> languages.UiText:
        """Return the title, which knows the language it is in."""
        return languages.in_code(self.title, self.lang_of("title"))

    @property
    def head_title(self) -> languages.UiText:
        """Return the title for search engines and the browser's tab."""
        field = "seo_title" if self.seo_title else "title"
        return languages.in_code(getattr(self, field), self.lang_of(field))

    @property
    def summary_text(self) -> languages.UiText:
        """Return the summary, which knows the language it is in."""
        field = "search_description" if self.search_description else "lead"
        return languages.in_code(self.summary, self.lang_of(field))

    def is_mixed(self, path: str) -> bool:
        """Tell whether only a part of the text at ``path`` is translated."""
        from core.untranslated import PART

        return f"{path}{PART}" in self.untranslated

    @property
    def is_partly_untranslated(self) -> bool:
        """Tell whether some of the text is shown in the language the page was written in."""
        return bool(self.untranslated and self.source_language)

    # Visibility ---------------------------------------------------------------------------------

    @cached_property
    def site_has_restrictions(self) -> bool:
        """Tell whether any page of the site is restricted; a page that is served is fetched with it."""
        return bool(PageViewRestriction.objects.exists())

    def publicly(self, pages: PageQuerySet) -> PageQuerySet:
        """Return those of ``pages`` that readers see without a password or a sign-in.

        Most sites restrict no page at all; that is asked once for each page shown.
        """
        return pages.public() if self.site_has_restrictions else pages

    def get_view_restrictions(self) -> Any:
        """Return the restrictions that apply to the page; costs nothing where there are none."""
        if not self.site_has_restrictions:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def neighbour_keys(self) -> list[Any]:
        """Return the translation keys of further pages to fetch with the surroundings."""
        from core.blocks.links import pages_of_buttons

        return list(pages_of_buttons(getattr(self, "body", None)))

    # Dates --------------------------------------------------------------------------------------

    @property
    def first_shown_on(self) -> datetime | None:
        """Return when the page was first public; page types with a date of their own override it."""
        published: datetime | None = self.first_published_at
        return published

    @property
    def shown_update(self) -> datetime | None:
        """Return the moment to show as “updated”, or None where only trifles have changed."""
        published = self.first_shown_on
        if self.updated_on and (published is None or self.updated_on > published):
            return self.updated_on
        return None

    # What a reader, a machine and an editor are told --------------------------------------------

    @property
    def summary(self) -> str:
        """Return one or two sentences for cards, search engines and share cards."""
        return str(self.search_description or getattr(self, "lead", ""))

    @property
    def picture_key(self) -> str:
        """Return the word the page's own picture is drawn from; the same in all languages."""
        return str(self.translation_key)

    @property
    def kicker(self) -> str:
        """Return the kind of page, in a word, for cards and share cards."""
        return str(self._meta.verbose_name)

    @property
    def card_kicker(self) -> str:
        """Return the kicker for the share card, or nothing where the page's language has no such word.

        A card cannot say in which language a word on it is.
        """
        with translation.override(None):
            word = str(self.kicker)  # as it stands in the code, in no language
        found = languages.say_in(self.language_code, word) if word else None
        return str(found) if found is not None and found.lang == self.html_lang else ""

    def part(self, mark: str) -> PagePart | None:
        """Return the part of the page so marked that has an address of its own, if there is one."""
        return None

    def part_paths(self) -> dict[str, str]:
        """Return the addresses below the page's of its parts, by mark, in their order; at no query."""
        return {}

    @property
    def changes_at(self) -> datetime | None:
        """Return when the page will say something else by itself; None where it will not."""
        return None

    def publication_problems(self) -> list[Problem]:
        """Return what is missing or wrong before the page may, or should, go out."""
        from core.publishing import link_problems, picture_problems
        from core.registry import further_problems

        return [*picture_problems(self), *link_problems(self), *further_problems(self)]

    @property
    def missing(self) -> str:
        """Return the names of the fields with problems, for the mark that the checks panel looks for."""
        names = {problem.kind or problem.field for problem in self.publication_problems()}
        needs_lead = "lead" in self.text_fields and not self._meta.get_field("lead").blank
        if needs_lead and not self.lead.strip():
            names.add("lead")
        return " ".join(sorted(names))

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the page's own JSON-LD object, without ``@context``."""
        from core.structured_data import web_page

        return web_page(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Preview the page with its own head and surroundings, in its own language."""
        request.shown_page = self  # type: ignore[attr-defined]
        with translation.override(self.language_code):
            response = super().serve_preview(request, mode_name)
            if hasattr(response, "render"):
                response.render()
        return response

    def serve_password_required_response(
        self, request: HttpRequest, form: Any, action_url: str
    ) -> Any:
        """Ask for the password, on a page that tells nothing of this one: no title, no lead, no card."""
        request.shown_page = None  # type: ignore[attr-defined]
        return TemplateResponse(
            request, "core/password_required.html", {"form": form, "action_url": action_url}
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what every page shows: its surroundings, its languages, its machine-readable head."""
        from core.surroundings import surroundings_of

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["surroundings"] = surroundings_of(request, self)
        return context

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the page's sitemap entry with one alternate for each language version."""
        from core.sitemaps import entries

        return entries(self, request)

    def further_sitemap_entries(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the entries of further addresses of the page; a page type without any has none.

        Called for a page whose ``language_versions`` are known, itself among them, at no query
        (``core.sitemaps.part_entries`` makes them for parts of a page). ``films`` in an entry are the
        keys of the films to be watched at its address.
        """
        return []

    # Facts --------------------------------------------------------------------------------------

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Read a revision; one of a translation says the facts of its source as they are (ADR 0019)."""
        from core.facts import follow_facts

        page = super().with_content_json(content)
        follow_facts(page)
        return page

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page with the facts it follows, and put its own on all that follow it (ADR 0019)."""
        from core.facts import keeping_facts

        if self.pk is None:  # a new page is nobody's translation yet, and has none
            return super().save(*args, **kwargs)
        with keeping_facts(self, kwargs.get("update_fields")):
            return super().save(*args, **kwargs)

    # Address ------------------------------------------------------------------------------------

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give a new language version an address made of its own title (ADR 0004)."""
        if self._has_borrowed_slug:
            own = address_of(self.title)
            if not re.search(
                "[a-z]", own
            ):  # a title in Arabic letters may leave nothing but a year
                own = slugify(self.slug)
            if own:
                self.slug: str = self._get_autogenerated_slug(own)
        super().full_clean(*args, **kwargs)

    @cached_property
    def _original_title(self) -> str | None:
        version = (
            Page.objects.filter(translation_key=self.translation_key)
            .exclude(pk=self.pk)
            .exclude(locale_id=self.locale_id)
            .order_by("pk")
            .values_list("title", flat=True)
            .first()
        )
        return str(version) if version is not None else None

    @property
    def _has_borrowed_slug(self) -> bool:
        """Tell whether this never published version still has the slug of the page it was made from."""
        if self.pk is None or self.first_published_at or self.alias_of_id or not self.slug:
            return False
        original = self._original_title
        if original is None or original == self.title:
            return False
        bases = {slugify(original), address_of(original)} - {""}
        return any(self.slug == base or self.slug.startswith(f"{base}-") for base in bases)
