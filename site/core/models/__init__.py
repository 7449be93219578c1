"""The shared models: base page, media, vocabularies by language, settings of a site."""

from core.models.base_page import BasePage, BasePageForm
from core.models.media import Attachment, Photograph, PhotographRendition
from core.models.settings import FooterLink, SiteSettings, SiteTexts, SocialLink
from core.models.vocabulary import Vocabulary, foreign_lang, in_language

__all__ = [
    "Attachment",
    "BasePage",
    "BasePageForm",
    "FooterLink",
    "Photograph",
    "PhotographRendition",
    "SiteSettings",
    "SiteTexts",
    "SocialLink",
    "Vocabulary",
    "foreign_lang",
    "in_language",
]
