"""News of the year 2026."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, call_to_action, heading, quote

ITEMS: tuple[Item, ...] = (
    Item(
        key="follow-up",
        day=date(2026, 6, 1),
        organisation="kajaani",
        themes=("equality", "gender"),
        contacts=("aino",),
        related=("plan-praised",),
        words={
            "fi": Words(
                "Näin yhdenvertaisuussuunnitelma toteutui: 31 tekoa, kolme kesken",
                "Kajaanin kolmivuotisen suunnitelman loppuraportti kertoo avoimesti, mikä onnistui ja mikä ei.",
                body=(
                    "Toimenpiteistä 31 on tehty. Kesken ovat esteettömyyskartoitus kahdessa koulussa, "
                    "rekrytointilomakkeen uudistus ja tulkkausohje.",
                    "Uutta suunnitelmaa tehdään samalla tavalla kuin edellistäkin: ensimmäinen kokous pidettiin "
                    "ennen kuin mitään oli kirjoitettu.",
                ),
            ),
            "sv": Words(
                "Så förverkligades likabehandlingsplanen: 31 åtgärder klara, tre på hälft",
                "Slutrapporten om Kajanas treåriga plan berättar öppet vad som lyckades och vad som inte gjorde det.",
                body=(
                    "31 av åtgärderna är genomförda. På hälft är tillgänglighetskartläggningen i två skolor, "
                    "rekryteringsblanketten och anvisningen om tolkning.",
                    "Den nya planen görs på samma sätt som den förra: det första mötet hölls innan något hade "
                    "skrivits.",
                ),
            ),
        },
    ),
    Item(
        key="language-walks",
        day=date(2026, 8, 24),
        themes=("integration", "language", "relations"),
        contacts=("olena",),
        scene="forest_path",
        words={
            "fi": Words(
                "Kielikävelyllä sanat löytyvät polun varrelta",
                "Tiistai-iltaisin kävellään parin kilometrin lenkki metsässä ja puhutaan suomea hitaasti. Mukaan "
                "tarvitaan sekä oppijoita että juttelijoita.",
                body=(
                    "Kävelyllä ei ole oppikirjaa. Ohjaaja antaa jokaiselle parille kortin, jossa on kolme "
                    "kysymystä ja viisi sanaa. Loppu syntyy kävellessä.",
                    "Reitti on esteetön ja valaistu. Lähtö on kirjaston portailta kello 18, satoi tai paistoi.",
                ),
            ),
            "sv": Words(
                "På språkpromenaden hittar man orden längs stigen",
                "På tisdagskvällarna går vi ett par kilometer i skogen och talar långsam finska. Både de som lär "
                "sig och de som vill prata behövs.",
                body=(
                    "Promenaden har ingen lärobok. Ledaren ger varje par ett kort med tre frågor och fem ord. "
                    "Resten kommer till medan man går.",
                    "Rutten är tillgänglig och belyst. Vi startar från bibliotekets trappa klockan 18, i ur och skur.",
                ),
            ),
            "en": Words(
                "On a language walk, the words are found along the path",
                "On Tuesday evenings we walk two kilometres in the forest and speak slow Finnish. We need both "
                "learners and people who like to talk.",
                body=(
                    "The walk has no textbook. The guide gives each pair a card with three questions and five "
                    "words. The rest happens on the way.",
                    "The route is step-free and lit. We start from the library steps at 18, rain or shine.",
                ),
            ),
        },
    ),
    Item(
        key="grants",
        day=date(2026, 10, 5),
        themes=("participation", "relations"),
        contacts=("sanni", "amina"),
        words={
            "fi": Words(
                "Avustusta yhdistyksille, jotka tuovat ihmisiä yhteen",
                "Suvisalmi jakaa 40 000 euroa toiminnalle, jossa eri taustoista tulevat asukkaat tekevät jotakin "
                "yhdessä. Hakuaika päättyy 30. marraskuuta.",
                body=(
                    "Avustusta voi hakea rekisteröity yhdistys tai vähintään viiden asukkaan työryhmä. Summa on "
                    "enintään 3 000 euroa.",
                    heading("Miten hakemukset arvioidaan"),
                    "<ul><li>Kenelle toiminta on, ja miten he ovat olleet mukana suunnittelemassa?</li>"
                    "<li>Mitä jää jäljelle, kun raha loppuu?</li><li>Pääseekö mukaan ilman rahaa ja "
                    "kielitaitoa?</li></ul>",
                    call_to_action(
                        "Täytä hakemus",
                        "Hakemuksen voi tehdä suomeksi, ruotsiksi tai englanniksi.",
                        url="https://suvisalmi.example.org/avustukset",
                    ),
                ),
            ),
            "sv": Words(
                "Bidrag till föreningar som för människor samman",
                "Sommarsund delar ut 40 000 euro till verksamhet där invånare med olika bakgrund gör något "
                "tillsammans. Ansökningstiden går ut den 30 november.",
                body=(
                    "Bidraget kan sökas av en registrerad förening eller en arbetsgrupp på minst fem invånare. "
                    "Summan är högst 3 000 euro.",
                    heading("Så bedöms ansökningarna"),
                    "<ul><li>Vem är verksamheten till för, och hur har de varit med och planerat den?</li>"
                    "<li>Vad finns kvar när pengarna tar slut?</li><li>Kan man delta utan pengar och "
                    "språkkunskaper?</li></ul>",
                    call_to_action(
                        "Fyll i ansökan",
                        "Ansökan kan göras på finska, svenska eller engelska.",
                        url="https://suvisalmi.example.org/avustukset",
                    ),
                ),
            ),
        },
    ),
    Item(
        key="open-house-2026",
        day=date(2026, 11, 12),
        themes=("relations", "participation"),
        contacts=("amina", "sanni"),
        scene="market",
        related=("against-racism", "language-walks"),
        words={
            "fi": Words(
                "Kohtaamispäivä kutsuu koko kaupungin samalle torille",
                "Lauantaina 12. joulukuuta Suvisalmen torilla on tilaa kaikille: keittoa, käsitöitä, "
                "kuoroja ja keskusteluja seitsemällä kielellä.",
                place="Suvisalmi",
                caption="Viime vuonna torilla kävi neljätuhatta ihmistä.",
                body=(
                    "Kohtaamispäivän ohjelman tekevät asukkaat itse. Tänä vuonna mukana on "
                    "viisikymmentäkaksi yhdistystä, koulua ja naapurustoa. Kaikki on maksutonta.",
                    heading("Ohjelmaa aamusta iltaan"),
                    "<ul><li><b>Kello 10</b> torin avaus ja yhteinen aamupuuro</li>"
                    "<li><b>Kello 12</b> elävä kirjasto: lainaa ihminen ja kuuntele hänen tarinansa</li>"
                    "<li><b>Kello 15</b> kysy päättäjältä, tulkkeina lukiolaiset</li>"
                    "<li><b>Kello 17</b> lyhtykulkue rantaan</li></ul>",
                    quote(
                        "Vuosi sitten tulin myymään samosoja. Lähdin kotiin kolmen puhelinnumeron kanssa, ja "
                        "yhdestä niistä tuli työpaikka.",
                        "Hodan Abdi",
                        "torikauppias",
                    ),
                    heading("Kaikki pääsevät mukaan"),
                    "Torille pääsee pyörätuolilla, puheet viitotaan ja tekstitetään, ja hiljainen huone on "
                    "kirjastossa. Jos tarvitset muuta apua, soita meille.",
                ),
            ),
            "sv": Words(
                "Mötesdagen bjuder hela staden till samma torg",
                "Lördagen den 12 december finns det rum för alla på torget i Sommarsund: soppa, slöjd, körer och "
                "samtal på sju språk.",
                place="Sommarsund",
                caption="I fjol besöktes torget av fyra tusen människor.",
                body=(
                    "Invånarna gör själva programmet för Mötesdagen. I år deltar femtiotvå föreningar, skolor och "
                    "grannskap. Allt är avgiftsfritt.",
                    heading("Program från morgon till kväll"),
                    "<ul><li><b>Klockan 10</b> öppnas torget med gemensam morgongröt</li>"
                    "<li><b>Klockan 12</b> levande bibliotek: låna en människa och lyssna på hennes berättelse</li>"
                    "<li><b>Klockan 15</b> fråga en beslutsfattare, gymnasister tolkar</li>"
                    "<li><b>Klockan 17</b> lyktparad till stranden</li></ul>",
                    quote(
                        "För ett år sedan kom jag för att sälja sambusa. Jag gick hem med tre telefonnummer, och ett "
                        "av dem blev ett jobb.",
                        "Hodan Abdi",
                        "torghandlare",
                    ),
                    heading("Alla kan vara med"),
                    "Torget är tillgängligt med rullstol, talen teckentolkas och textas, och i biblioteket finns ett "
                    "tyst rum. Ring oss om du behöver annan hjälp.",
                ),
            ),
            "en": Words(
                "A day to meet: the whole city on one square",
                "On Saturday 12 December there is room for everybody on the market square of Suvisalmi: soup, crafts, "
                "choirs, and conversations in seven languages.",
                place="Suvisalmi",
                caption="Last year four thousand people came to the square.",
                body=(
                    "Residents make the programme themselves. This year fifty-two associations, schools and "
                    "neighbourhoods take part. Everything is free of charge.",
                    heading("From morning till night"),
                    "<ul><li><b>10:00</b> the square opens with porridge for all</li>"
                    "<li><b>12:00</b> living library: borrow a person and listen to her story</li>"
                    "<li><b>15:00</b> ask those who decide, with pupils as interpreters</li>"
                    "<li><b>17:00</b> lantern walk to the shore</li></ul>",
                    quote(
                        "A year ago I came to sell samosas. I went home with three phone numbers, and one of them "
                        "became a job.",
                        "Hodan Abdi",
                        "market trader",
                    ),
                    heading("Everybody can join"),
                    "The square is step-free, speeches are signed and captioned, and there is a quiet room in the "
                    "library. Call us if you need other help.",
                ),
            ),
        },
    ),
)
