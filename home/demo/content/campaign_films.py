"""The news item that shows one of the campaign's films in its text."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, call_to_action, film, heading, quote

ITEM = Item(
    key="campaign-films",
    day=date(2026, 11, 3),
    organisation="suvisalmi",
    themes=("gender", "equality"),
    contacts=("sanni", "amina"),
    related=("campaign",),
    is_late=True,
    words={
        "fi": Words(
            "Kolme elokuvaa, jotka jokainen voi katsoa",
            "Tässä olen -kampanjan tarinat on nyt piirretty elokuviksi. Niitä näytetään kirjastossa, "
            "nuorisotalolla ja palvelupisteen odotustilassa.",
            place="Suvisalmi",
            body=(
                "Elokuvat kestävät alle minuutin. Ensimmäisenä valmistui tarina virastosta, ja sen saa näyttää "
                "missä tahansa.",
                film("office"),
                heading("Katso, kuuntele tai lue"),
                "Tekstityksen kielen voi vaihtaa kesken katselun. Jokaisen elokuvan voi myös lukea: "
                "tekstivastine kertoo, mitä näkyy ja mitä sanotaan.",
                quote(
                    "Odotustilassa ei juuri koskaan ole äänet päällä. Tekstitys on se, mitä katsotaan.",
                    "Amina Warsame",
                    "osallisuuskoordinaattori",
                ),
                call_to_action(
                    "Kaikki kolme kohtaamista", "Kysymykset ja juliste ovat samalla sivulla.",
                    page="here-i-am",
                ),
            ),
        ),
        "sv": Words(
            "Tre filmer som alla kan se",
            "Berättelserna i kampanjen Här är jag har nu tecknats till filmer. De visas i biblioteket, på "
            "ungdomsgården och i servicepunktens väntrum.",
            place="Sommarsund",
            body=(
                "Filmerna är kortare än en minut. Först blev berättelsen från ämbetsverket klar, och den får "
                "visas var som helst.",
                film("office"),
                heading("Se, lyssna eller läs"),
                "Du kan byta textningens språk medan du tittar. Varje film går också att läsa: "
                "textalternativet berättar vad som syns och vad som sägs.",
                quote(
                    "I ett väntrum är ljudet nästan aldrig på. Det är textningen man tittar på.",
                    "Amina Warsame",
                    "delaktighetskoordinator",
                ),
                call_to_action(
                    "Alla tre mötena", "Frågorna och affischen finns på samma sida.", page="here-i-am"
                ),
            ),
        ),
    },
)  # fmt: skip
