"""A machine translates what nobody has translated yet; a person reads each text and confirms it.

Only where the operator has given wagtail-localize a machine translator
(``WAGTAILLOCALIZE_MACHINE_TRANSLATOR``).
"""

from __future__ import annotations

import logging
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringTranslation, Translation, TranslationContext
from wagtail_localize.strings import StringValue

from translations.editor import notation
from translations.editor.actions import EditorAction, register_editor_action
from translations.editor.desk import Desk
from translations.segments import Row, Standing

logger = logging.getLogger(__name__)


class Done(NamedTuple):
    """How many texts a machine translated, and how many it could not, or not so that they can be used."""

    made: int
    left: int


def translator_for(translation: Translation) -> Any:
    """Return the machine that translates between these two languages, or None."""
    translator = get_machine_translator()
    if translator is None:
        return None
    languages = translation.source.locale, translation.target_locale
    return translator if translator.can_translate(*languages) else None


def translate_rest(user: Any, translation: Translation, rows: list[Row], translator: Any) -> Done:
    """Have the texts among ``rows`` that have no translation translated, unconfirmed.

    Whether ``user`` may is for the caller to ask. What somebody writes while the machine works stays.
    Raises ValidationError, for the user, where the machine does not answer; nothing is written then.
    """
    missing = [row for row in rows if row.standing == Standing.MISSING]
    asked = list({StringValue(row.source): None for row in missing})
    if not asked:
        return Done(0, 0)
    try:
        answers = translator.translate(translation.source.locale, translation.target_locale, asked)
    except Exception as error:  # a service of others: whatever it raises
        logger.exception("The machine translator failed")
        raise ValidationError(
            gettext("The machine translator does not answer just now. Nothing was changed."),
            code="machine",
        ) from error
    usable = {row.key: data for row in missing if (data := _usable(row, answers))}
    with transaction.atomic():
        # As whoever writes a text does: nobody else writes at these places meanwhile.
        places = TranslationContext.objects.filter(pk__in={key.context for key in usable})
        list(places.order_by("pk").select_for_update(no_key=True))
        taken = set(
            StringTranslation.objects.filter(
                context__in={key.context for key in usable},
                locale_id=translation.target_locale_id,
            ).values_list("context_id", "translation_of_id")
        )
        made = StringTranslation.objects.bulk_create(
            StringTranslation(
                translation_of_id=key.string,
                context_id=key.context,
                locale_id=translation.target_locale_id,
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
                tool_name=str(translator.display_name)[:255],
                last_translated_by=user,
            )
            for key, data in usable.items()
            if key not in taken
        )
    return Done(len(made), len(missing) - len(usable))


def _usable(row: Row, answers: Any) -> str:
    """Return what the machine made of a text as it is stored; empty for what its field would refuse."""
    answer = answers.get(StringValue(row.source))
    html = getattr(answer, "data", None)
    if not html:
        return ""
    typed = notation.to_notation(html) if row.is_rich else notation.plain(html)
    try:
        return row.stored(typed)
    except ValidationError:
        return ""


@register_editor_action
class MachineTranslate(EditorAction):
    """Save all texts, and have a machine translate those that are missing."""

    name = "machine-translate"
    label = _("Translate the rest by machine")
    icon = "cogs"
    order = 20

    def is_shown(self, desk: Desk) -> bool:
        """Show it where something is missing and a machine knows both languages."""
        return bool(desk.may_write and desk.counts["missing"] and translator_for(desk.translation))

    def perform(self, desk: Desk) -> None:
        """Translate, and say what is to be read."""
        translator = translator_for(desk.translation)
        done = translate_rest(desk.user, desk.translation, desk.rows, translator)
        if done.made:
            messages.success(
                desk.request,
                gettext(
                    "Translated by %(tool)s: %(count)s. Read each text and confirm it; until then it "
                    "counts as made by a machine."
                )
                % {"tool": translator.display_name, "count": done.made},
            )
        if done.left:
            messages.warning(
                desk.request,
                gettext("Texts that the machine could not translate: %(count)s.")
                % {"count": done.left},
            )
