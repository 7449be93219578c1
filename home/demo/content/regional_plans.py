"""Regional action plans for good relations (2023, updated 2024)."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, call_to_action, contact, documents, heading, table

ITEM = Item(
    key="regional-plans",
    day=date(2023, 8, 21),
    updated=date(2024, 6, 7),
    organisation="relations",
    themes=("relations", "equality", "participation"),
    contacts=("leila", "david"),
    scene="workshop",
    funder="eu",
    related=("plan-praised",),
    words={
        "fi": Words(
            "Alueet laativat omat suunnitelmansa hyvien väestösuhteiden tueksi",
            "Eri puolilla Suomea tehdään toimeenpanosuunnitelmia, joilla vahvistetaan luottamusta ja "
            "torjutaan rasismia. Suunnitelmat syntyvät työpajoissa, joissa asukkaat ja viranomaiset "
            "istuvat samassa pöydässä.",
            body=(
                "Työ alkoi pilotilla vuonna 2022. Suunnitelmat etenevät ensin etnisten suhteiden "
                "neuvottelukunnan (ETNO) seitsemällä alueella ja jatkuvat siitä maakunnittain.",
                heading("Seitsemän yhteistä tavoitetta"),
                "Tavoitteet tulevat valtakunnallisesta ohjelmasta ja ovat kaikilla alueilla samat:",
                "<ol><li>Yhteiskunnan rakenteet, jotka tuottavat eriarvoisuutta, tunnistetaan ja puretaan.</li>"
                "<li>Työelämä on monimuotoisempaa ja yhdenvertaisempaa.</li>"
                "<li>Viranomaiset osaavat edistää yhdenvertaisuutta ja toimia rasismia vastaan.</li>"
                "<li>Rasismi ja sen muodot tunnetaan paremmin.</li>"
                "<li>Paikallinen väestösuhdepolitiikka lisää vuorovaikutusta ja osallisuutta.</li>"
                "<li>Turvallisuus paranee: viharikoksiin ja vihapuheeseen puututaan ja niitä ehkäistään.</li>"
                "<li>Rasismista ja syrjinnästä on tutkimusta ja tietoa.</li></ol>",
                "<b>Toimeenpanosuunnitelma tehdään sovitulle ajalle, ja siihen valitaan tavoitteista enintään "
                "kolme.</b> Näin voimat riittävät siihen, mikä alueella on tärkeintä. Kullekin ETNO-alueelle on "
                "varattu 7 000–10 000 euroa.",
                heading("Työpajat"),
                table(
                    "Hankkeen työpajat 2023–2024",
                    ("Paikkakunta", "Päivä"),
                    ("Hämeenlinna", "8.9.2023"),
                    ("Uusikaupunki", "13.9.2023"),
                    ("Vaasa", "22.11.2023"),
                    ("Kuopio", "12.12.2023"),
                    ("Kajaani", "16.1.2024"),
                    ("Lahti", "5.2.2024"),
                    ("Joensuu", "21.3.2024"),
                    ("Kajaani", "23.4.2024"),
                    ("Oulu", "24.4.2024"),
                    ("Lahti", "29.4.2024"),
                    ("Kouvola", "3.5.2024"),
                    ("Lappeenranta", "8.5.2024"),
                    ("Uusimaa", "20.5.2024"),
                ),
                documents("Työpajat taulukkona", "workshops"),
                call_to_action(
                    "Seuraa ohjelmaa",
                    "Ohjelman sivulla kerrotaan, mitä kukin alue on valinnut ja miten pitkällä ollaan.",
                    page="relations-programme",
                ),
                heading("Miten työstä kerrotaan"),
                "Hanke kertoo etenemisestä tällä sivustolla, uutiskirjeessä postituslistalle ja "
                "LinkedInissä. Postituslistalle pääsee kirjoittamalla koordinaattorille. Osoitetta "
                "käytetään vain uutiskirjeeseen.",
                contact("leila"),
            ),
        ),
        "sv": Words(
            "Regionerna gör egna planer för goda befolkningsrelationer",
            "Runt om i Finland görs genomförandeplaner som stärker förtroendet och motverkar rasism. "
            "Planerna tas fram i verkstäder där invånare och myndigheter sitter vid samma bord.",
            body=(
                "Arbetet började med ett pilotförsök 2022. Planerna görs först i de sju områdena för "
                "delegationen för etniska relationer (ETNO) och fortsätter sedan landskap för landskap.",
                heading("Sju gemensamma mål"),
                "Målen kommer från ett nationellt program och är desamma i alla områden:",
                "<ol><li>Strukturer i samhället som skapar ojämlikhet identifieras och avvecklas.</li>"
                "<li>Arbetslivet blir mer mångsidigt och likabehandlande.</li>"
                "<li>Myndigheterna kan främja likabehandling och agera mot rasism.</li>"
                "<li>Kunskapen om rasism och dess former ökar.</li>"
                "<li>Den lokala politiken för befolkningsrelationer ger mer växelverkan och delaktighet.</li>"
                "<li>Säkerheten förbättras: man ingriper mot hatbrott och hatretorik och förebygger dem.</li>"
                "<li>Det finns forskning och data om rasism och diskriminering.</li></ol>",
                "<b>En genomförandeplan görs för en överenskommen tid och omfattar högst tre av målen.</b> Så "
                "räcker krafterna till det som är viktigast i området. För varje ETNO-område har "
                "7 000–10 000 euro reserverats.",
                heading("Verkstäder"),
                table(
                    "Projektets verkstäder 2023–2024",
                    ("Ort", "Datum"),
                    ("Tavastehus", "8.9.2023"),
                    ("Nystad", "13.9.2023"),
                    ("Vasa", "22.11.2023"),
                    ("Kuopio", "12.12.2023"),
                    ("Kajana", "16.1.2024"),
                    ("Lahtis", "5.2.2024"),
                    ("Joensuu", "21.3.2024"),
                    ("Kajana", "23.4.2024"),
                    ("Uleåborg", "24.4.2024"),
                    ("Lahtis", "29.4.2024"),
                    ("Kouvola", "3.5.2024"),
                    ("Villmanstrand", "8.5.2024"),
                    ("Nyland", "20.5.2024"),
                ),
                documents("Verkstäderna som tabell (på finska)", "workshops"),
                call_to_action(
                    "Följ programmet",
                    "På programmets sida ser du vad varje område har valt och hur långt man har kommit.",
                    page="relations-programme",
                ),
                heading("Så berättar vi om arbetet"),
                "Projektet berättar hur det går på den här webbplatsen, i ett nyhetsbrev till en "
                "sändlista och på LinkedIn. Du kommer med på sändlistan genom att skriva till "
                "koordinatorn. Adressen används bara för nyhetsbrevet.",
                contact("leila"),
            ),
        ),
        "en": Words(
            "Regions draw up their own plans for good relations",
            "All over Finland, implementation plans are being made that strengthen trust and counter "
            "racism. They are born in workshops where residents and authorities share a table.",
            body=(
                "The work began with a pilot in 2022. Plans are first made in the seven areas of the Advisory "
                "Board for Ethnic Relations (ETNO) and then go on region by region.",
                heading("Seven shared goals"),
                "The goals come from a national programme and are the same in all areas:",
                "<ol><li>Structures that make society unequal are recognised and taken apart.</li>"
                "<li>Working life becomes more diverse and free of discrimination.</li>"
                "<li>Authorities are competent in equality and in acting against racism.</li>"
                "<li>Racism and its forms are better known.</li>"
                "<li>Local good-relations policy adds to interaction and participation.</li>"
                "<li>Safety improves: hate crime and hate speech are acted against and prevented.</li>"
                "<li>There is research and data on racism and discrimination.</li></ol>",
                "<b>An implementation plan covers an agreed period and takes at most three of the goals.</b> "
                "That leaves strength for what matters most in the area. EUR 7,000 to 10,000 is set aside for "
                "each ETNO area.",
                heading("Workshops"),
                table(
                    "The project’s workshops 2023–2024",
                    ("Place", "Date"),
                    ("Hämeenlinna", "8 September 2023"),
                    ("Uusikaupunki", "13 September 2023"),
                    ("Vaasa", "22 November 2023"),
                    ("Kuopio", "12 December 2023"),
                    ("Kajaani", "16 January 2024"),
                    ("Lahti", "5 February 2024"),
                    ("Joensuu", "21 March 2024"),
                    ("Kajaani", "23 April 2024"),
                    ("Oulu", "24 April 2024"),
                    ("Lahti", "29 April 2024"),
                    ("Kouvola", "3 May 2024"),
                    ("Lappeenranta", "8 May 2024"),
                    ("Uusimaa", "20 May 2024"),
                ),
                documents("The workshops as a table (in Finnish)", "workshops"),
                call_to_action(
                    "Follow the programme",
                    "Its page tells what each area has chosen, and how far the work is.",
                    page="relations-programme",
                ),
                heading("How we report on the work"),
                "The project reports on this site, in a newsletter to a mailing list, and on LinkedIn. "
                "To join the list, write to the coordinator. Your address is used for the newsletter "
                "only.",
                contact("leila"),
            ),
        ),
    },
)
