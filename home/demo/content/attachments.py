"""What the demo's attachments say."""
# ruff: noqa: E501  (a sentence stays whole)

WORKSHOPS: list[list[str]] = [
    ["Paikkakunta", "Päivä"],
    ["Hämeenlinna", "2023-09-08"],
    ["Uusikaupunki", "2023-09-13"],
    ["Vaasa", "2023-11-22"],
    ["Kuopio", "2023-12-12"],
    ["Kajaani", "2024-01-16"],
    ["Lahti", "2024-02-05"],
    ["Joensuu", "2024-03-21"],
    ["Kajaani", "2024-04-23"],
    ["Oulu", "2024-04-24"],
    ["Lahti", "2024-04-29"],
    ["Kouvola", "2024-05-03"],
    ["Lappeenranta", "2024-05-08"],
    ["Uusimaa", "2024-05-20"],
]

PLAN_IN_SHORT: list[str] = [
    "Suunnitelma koskee kaupungin palveluja vuosina 2023–2025.",
    "1. Palvelut ovat kaikkien saavutettavissa. Jokainen yksikkö käy läpi omat esteensä\nja poistaa niistä vuosittain ainakin kolme.",
    "2. Asukkaat ovat mukana ajoissa. Valmistelusta kerrotaan viidellä kielellä, ja\nromanityöryhmä, vammaisneuvosto ja nuorisovaltuusto kutsutaan mukaan alusta asti.",
    "3. Henkilöstö osaa. Esihenkilöt käyvät koulutuksen syrjinnän tunnistamisesta.",
    "Toteutumisesta raportoidaan valtuustolle joka kevät tilinpäätöksen yhteydessä.",
    "Tämä on esittelysivuston mallitiedosto.",
]

#: Questions to talk about after the campaign's films, by language.
QUESTIONS: dict[str, list[str]] = {
    "fi": [
        "Tässä olen: kysymyksiä keskusteluun",
        "",
        "Koulu",
        "- Mistä Oivi huomaa, että rehtori kuuntelee?",
        "- Mitä meidän koulussamme tapahtuisi samassa tilanteessa?",
        "",
        "Kotihoito",
        "- Mitä Kerttu jättää aluksi kertomatta, ja miksi?",
        "- Millainen kysymys antaa tilaa vastata omin sanoin?",
        "",
        "Virasto",
        "- Missä kohdassa asiointi olisi voinut mennä pieleen?",
        "- Mitä lomaketta voisimme muuttaa jo huomenna?",
    ],
    "sv": [
        "Här är jag: frågor att diskutera",
        "",
        "Skolan",
        "- Hur märker Oivi att rektorn lyssnar?",
        "- Vad skulle hända i vår skola i samma situation?",
        "",
        "Hemvården",
        "- Vad låter Kerttu först bli att berätta, och varför?",
        "- Vilken fråga ger utrymme att svara med egna ord?",
        "",
        "Ämbetsverket",
        "- Var kunde ärendet ha gått snett?",
        "- Vilken blankett kunde vi ändra redan i morgon?",
    ],
    "en": [
        "Here I am: questions to talk about",
        "",
        "School",
        "- How can Oivi tell that the head teacher listens?",
        "- What would happen at our school in the same situation?",
        "",
        "Care at home",
        "- What does Kerttu leave untold at first, and why?",
        "- What kind of question leaves room for one’s own words?",
        "",
        "The office",
        "- Where could it have gone wrong?",
        "- Which form could we change as early as tomorrow?",
    ],
}
