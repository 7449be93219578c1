"""The areas of Finland as a vocabulary: its nineteen regions, and those of the advisory boards.

Sources: Statistics Finland, classification of regions 2023 (numbers, names in Finnish, Swedish and
English); Ministry of Justice, regional advisory boards for ethnic relations (ETNO). In Northern Sami
only Lapland, whose name is not in doubt; where a language has no name the Finnish one is shown and marked.
"""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Locale
from wagtail.search.index import insert_or_update_object

from plans.models import Area

#: Keys of areas are made of their codes, so that the same area has the same key everywhere.
NAMESPACE: Final = UUID("6f1c0c5e-5d0b-4d53-9d0e-0f6f3a6f4a11")
LANGUAGES: Final = ("fi", "sv", "en", "se")

#: Names by code, in the order of ``LANGUAGES``.
REGIONS: Final[dict[str, tuple[str, ...]]] = {
    "01": ("Uusimaa", "Nyland", "Uusimaa"),
    "02": ("Varsinais-Suomi", "Egentliga Finland", "Southwest Finland"),
    "04": ("Satakunta", "Satakunta", "Satakunta"),
    "05": ("Kanta-Häme", "Egentliga Tavastland", "Kanta-Häme"),
    "06": ("Pirkanmaa", "Birkaland", "Pirkanmaa"),
    "07": ("Päijät-Häme", "Päijänne-Tavastland", "Päijät-Häme"),
    "08": ("Kymenlaakso", "Kymmenedalen", "Kymenlaakso"),
    "09": ("Etelä-Karjala", "Södra Karelen", "South Karelia"),
    "10": ("Etelä-Savo", "Södra Savolax", "South Savo"),
    "11": ("Pohjois-Savo", "Norra Savolax", "North Savo"),
    "12": ("Pohjois-Karjala", "Norra Karelen", "North Karelia"),
    "13": ("Keski-Suomi", "Mellersta Finland", "Central Finland"),
    "14": ("Etelä-Pohjanmaa", "Södra Österbotten", "South Ostrobothnia"),
    "15": ("Pohjanmaa", "Österbotten", "Ostrobothnia"),
    "16": ("Keski-Pohjanmaa", "Mellersta Österbotten", "Central Ostrobothnia"),
    "17": ("Pohjois-Pohjanmaa", "Norra Österbotten", "North Ostrobothnia"),
    "18": ("Kainuu", "Kajanaland", "Kainuu"),
    "19": ("Lappi", "Lappland", "Lapland", "Lappi"),
    "21": ("Ahvenanmaa", "Åland", "Åland"),
}
ADVISORY_BOARDS: Final[dict[str, tuple[str, ...]]] = {
    "etno-etela-suomi": ("Etelä-Suomi", "Södra Finland", "Southern Finland"),
    "etno-ita-suomi": ("Itä-Suomi", "Östra Finland", "Eastern Finland"),
    "etno-lansi-suomi": ("Länsi-Suomi", "Västra Finland", "Western Finland"),
    "etno-lappi": ("Lappi", "Lappland", "Lapland", "Lappi"),
    "etno-pirkanmaa-keski-suomi": (
        "Pirkanmaa ja Keski-Suomi",
        "Birkaland och Mellersta Finland",
        "Pirkanmaa and Central Finland",
    ),
    "etno-pohjanmaa": ("Pohjanmaa", "Österbotten", "Ostrobothnia"),
    "etno-pohjois-suomi": ("Pohjois-Suomi", "Norra Finland", "Northern Finland"),
}


@transaction.atomic
def ensure_areas() -> int:
    """Make the areas that are missing, in the languages of the site; return how many rows were made.

    What an editor has renamed stays as it is. A few queries, whatever is there already.
    """
    locales = {row.language_code: row for row in Locale.objects.filter(language_code__in=LANGUAGES)}
    rows = Area.objects.values_list("code", "translation_key", "locale_id", "slug")
    keys = {code: key for code, key, _locale, _slug in rows}
    there = {(code, locale) for code, _key, locale, _slug in rows}
    slugs = {(locale, slug) for _code, _key, locale, slug in rows}
    missing = []
    for kind, areas in ((Area.Kind.REGION, REGIONS), (Area.Kind.ETNO, ADVISORY_BOARDS)):
        for code, names in areas.items():
            key = keys.get(code) or uuid5(NAMESPACE, code)
            for language, name in zip(LANGUAGES, names, strict=False):
                locale = locales.get(language)
                if locale is None or (code, locale.pk) in there:
                    continue
                slug = slugify(name)
                if (locale.pk, slug) in slugs:
                    slug = f"{slug}-{code}"
                slugs.add((locale.pk, slug))
                missing.append(
                    Area(
                        name=name,
                        kind=kind,
                        code=code,
                        slug=slug,
                        locale=locale,
                        translation_key=key,
                    )
                )
    for row in Area.objects.bulk_create(missing):
        insert_or_update_object(row)  # the search learns of single rows only by itself
    return len(missing)
