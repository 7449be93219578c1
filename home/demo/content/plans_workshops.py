"""The workshops of the regional plans: thirteen that were held, two to come, and one that is cancelled.

Towns and dates of those held are facts; hours and topics, and all that is still to come, are invented.
"""

from datetime import date

from home.demo.plan_shape import DemoWorkshop, WorkshopWords

#: What a workshop was about.
TITLES = {
    "begin": {
        "fi": "Työpaja: mistä suunnitelma tehdään?",
        "sv": "Verkstad: vad ska planen handla om?",
        "en": "Workshop: what should the plan be about?",
    },
    "work": {
        "fi": "Työpaja: kuka pääsee töihin?",
        "sv": "Verkstad: vem får jobb?",
        "en": "Workshop: who gets a job?",
    },
    "office": {
        "fi": "Työpaja: hyvä palvelu tiskillä",
        "sv": "Verkstad: god service vid disken",
        "en": "Workshop: good service at the counter",
    },
    "safety": {
        "fi": "Työpaja: turvallinen arki",
        "sv": "Verkstad: en trygg vardag",
        "en": "Workshop: safe in everyday life",
    },
    "neighbours": {
        "fi": "Työpaja: naapurit tapaavat",
        "sv": "Verkstad: grannar möts",
        "en": "Workshop: neighbours meet",
    },
    "school": {
        "fi": "Työpaja: mistä koulussa puhutaan?",
        "sv": "Verkstad: vad talar vi om i skolan?",
        "en": "Workshop: what do we talk about at school?",
    },
}
AUDIENCES = {
    "fi": "asukkaat, järjestöt, kunnat ja viranomaiset",
    "sv": "invånare, organisationer, kommuner och myndigheter",
    "en": "residents, associations, municipalities and authorities",
}


def held(day: date, topic: str, fi: str, sv: str = "", spoken: str = "fi") -> DemoWorkshop:
    """Return a workshop on ``topic`` that was held in a town called ``fi`` in Finnish and English."""
    towns = {"fi": fi, "sv": sv or fi, "en": fi}
    words = {
        code: WorkshopWords(TITLES[topic][code], town, audience=AUDIENCES[code])
        for code, town in towns.items()
    }
    return DemoWorkshop(words, day, spoken=spoken)


SOUTH = (
    held(date(2023, 9, 8), "begin", "Hämeenlinna", "Tavastehus"),
    held(date(2024, 2, 5), "work", "Lahti", "Lahtis"),
    held(date(2024, 4, 29), "office", "Lahti", "Lahtis"),
    held(date(2024, 5, 3), "work", "Kouvola"),
    held(date(2024, 5, 8), "safety", "Lappeenranta", "Villmanstrand"),
    held(date(2024, 5, 20), "office", "Uusimaa", "Nyland", "fi, sv, en"),
    DemoWorkshop(
        {
            "fi": WorkshopWords(
                "Työpaja: turvallinen satamakaupunki",
                "Kotka",
                "Satamatalo, Laiturikatu 1",
                "nuoret ja nuorten kanssa työskentelevät",
            ),
            "sv": WorkshopWords(
                "Verkstad: en trygg hamnstad",
                "Kotka",
                "Hamnhuset, Kajgatan 1",
                "unga och de som arbetar med unga",
            ),
            "en": WorkshopWords(
                "Workshop: a safe port town",
                "Kotka",
                "Harbour house, Laiturikatu 1",
                "young people and those who work with them",
            ),
        },
        16,
        (14, 17),
        "fi, en",
        is_cancelled=True,
    ),
)
EAST = (
    held(date(2023, 12, 12), "begin", "Kuopio"),
    held(date(2024, 1, 16), "school", "Kajaani", "Kajana"),
    held(date(2024, 3, 21), "neighbours", "Joensuu"),
    held(date(2024, 4, 23), "neighbours", "Kajaani", "Kajana"),
    held(date(2024, 4, 24), "school", "Oulu", "Uleåborg"),
    DemoWorkshop(
        {
            "fi": WorkshopWords(
                "Työpaja: koulun arki ilman rasismia",
                "Mikkeli",
                "Kirjaston sali, Opintie 5",
                "huoltajat, opettajat ja yläkoululaiset",
            ),
            "sv": WorkshopWords(
                "Verkstad: en skolvardag utan rasism",
                "S:t Michel",
                "Bibliotekets sal, Studievägen 5",
                "vårdnadshavare, lärare och elever i årskurserna 7–9",
            ),
            "en": WorkshopWords(
                "Workshop: school days without racism",
                "Mikkeli",
                "Library hall, Opintie 5",
                "guardians, teachers and pupils of lower secondary schools",
            ),
        },
        26,
        (15, 18),
        "fi, en, ar",
        sign_up_url="https://vaestosuhteet.example.org/ilmoittautuminen/mikkeli",
        sign_up_ends=4,
    ),
)
WEST = (
    held(date(2023, 9, 13), "begin", "Uusikaupunki", "Nystad"),
    held(date(2023, 11, 22), "neighbours", "Vaasa", "Vasa", "fi, sv"),
    DemoWorkshop(
        {
            "fi": WorkshopWords(
                "Työpaja: miten keskustelukahvila perustetaan?",
                "Turku",
                "Jokirannan monitoimitalo, Silta-aukio 2",
                "kirjastot, järjestöt ja kaikki, joilla on kahvipannu",
            ),
            "sv": WorkshopWords(
                "Verkstad: så startar man ett samtalskafé",
                "Åbo",
                "Allaktivitetshuset Åstranden, Broplatsen 2",
                "bibliotek, organisationer och alla som har en kaffekanna",
            ),
            "en": WorkshopWords(
                "Workshop: how to start a conversation café",
                "Turku",
                "Riverside community centre, Silta-aukio 2",
                "libraries, associations and everybody who owns a coffee pot",
            ),
        },
        61,
        (17, 19),
        "fi, sv",
        online_url="https://vaestosuhteet.example.org/etayhteys/turku",
    ),
)
