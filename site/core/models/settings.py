"""What the owner of a site decides once: its name, colours, logo, header and footer."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import register_setting
from wagtail.fields import RichTextField
from wagtail.models import Locale, Orderable

from core.colours import AA_TEXT, contrast, validate_hex
from core.forms import OneRowALanguageForm
from core.origins import origins_in, validate_origins

#: The grounds text in the brand's colour stands on, by scheme (see css/tokens.css).
LIGHT_GROUNDS = {"#ffffff": _("white"), "#fbf8f2": _("the page's ground")}
DARK_GROUNDS = {"#0e1715": _("the dark scheme's ground"), "#15211e": _("the dark scheme's cards")}
SPRUCE = "#0d4a3e"
SPRUCE_DARK = "#9fd8c4"


class SiteSettingsForm(OneRowALanguageForm):
    """The form of the settings: texts once in each language."""

    rows_by_language = ("texts",)


@register_setting(icon="cog", order=100)
class SiteSettings(BaseSiteSetting, ClusterableModel):
    """The identity of a site: brand colours that pass WCAG AA, logo, footer and social links."""

    brand_colour = models.CharField(
        _("brand colour"),
        max_length=7,
        default=SPRUCE,
        validators=[validate_hex],
        help_text=_(
            "Buttons, marks and headings on a light ground. Must be readable: at least 4.5:1."
        ),
    )
    brand_colour_dark = models.CharField(
        _("brand colour on dark"),
        max_length=7,
        default=SPRUCE_DARK,
        validators=[validate_hex],
        help_text=_("The same for readers whose device shows dark pages. At least 4.5:1."),
    )
    logo = models.ForeignKey(
        "core.Photograph",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown before the site's name. Without one, two discs that meet are drawn."),
    )
    feedback_email = models.EmailField(_("feedback e-mail"), blank=True)
    publisher_name = models.CharField(
        _("publishing organisation"),
        max_length=200,
        blank=True,
        help_text=_("Official name, told to search engines as the publisher."),
    )

    partner_sites = models.TextField(
        _("partner sites that may embed our films"),
        blank=True,
        validators=[validate_origins],
        help_text=_(
            "One address a line, for example https://www.example.org, without a path. "
            "Left empty, our films play on this site alone."
        ),
    )

    base_form_class = SiteSettingsForm

    panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("brand_colour"),
                FieldPanel("brand_colour_dark"),
                FieldPanel("logo"),
            ],
            heading=_("Look"),
        ),
        InlinePanel("texts", heading=_("Texts by language"), label=_("Language")),
        MultiFieldPanel(
            [FieldPanel("publisher_name"), FieldPanel("feedback_email")],
            heading=_("Organisation"),
        ),
        InlinePanel("footer_links", heading=_("Footer links"), label=_("Page")),
        InlinePanel("social_links", heading=_("Channels elsewhere"), label=_("Channel")),
        FieldPanel("partner_sites"),
    ]

    class Meta:
        verbose_name = _("Site settings")

    @property
    def partner_origins(self) -> list[str]:
        """Return the origins that may show our films in a frame, as a content policy names them."""
        return origins_in(self.partner_sites)

    def clean(self) -> None:
        """Refuse a colour that would fail WCAG AA, saying the ratio it has."""
        super().clean()
        errors: dict[str, ValidationError] = {}
        for field, grounds in (
            ("brand_colour", LIGHT_GROUNDS),
            ("brand_colour_dark", DARK_GROUNDS),
        ):
            colour = getattr(self, field)
            try:
                ratios = {ground: contrast(colour, ground) for ground in grounds}
            except ValueError:
                continue  # the field's own validator has said so
            worst = min(ratios, key=lambda ground: ratios[ground])
            if ratios[worst] < AA_TEXT:
                errors[field] = ValidationError(
                    _(
                        "%(colour)s on %(ground)s has a contrast of %(ratio)s:1; "
                        "readable text needs at least 4.5:1 (WCAG 2.2 AA)."
                    ),
                    code="contrast",
                    params={
                        "colour": colour,
                        "ground": grounds[worst],
                        # cut, not rounded: 4.49 must not read as 4.5
                        "ratio": f"{int(ratios[worst] * 100) / 100:.2f}",
                    },
                )
        if errors:
            raise ValidationError(errors)


class SiteTexts(Orderable):
    """The words of header and footer in one language."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    site_name = models.CharField(_("site name"), max_length=80)
    slogan = models.CharField(_("slogan"), max_length=160, blank=True)
    footer_text = RichTextField(_("footer text"), blank=True, features=["link", "bold"])

    panels: ClassVar = [
        FieldPanel("locale"),
        FieldPanel("site_name"),
        FieldPanel("slogan"),
        FieldPanel("footer_text"),
    ]

    class Meta(Orderable.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["settings", "locale"], name="one_text_a_language")
        ]

    def __str__(self) -> str:
        return self.site_name


class FooterLink(Orderable):
    """A page the footer leads to, chosen once and shown in each language that has it."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="footer_links")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels: ClassVar = [PageChooserPanel("page")]

    def __str__(self) -> str:
        return str(self.page)


class SocialLink(Orderable):
    """A channel of the organisation on another service: a plain link, nothing is loaded from there."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_links")
    name = models.CharField(_("name"), max_length=40)
    url = models.URLField(_("address"))

    panels: ClassVar = [FieldPanel("name"), FieldPanel("url")]

    def __str__(self) -> str:
        return self.name
