"""News of the years 2024 and 2025."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, heading, quote

ITEMS: tuple[Item, ...] = (
    Item(
        key="lahti-workshop",
        day=date(2024, 2, 7),
        organisation="relations",
        themes=("relations", "participation"),
        contacts=("leila",),
        words={
            "fi": Words(
                "Lahden työpajassa nuoret asettivat esityslistan",
                "Hyvät väestösuhteet -hankkeen työpajassa ensimmäisen puheenvuoron saivat alle "
                "kaksikymppiset. Aikuiset saivat vastata.",
                body=(
                    "Nuoret nostivat esiin kolme asiaa: ilmaisen tilan, jossa olla iltaisin, vartijoiden "
                    "koulutuksen ja kesätyön, jonka saa ilman tuttuja.",
                    "Ehdotukset viedään alueen suunnitelmaan. Huhtikuussa kokoonnutaan uudestaan katsomaan, "
                    "mitä niille tapahtui.",
                ),
            ),
        },
    ),
    Item(
        key="service-point",
        day=date(2024, 5, 22),
        themes=("language", "equality"),
        contacts=("amina", "sanni"),
        scene="office",
        words={
            "fi": Words(
                "Yhden luukun palvelupiste avattiin matalan tiskin taakse",
                "Kaupunki, työllisyyspalvelut ja järjestöt palvelevat nyt samassa tilassa. Tiskit ovat matalia, "
                "ääntä vaimennetaan, ja vuoronumeron saa myös tekstiviestillä.",
                body=(
                    "Tilan suunnitteluun osallistui kolmekymmentä asukasta, joista moni liikkuu pyörätuolilla, "
                    "käyttää kuulolaitetta tai jännittää virastoja.",
                    heading("Rauhallinen tunti"),
                    "Keskiviikkoisin kello 9–10 valot ovat himmeämmät, musiikkia ei soiteta eikä jonoa ole. "
                    "Tunti sopii kaikille, jotka kaipaavat hiljaisempaa asiointia.",
                ),
            ),
            "sv": Words(
                "Servicepunkt med en enda lucka öppnade bakom låga diskar",
                "Staden, sysselsättningstjänsterna och organisationerna betjänar nu i samma lokal. Diskarna är "
                "låga, ljudet dämpas och könumret får man också som textmeddelande.",
                body=(
                    "Trettio invånare var med och planerade lokalen. Många av dem rör sig med rullstol, använder "
                    "hörapparat eller blir nervösa på ämbetsverk.",
                    heading("En lugn timme"),
                    "På onsdagar klockan 9–10 är ljuset dämpat, ingen musik spelas och ingen kö finns. Timmen "
                    "passar alla som behöver uträtta sina ärenden i lugn och ro.",
                ),
            ),
            "en": Words(
                "One-stop service point opens behind low counters",
                "The city, the employment services and associations now serve in one place. The counters are "
                "low, sound is dampened, and your queue number can come as a text message.",
                body=(
                    "Thirty residents helped to plan the room. Many of them use a wheelchair or a hearing aid, "
                    "or feel nervous in public offices.",
                    heading("A quiet hour"),
                    "On Wednesdays from 9 to 10 the lights are dimmed, no music plays and there is no queue. The "
                    "hour is for everybody who needs a calmer visit.",
                ),
            ),
        },
    ),
    Item(
        key="staff-training",
        day=date(2024, 9, 16),
        themes=("equality",),
        contacts=("amina",),
        scene="training",
        words={
            "fi": Words(
                "Jokainen esihenkilö harjoittelee syrjintään puuttumista",
                "Suvisalmen 140 esihenkilöä käy syksyn aikana koulutuksen, jossa ei kuunnella luentoa vaan "
                "harjoitellaan vaikeita keskusteluja.",
                body=(
                    "Tapaukset ovat tosielämästä: työhaastattelussa kysytään lapsista, kahvipöydässä kerrotaan "
                    "vitsi, asiakas ei halua tummaihoista hoitajaa. Mitä esihenkilö sanoo seuraavaksi?",
                    "Koulutuksen jälkeen jokainen yksikkö sopii yhdestä asiasta, jonka se tekee toisin.",
                ),
            ),
            "sv": Words(
                "Varje chef övar på att ingripa mot diskriminering",
                "De 140 cheferna i Sommarsund går under hösten en utbildning där man inte lyssnar på en föreläsning "
                "utan övar svåra samtal.",
                body=(
                    "Fallen kommer ur verkliga livet: i en anställningsintervju frågas det om barn, vid "
                    "kaffebordet berättas en vits, en kund vill inte ha en mörkhyad vårdare. Vad säger chefen?",
                    "Efter utbildningen kommer varje enhet överens om en sak som den gör annorlunda.",
                ),
            ),
        },
    ),
    Item(
        key="human-rights-day",
        day=date(2024, 12, 9),
        organisation="kajaani",
        themes=("equality", "participation"),
        contacts=("aino",),
        words={
            "fi": Words(
                "Ihmisoikeuksien päivänä kaupungintalon ovet ovat auki",
                "Tiistaina 10.12. kaupungintalolla voi kysyä päättäjiltä mitä vain. Vastaukset kirjataan ja "
                "julkaistaan viikon kuluessa.",
                body=(
                    "Paikalla ovat kaupunginjohtaja, romanityöryhmän, vammaisneuvoston ja vanhusneuvoston "
                    "puheenjohtajat. Tulkkaus järjestetään pyynnöstä, myös viittomakielelle.",
                    "Kysymyksen voi jättää myös etukäteen paperilla kirjastoon tai sähköpostilla.",
                ),
            ),
        },
    ),
    Item(
        key="new-act",
        day=date(2025, 1, 13),
        organisation="kouvola",
        themes=("integration",),
        contacts=("tuomas",),
        related=("integration",),
        words={
            "fi": Words(
                "Uusi kotoutumislaki toi kunnille lisää vastuuta",
                "Vuoden alusta kotoutumisen suunnittelu ja palvelut ovat entistä enemmän kunnan vastuulla. "
                "Asukkaalle tärkein muutos on selvä: yksi taho vastaa.",
                body=(
                    "Vanha sana kotouttamisohjelma jäi pois. <b>Kotoutumisohjelma</b> tarkoittaa nyt kunnan "
                    "palvelujen kokonaisuutta: osaamisen kartoitusta, suunnitelmaa, kieltä, "
                    "yhteiskuntaorientaatiota ja ohjausta.",
                    "Jos sinulla on jo kotoutumissuunnitelma, se on edelleen voimassa. Uutta ei tarvitse hakea, "
                    "vaan otamme yhteyttä, kun suunnitelma on tarkistettava.",
                ),
            ),
            "sv": Words(
                "Den nya integrationslagen gav kommunerna större ansvar",
                "Från årsskiftet ansvarar kommunen i större utsträckning för planeringen av integrationen och för "
                "tjänsterna. För invånaren är en ändring viktigast: det är tydligt vem som ansvarar.",
                body=(
                    "Ordet för det gamla dokumentet försvann. <b>Integrationsprogram</b> betyder nu helheten av "
                    "kommunens tjänster: kartläggning av kunnande, plan, språk, samhällsorientering och handledning.",
                    "Om du redan har en integrationsplan gäller den fortfarande. Du behöver inte ansöka om en ny; vi "
                    "hör av oss när planen ska ses över.",
                ),
            ),
            "en": Words(
                "New Integration Act gives municipalities more responsibility",
                "Since the turn of the year, planning and providing integration services is more than before the "
                "municipality’s job. For residents the main change is clear: one body answers.",
                body=(
                    "The old term for the document is gone. <b>Integration programme</b> now means the whole of the "
                    "municipality’s services: assessment of skills, a plan, language, orientation and guidance.",
                    "If you already have an integration plan, it is still valid. You need not apply for a new one; we "
                    "will contact you when the plan has to be reviewed.",
                ),
            ),
        },
    ),
    Item(
        key="sign-language-tours",
        day=date(2025, 4, 28),
        themes=("language", "equality"),
        contacts=("sanni",),
        words={
            "fi": Words(
                "Museossa opastetaan nyt viittomakielellä",
                "Kuun ensimmäisenä lauantaina Suvisalmen museo puhuu käsillä. Opastukset pitää viittomakielinen "
                "opas, ja puheelle on tulkki.",
                body=(
                    "Idea tuli kuurojen yhdistykseltä, joka myös valitsi ensimmäisen kierroksen aiheen: "
                    "kaupungin satavuotiaan kuurojenkoulun oppilaat.",
                    "Opastukselle mahtuu viisitoista ihmistä. Paikkaa ei tarvitse varata.",
                ),
            ),
            "sv": Words(
                "Museet ordnar nu guidningar på teckenspråk",
                "Den första lördagen i månaden talar museet i Sommarsund med händerna. Guiden är "
                "teckenspråkig, och guidningen tolkas till tal.",
                body=(
                    "Idén kom från de dövas förening, som också valde ämnet för den första rundan: eleverna i "
                    "stadens hundraåriga dövskola.",
                    "Femton personer ryms med. Platser behöver inte bokas.",
                ),
            ),
        },
    ),
    Item(
        key="school-start",
        day=date(2025, 8, 18),
        themes=("language", "integration"),
        contacts=("olena", "amina"),
        scene="school",
        words={
            "fi": Words(
                "Koulun aloitus ilman arvauksia: opas huoltajille yhdeksällä kielellä",
                "Mikä on Wilma, milloin syödään ja mitä ovat kuravaatteet? Uusi opas vastaa "
                "kysymyksiin, joita kukaan ei kehtaa kysyä.",
                body=(
                    "Oppaan kirjoittivat huoltajat, jotka ovat itse opetelleet suomalaista koulua. Siinä on "
                    "enemmän kuvia kuin tekstiä, ja se on luettavissa myös ääneen.",
                    "Opas jaetaan luokissa elokuun aikana. Sen saa pyynnöstä myös isokirjoituksena.",
                ),
            ),
            "sv": Words(
                "Skolstart utan gissningar: guide för vårdnadshavare på nio språk",
                "Vad är Wilma, när äter man lunch och vad menas med galonkläder? En ny guide svarar på frågorna "
                "som ingen törs ställa.",
                body=(
                    "Guiden är skriven av vårdnadshavare som själva har lärt sig den finländska skolan. Den har "
                    "fler bilder än ord och kan också lyssnas på.",
                    "Guiden delas ut i klasserna under augusti. På begäran får man den också med stor stil.",
                ),
            ),
        },
    ),
    Item(
        key="survey",
        day=date(2025, 11, 3),
        themes=("participation", "relations"),
        contacts=("amina",),
        words={
            "fi": Words(
                "Miltä Suvisalmessa tuntuu asua? Vastaa kyselyyn",
                "Kaupunki kysyy asukkailta, kenen kanssa jutellaan, mihin luotetaan ja missä ei uskalla kulkea. "
                "Vastaaminen vie kymmenen minuuttia.",
                body=(
                    "Kyselyyn vastataan nimettömästi kahdeksalla kielellä ja selkosuomeksi. Kirjastossa ja "
                    "asukastuvilla saa apua vastaamiseen.",
                    quote(
                        "Numerot eivät yksin riitä, mutta ilman niitä puhumme vain siitä, mitä itse olemme "
                        "nähneet.",
                        "Amina Warsame",
                        "osallisuuskoordinaattori",
                    ),
                    "Tulokset esitellään maaliskuussa, ja ne ohjaavat seuraavaa hyvinvointisuunnitelmaa.",
                ),
            ),
            "sv": Words(
                "Hur känns det att bo i Sommarsund? Svara på enkäten",
                "Staden frågar invånarna vem man pratar med, vad man litar på och var man inte vågar gå. Det tar "
                "tio minuter att svara.",
                body=(
                    "Man svarar anonymt på åtta språk och på lätt finska. I biblioteket och i invånarstugorna får "
                    "man hjälp med att svara.",
                    quote(
                        "Siffror räcker inte ensamma, men utan dem talar vi bara om det som vi själva har sett.",
                        "Amina Warsame",
                        "delaktighetskoordinator",
                    ),
                    "Resultaten presenteras i mars och styr nästa välfärdsplan.",
                ),
            ),
            "en": Words(
                "What is it like to live in Suvisalmi? Answer our survey",
                "The city asks residents whom they talk with, what they trust and where they do not dare to walk. "
                "It takes ten minutes.",
                body=(
                    "Answers are anonymous. The survey is in eight languages and in easy-to-read Finnish. In the "
                    "library and the community houses there is help.",
                    quote(
                        "Numbers alone are not enough, but without them we only speak of what we have seen "
                        "ourselves.",
                        "Amina Warsame",
                        "participation coordinator",
                    ),
                    "The results come in March and will guide the next wellbeing plan.",
                ),
            ),
        },
    ),
)
