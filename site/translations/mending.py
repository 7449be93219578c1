"""Find and mend what the records of language versions lack: rows made before them, or past them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from translations.following import begin, follow
from translations.forms import forms_of
from translations.freshness import refresh_all
from translations.models import Original
from translations.parts import record_all
from translations.texts import segments_of, texts_of


@dataclass
class Mended:
    """How many versions there are, and how many of what were wrong."""

    versions: int = 0
    begun: int = 0
    rows: int = 0
    sources: int = 0
    drifted: int = 0

    @property
    def is_drift(self) -> bool:
        """Tell whether anything was wrong."""
        return bool(self.begun or self.rows or self.sources or self.drifted)


def mend(*, is_check: bool = False) -> Mended:
    """Begin records that lack, read sources again that say something else, and compute all states.

    With ``is_check`` nothing is written. Each source is mended in a transaction of its own, so that the
    command can be killed at any point and run again.
    """
    found = Mended()
    for translation in Translation.objects.filter(language_version=None).iterator():
        found.begun += 1
        if not is_check:
            begin(translation)
    for source in TranslationSource.objects.filter(translations__isnull=False).distinct():
        found.sources += _mend_source(source, is_check)
    found.rows = record_all(is_check=is_check)
    found.versions, found.drifted = refresh_all(is_check=is_check)
    if found.drifted and not is_check:
        # A page counts what it shows of vocabularies, whose versions may have come after it.
        refresh_all()
    return found


def _mend_source(source: TranslationSource, is_check: bool) -> bool:
    """Tell whether the live source said something else than recorded; note it, unless only asked."""
    with transaction.atomic():
        original = Original.objects.of(source.object_id, source.locale_id).first()
        model = source.specific_content_type.model_class()
        instance = model._base_manager.filter(
            translation_key=source.object_id, locale_id=source.locale_id
        ).first()
        if instance is None or original is None or not getattr(instance, "live", True):
            return False
        if isinstance(instance, Page) and instance.alias_of_id:
            return False
        said = segments_of(texts_of(instance))
        if said == original.segments and forms_of(instance) == original.forms:
            return False
        if not is_check:
            follow(instance)
        return True
