"""A city's equality plan is praised at the advisory board on Romani affairs (2023)."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, call_to_action, documents, heading, quote

ITEM = Item(
    key="plan-praised",
    day=date(2023, 6, 9),
    organisation="kajaani",
    themes=("equality", "gender", "participation"),
    contacts=("aino",),
    scene="parliament",
    words={
        "fi": Words(
            "Kajaanin tapa suunnitella yhdessä sai kiitosta eduskunnassa",
            "Kajaanin uusi tasa-arvo- ja yhdenvertaisuussuunnitelma kiinnosti romaniasiain "
            "neuvottelukuntaa. Eniten kehuja sai se, että asukkaat olivat mukana alusta asti.",
            place="Helsinki",
            caption="Neuvottelukunta kokoontui keskiviikkona 7. kesäkuuta.",
            body=(
                "Romaniasiain neuvottelukunta kokoontui keskiviikkona 7.6. eduskunnassa. Kajaanin "
                "romanityöryhmän puheenjohtaja ja sihteeri kertoivat siellä, miten kaupungin "
                "<b>toiminnallinen tasa-arvo- ja yhdenvertaisuussuunnitelma vuosille 2023–2025</b> syntyi.",
                heading("Mukana ennen kuin mikään oli valmista"),
                "Kaupunki ei lähettänyt valmista luonnosta lausunnolle, vaan kysyi ensin, mitä "
                "suunnitelmaan kuuluu. Työryhmä kokosi kokemuksia asioinnista, koulunkäynnistä ja "
                "asumisesta, ja jokainen niistä sai suunnitelmaan vastauksen.",
                quote(
                    "Meiltä kysyttiin silloin, kun paperi oli vielä tyhjä. Siksi suunnitelmassa puhutaan "
                    "niistä asioista, joita me tiskillä ja koulun portilla kohtaamme.",
                    "Hilda Korpelainen",
                    "romanityöryhmän puheenjohtaja",
                ),
                quote(
                    "Hyvä suunnitelma mahtuu työpäivään. Jokaiselle toimenpiteelle on nimetty tekijä, ja "
                    "työryhmä kysyy häneltä keväisin, mitä on saatu aikaan.",
                    "Eero Vainikka",
                    "romanityöryhmän sihteeri",
                ),
                heading("Neuvottelukunta kokoaa romanit ja viranomaiset saman pöydän ääreen"),
                "Puolet neuvottelukunnan jäsenistä edustaa romaniväestöä. Mukana ovat myös "
                "ministeriöt, Kuntaliitto, Opetushallitus ja aluehallintovirastot. Jäsenet toivoivat, "
                "että muutkin kunnat ottavat Kajaanin työtavasta mallia.",
                documents("Lue lisää", "plan"),
                call_to_action(
                    "Avaa koko suunnitelma",
                    "Suunnitelmasta näkee myös, mitä on jo tehty ja mitä ei.",
                    page="equality-plan",
                ),
            ),
        ),
        "sv": Words(
            "Kajanas sätt att planera tillsammans fick beröm i riksdagen",
            "Kajanas nya jämställdhets- och likabehandlingsplan väckte intresse i delegationen för "
            "romska ärenden. Mest beröm fick staden för att invånarna var med från början.",
            place="Helsingfors",
            caption="Delegationen sammanträdde onsdagen den 7 juni.",
            body=(
                "Delegationen för romska ärenden sammanträdde onsdagen den 7 juni i riksdagen. "
                "Ordföranden och sekreteraren för Kajanas romska arbetsgrupp berättade där hur stadens "
                "<b>funktionella jämställdhets- och likabehandlingsplan för åren 2023–2025</b> kom till.",
                heading("Med innan något var färdigt"),
                "Staden skickade inte ut ett färdigt utkast på remiss utan frågade först vad planen borde "
                "innehålla. Arbetsgruppen samlade erfarenheter av myndighetsärenden, skolgång och boende, "
                "och var och en av dem fick ett svar i planen.",
                quote(
                    "Vi blev tillfrågade medan pappret ännu var tomt. Därför handlar planen om det som "
                    "vi möter vid disken och vid skolporten.",
                    "Hilda Korpelainen",
                    "ordförande för romska arbetsgruppen",
                ),
                quote(
                    "En bra plan ryms i arbetsdagen. Varje åtgärd har någon som ansvarar för den, och på "
                    "våren frågar arbetsgruppen vad som har blivit gjort.",
                    "Eero Vainikka",
                    "sekreterare för romska arbetsgruppen",
                ),
                heading("Delegationen samlar romer och myndigheter kring samma bord"),
                "Hälften av delegationens medlemmar företräder den romska befolkningen. Med finns också "
                "ministerier, Kommunförbundet, Utbildningsstyrelsen och regionförvaltningsverken. "
                "Medlemmarna hoppades att fler kommuner tar efter Kajanas arbetssätt.",
                documents("Läs mer", "plan"),
                call_to_action(
                    "Öppna hela planen",
                    "Av planen framgår också vad som redan har gjorts och vad som inte har det.",
                    page="equality-plan",
                ),
            ),
        ),
        "en": Words(
            "Kajaani praised in Parliament for planning together with residents",
            "Kajaani’s new equality and non-discrimination plan drew interest at the advisory board on "
            "Romani affairs. What was praised most: residents were in it from the start.",
            place="Helsinki",
            caption="The board met on Wednesday 7 June.",
            body=(
                "The National Advisory Board on Romani Affairs met in Parliament on Wednesday 7 June. The "
                "chair and the secretary of Kajaani’s Romani working group told it how the city’s "
                "<b>functional gender equality and non-discrimination plan for 2023–2025</b> was made.",
                heading("Taking part before anything was settled"),
                "The city did not send out a finished draft for comments. It first asked what the plan "
                "should be about. The working group gathered experiences of public services, school and "
                "housing, and each of them got an answer in the plan.",
                quote(
                    "We were asked while the paper was still blank. That is why the plan speaks of what we "
                    "meet at the counter and at the school gate.",
                    "Hilda Korpelainen",
                    "chair of the Romani working group",
                ),
                quote(
                    "A good plan fits into a working day. Every measure has somebody’s name on it, and each "
                    "spring the group asks that person what has been done.",
                    "Eero Vainikka",
                    "secretary of the Romani working group",
                ),
                heading("The board brings Roma and authorities to one table"),
                "Half of the board’s members represent the Romani population. Ministries, the Association "
                "of Finnish Municipalities, the National Agency for Education and the regional state "
                "agencies also sit on it. Members hoped that other municipalities would follow Kajaani’s way.",
                documents("Read more", "plan"),
                call_to_action(
                    "Open the whole plan",
                    "It also tells what has been done so far, and what has not.",
                    page="equality-plan",
                ),
            ),
        ),
    },
)
