"""The plans of the demo, each after the one it replaces or stands under, and the words of their lists."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.content.plans_equality import EQUALITY, NEXT_EQUALITY
from home.demo.content.plans_integration import INTEGRATION, PREDECESSOR
from home.demo.content.plans_programme import PROGRAMME
from home.demo.content.plans_regional import REGIONAL
from home.demo.plan_shape import Plan

PLANS: tuple[Plan, ...] = (
    PREDECESSOR,
    INTEGRATION,
    PROGRAMME,
    *REGIONAL,
    EQUALITY,
    NEXT_EQUALITY,
)

INDEX: dict[str, tuple[str, str]] = {
    "fi": (
        "Suunnitelmat",
        "Mitä on luvattu, kuka siitä vastaa ja mitä on jo tapahtunut. Voit rajata luetteloa aiheen ja vastuutahon mukaan.",
    ),
    "sv": (
        "Planer",
        "Vad som har lovats, vem som ansvarar för det och vad som redan har hänt. Du kan avgränsa listan enligt ämne och ansvarig instans.",
    ),
    "en": (
        "Plans",
        "What was promised, who answers for it, and what has happened so far. Narrow the list by subject and responsible body.",
    ),
    "ar": ("الخطط", "بماذا وعدت المدن، ومن المسؤول، وماذا حدث حتى الآن."),
}

WORKSHOP_LIST: dict[str, tuple[str, str]] = {
    "fi": (
        "Työpajat",
        "Työpajoissa asukkaat ja viranomaiset tekevät suunnitelmia samassa pöydässä. Kaikki ovat tervetulleita, eikä osallistuminen maksa mitään.",
    ),
    "sv": (
        "Verkstäder",
        "I verkstäderna gör invånare och myndigheter upp planer vid samma bord. Alla är välkomna, och det kostar inget att delta.",
    ),
    "en": (
        "Workshops",
        "In workshops, residents and authorities make plans at one table. Everybody is welcome, and taking part is free of charge.",
    ),
    "ar": ("ورشات العمل", "يضع السكان والموظفون الخطط معًا. المشاركة مجانية والجميع مرحب بهم."),
}
