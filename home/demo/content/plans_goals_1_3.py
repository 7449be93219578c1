"""Goals 1 to 3 of the good-relations programme, their actions, and what was told of them."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.plan_shape import ActionWords, DemoAction, DemoGoal, News, TitledText

GOALS_1_3: tuple[DemoGoal, ...] = (
    DemoGoal(
        {
            "fi": TitledText(
                "Eriarvoisuutta tuottavat rakenteet tunnistetaan ja puretaan",
                "Katsomme lomakkeita, ohjeita ja päätöksiä niiden silmin, joille ne tuottavat hankaluuksia.",
            ),
            "sv": TitledText(
                "Strukturer som skapar ojämlikhet identifieras och avvecklas",
                "Vi granskar blanketter, anvisningar och beslut med ögonen hos dem som får besvär av dem.",
            ),
            "en": TitledText(
                "Structures that make society unequal are recognised and taken apart",
                "We look at forms, instructions and decisions through the eyes of those whom they cause trouble.",
            ),
        },
        (
            DemoAction(
                {
                    "fi": ActionWords(
                        "Kunnat käyvät läpi asiakaslomakkeensa",
                        "Läpikäynnissä ovat mukana asukkaat, jotka ovat jääneet lomakkeen takia ilman palvelua.",
                        "läpikäytyjä lomakkeita",
                    ),
                    "sv": ActionWords(
                        "Kommunerna går igenom sina kundblanketter",
                        "Med är invånare som på grund av en blankett har blivit utan service.",
                        "genomgångna blanketter",
                    ),
                    "en": ActionWords(
                        "Municipalities go through their customer forms",
                        "Residents who have been left without a service because of a form take part.",
                        "forms gone through",
                    ),
                },
                responsible="association",
                contact="david",
                starts=-600,
                ends=-40,
                baseline="0",
                target="120",
                told=(
                    News(
                        "under_way",
                        -390,
                        {
                            "fi": "Kuusi kuntaa on aloittanut.",
                            "sv": "Sex kommuner har kommit i gång.",
                            "en": "Six municipalities have begun.",
                        },
                        "18",
                    ),
                    News(
                        "under_way",
                        -180,
                        {
                            "fi": "Asumisen lomakkeet on käyty läpi.",
                            "sv": "Blanketterna för boende är genomgångna.",
                            "en": "The forms for housing have been gone through.",
                        },
                        "74",
                    ),
                    News(
                        "done",
                        -45,
                        {
                            "fi": "Tavoite täyttyi. Eniten muuttui toimeentulotuen liitepyyntö: siitä poistui kolme kohtaa.",
                            "sv": "Målet nåddes. Mest ändrades begäran om bilagor till utkomststödet: tre punkter ströks.",
                            "en": "The aim was reached. What changed most was the list of papers for social assistance: three were dropped.",
                        },
                        "124",
                    ),
                ),
            ),
            DemoAction(
                {
                    "fi": ActionWords(
                        "Yhdenvertaisuusvaikutukset arvioidaan ennen päätöstä",
                        "Arvioinnille on yhden sivun malli, jonka voi täyttää valmistelija yksin.",
                        "kuntia, joissa malli on käytössä",
                    ),
                    "sv": ActionWords(
                        "Konsekvenserna för likabehandlingen bedöms före beslut",
                        "För bedömningen finns en mall på en sida som den som bereder ärendet kan fylla i själv.",
                        "kommuner som använder mallen",
                    ),
                    "en": ActionWords(
                        "Effects on equality are assessed before a decision",
                        "There is a one-page form for it that whoever prepares a matter can fill in alone.",
                        "municipalities using the form",
                    ),
                },
                responsible="association",
                contact="david",
                starts=-420,
                ends=200,
                baseline="2",
                target="30",
                told=(
                    News("not_started", -400),
                    News(
                        "under_way",
                        -60,
                        {
                            "fi": "Malli on käytössä yhdessätoista kunnassa.",
                            "sv": "Mallen används i elva kommuner.",
                            "en": "Eleven municipalities use the form.",
                        },
                        "11",
                    ),
                ),
            ),
        ),
    ),
    DemoGoal(
        {
            "fi": TitledText(
                "Työelämä on moninaista eikä syrji",
                "Työnhakijan nimi tai aksentti ei ratkaise, kutsutaanko hänet haastatteluun.",
            ),
            "sv": TitledText(
                "Arbetslivet är mångfaldigt och fritt från diskriminering",
                "Namnet eller brytningen avgör inte om den som söker jobb kallas till intervju.",
            ),
            "en": TitledText(
                "Working life is diverse and free of discrimination",
                "Neither name nor accent decides whether an applicant is called to an interview.",
            ),
        },
        (
            DemoAction(
                {
                    "fi": ActionWords(
                        "Nimetön rekrytointi kokeillaan kolmessa työpaikassa",
                        "Kokeilusta jää ohje, jota muutkin voivat käyttää.",
                        "avoimia työpaikkoja kokeilussa",
                    ),
                    "sv": ActionWords(
                        "Anonym rekrytering prövas på tre arbetsplatser",
                        "Försöket resulterar i en anvisning som också andra kan använda.",
                        "lediga platser i försöket",
                    ),
                    "en": ActionWords(
                        "Anonymous recruitment is tried out at three workplaces",
                        "The trial leaves behind instructions that others can use as well.",
                        "vacancies in the trial",
                    ),
                },
                responsible="employment",
                starts=-300,
                ends=-20,
                target="40",
                told=(
                    News(
                        "under_way",
                        -210,
                        {
                            "fi": "Kaksi työpaikkaa mukana.",
                            "sv": "Två arbetsplatser är med.",
                            "en": "Two workplaces take part.",
                        },
                        "9",
                    ),
                    News(
                        "delayed",
                        -30,
                        {
                            "fi": "Kolmas työpaikka vetäytyi. Uutta etsitään, ja kokeilu jatkuu keväällä.",
                            "sv": "Den tredje arbetsplatsen drog sig ur. En ny söks, och försöket fortsätter i vår.",
                            "en": "The third workplace withdrew. Another is being looked for, and the trial goes on in spring.",
                        },
                        "22",
                    ),
                ),
            ),
            DemoAction(
                {
                    "fi": ActionWords(
                        "Mentorit maahan muuttaneille asiantuntijoille",
                        "Mentori avaa ovia omalla alallaan puolen vuoden ajan.",
                        "mentoripareja",
                    ),
                    "sv": ActionWords(
                        "Mentorer för experter som har flyttat till Finland",
                        "Mentorn öppnar dörrar inom sin egen bransch i ett halvt år.",
                        "mentorspar",
                    ),
                    "en": ActionWords(
                        "Mentors for experts who have moved to Finland",
                        "For half a year, the mentor opens doors in his or her own field.",
                        "mentoring pairs",
                    ),
                },
                responsible="employment",
                contact="olena",
                starts=-500,
                ends=150,
                baseline="8",
                target="60",
                told=(News("under_way", -410, {"fi": "Ensimmäiset parit ovat tavanneet."}, "14"),),
            ),
        ),
    ),
    DemoGoal(
        {
            "fi": TitledText(
                "Viranomaiset osaavat edistää yhdenvertaisuutta ja toimia rasismia vastaan",
                "Osaaminen näkyy tiskillä: asiakas saa avun, vaikka hänen asiansa ei mahdu tavalliseen kaavaan.",
            ),
            "sv": TitledText(
                "Myndigheterna kan främja likabehandling och motverka rasism",
                "Kunnandet syns vid disken: kunden får hjälp också när ärendet inte passar in i den vanliga mallen.",
            ),
            "en": TitledText(
                "Authorities know how to advance equality and counter racism",
                "Skill shows at the counter: customers get help even if their matter does not fit the usual mould.",
            ),
        },
        (
            DemoAction(
                {
                    "fi": ActionWords(
                        "Verkkokurssi asiakaspalvelun henkilöstölle",
                        "Kurssi kestää kaksi tuntia, ja siinä on tekstitys kolmella kielellä.",
                        "kurssin suorittaneita",
                    ),
                    "sv": ActionWords(
                        "Webbkurs för personal i kundtjänst",
                        "Kursen tar två timmar och är textad på tre språk.",
                        "personer som har gått kursen",
                    ),
                    "en": ActionWords(
                        "Online course for customer service staff",
                        "The course takes two hours and is captioned in three languages.",
                        "people who have taken the course",
                    ),
                },
                responsible="relations",
                contact="leila",
                starts=-450,
                ends=90,
                baseline="0",
                target="1500",
                told=(
                    News(
                        "under_way",
                        -330,
                        {
                            "fi": "Kurssi on julkaistu.",
                            "sv": "Kursen är publicerad.",
                            "en": "The course has been published.",
                        },
                        "40",
                    ),
                    News(
                        "under_way",
                        -25,
                        {
                            "fi": "Kaksi hyvinvointialuetta otti kurssin osaksi perehdytystä.",
                            "sv": "Två välfärdsområden har tagit in kursen i introduktionen.",
                            "en": "Two wellbeing services counties have made the course part of their induction.",
                        },
                        "1130",
                    ),
                ),
            ),
        ),
    ),
)
