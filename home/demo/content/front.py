"""The front door and the list of news, by language; slogans and footers."""

from home.demo.shape import Words

LEAD_STORY = "open-house-2026"
PROMOTED = ("here-i-am", "relations-programme", "equality-plan-next")

#: None: the page is opened in that language, and nothing of it is translated yet.
FRONT: dict[str, Words | None] = {
    "fi": Words(
        "Kohtaamo",
        "Täällä kerromme, miten kunnissa ja alueilla rakennetaan arkea, johon jokainen mahtuu: "
        "uutisia, suunnitelmia ja ihmiset, joilta voi kysyä.",
    ),
    "sv": Words(
        "Kohtaamo",
        "Här berättar vi hur kommuner och regioner bygger en vardag där alla ryms: nyheter, "
        "planer och personer som du kan fråga.",
    ),
    "en": Words(
        "Kohtaamo",
        "How municipalities and regions build an everyday life with room for everybody: news, "
        "plans, and people you can ask.",
    ),
    "se": None,
    "uk": Words(
        "Kohtaamo",
        "Тут ми розповідаємо, як міста Фінляндії працюють для всіх мешканців. Частина сторінок "
        "доступна лише фінською.",
    ),
    "ar": Words(
        "Kohtaamo",
        "هنا نخبركم كيف تعمل بلديات فنلندا من أجل جميع السكان. بعض الصفحات متاحة باللغة الفنلندية فقط.",
    ),
    "fi-simple": Words(
        "Kohtaamo",
        "Täällä kerromme kuntien työstä. Tavoite on, että kaikki ihmiset voivat elää hyvää arkea. "
        "Tämä sivu on selkosuomea.",
    ),
}

NEWS_LIST: dict[str, Words | None] = {
    "fi": Words(
        "Ajankohtaista",
        "Uutiset yhdenvertaisuudesta, kotoutumisesta ja hyvistä väestösuhteista. Voit rajata "
        "luetteloa teeman, organisaation tai vuoden mukaan.",
    ),
    "sv": Words(
        "Aktuellt",
        "Nyheter om likabehandling, integration och goda befolkningsrelationer. Du kan avgränsa "
        "listan enligt tema, organisation eller år.",
    ),
    "en": Words(
        "News",
        "News about non-discrimination, integration and good relations. Narrow the list by theme, "
        "organisation or year.",
    ),
    "se": None,
    "ar": Words("الأخبار", "أخبار عن المساواة والاندماج والحياة المشتركة."),
    "fi-simple": Words("Uutiset", "Uutisia selkosuomeksi."),
}

SLOGANS = {
    "fi": "Tilaa kohdata",
    "sv": "Rum för möten",
    "en": "Room to meet",
    "uk": "Місце для зустрічей",
    "ar": "مكان للقاء",
    "fi-simple": "Tilaa kohdata",
}
FOOTERS = {
    "fi": "<p>Kohtaamo on esittelysivusto. Sen ihmiset ja Suvisalmen kaupunki ovat keksittyjä.</p>",
    "sv": "<p>Kohtaamo är en demonstrationswebbplats. Personerna och Sommarsunds stad är påhittade.</p>",
    "en": "<p>Kohtaamo is a demonstration site. Its people and the city of Suvisalmi are invented.</p>",
    "uk": "<p>Kohtaamo — це демонстраційний сайт. Люди та місто Suvisalmi вигадані.</p>",
    "ar": "<p>هذا موقع تجريبي. الأشخاص ومدينة Suvisalmi من الخيال.</p>",
    "fi-simple": "<p>Tämä on esittelysivusto. Ihmiset ja Suvisalmen kaupunki eivät ole oikeita.</p>",
}
PUBLISHER = "Suvisalmen kaupunki"
FEEDBACK_EMAIL = "palaute@example.org"
