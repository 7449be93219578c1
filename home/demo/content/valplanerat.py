"""The calls of the project Välplanerat, written first in Swedish: the first round (2023) and the next."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.call_shape import Asked, Call, CallWords
from home.demo.content.scenes import ALTS
from home.demo.shape import accordion, call_to_action, heading

_WHO_SV = (
    "<ul><li>Kommuner av alla storlekar, från hela landet.</li>"
    "<li>Varje kommun utser två anställda som utbildas till instruktörer.</li>"
    "<li>Varje regionförvaltningsverk kan skicka en person.</li></ul>"
)
_WHO_FI = (
    "<ul><li>Kaikenkokoiset kunnat koko maasta.</li>"
    "<li>Kukin kunta nimeää kaksi työntekijää, jotka koulutetaan ohjaajiksi.</li>"
    "<li>Kukin aluehallintovirasto voi lähettää yhden henkilön.</li></ul>"
)
_LANGUAGE_SV = accordion(
    "På vilket språk?",
    "<p>Undervisningen går på finska. I diskussionerna är svenska välkommen, och du får "
    "använda det språk som känns naturligt.</p>",
    is_open=True,
)
_LANGUAGE_FI = accordion(
    "Millä kielellä?",
    "<p>Opetus on suomeksi. Keskusteluissa myös ruotsi on tervetullut, ja voit käyttää sitä "
    "kieltä, joka tuntuu luontevalta.</p>",
    is_open=True,
)
_AFTER_SV = accordion(
    "Vad händer sedan?",
    "<p>Instruktörerna handleder sin egen kommun i att göra, följa upp och förnya planen. "
    "De bildar ett nätverk som träffas två gånger om året.</p>",
)
_AFTER_FI = accordion(
    "Mitä sitten tapahtuu?",
    "<p>Ohjaajat auttavat omaa kuntaansa tekemään, seuraamaan ja uudistamaan suunnitelmaa. "
    "He muodostavat verkoston, joka tapaa kahdesti vuodessa.</p>",
)

FIRST = Call(
    key="valplanerat",
    published=date(2023, 12, 4),
    closes=date(2024, 1, 31),
    decided=date(2024, 2, 19),
    places=10,
    organisation="association",
    themes=("equality", "gender"),
    contacts=("david", "aino"),
    scene="training",
    funder="eu",
    related=("regional-plans", "plan-praised"),
    email="valplanerat@example.org",
    dates=(None, None),
    words={
        "sv": CallWords(
            "Välplanerat söker tio kommuner som vill utbilda egna instruktörer",
            "Projektet Välplanerat söker tio kommuner. Varje kommun utser två anställda som får "
            "utbildning i att leda arbetet med jämställdhet och likabehandling.",
            _WHO_SV,
            "kommuner",
            ALTS["training"]["sv"],
            body=(
                "Många kommuner har en bra plan för jämställdhet och likabehandling. Färre har någon som "
                "för den vidare till vardagen. Välplanerat utbildar därför instruktörer som stöder sina "
                "kolleger också efter att projektet har tagit slut.",
                heading("Så går utbildningen till"),
                _LANGUAGE_SV,
                _AFTER_SV,
                heading("Så ansöker du"),
                "Skriv några rader om kommunen, de två deltagarna och vad ni vill få till stånd. "
                "Chefens samtycke behövs.",
                call_to_action(
                    "Ställ en fråga om ansökan",
                    "Är du osäker på om utbildningen passar er? Fråga gärna.",
                    url="https://valplanerat.example.org/fraga",
                ),
            ),
            dates=(
                ("Närstudiedagar", "våren 2024, i Helsingfors"),
                ("Träffar på nätet", "våren 2024"),
            ),
            outcome="<p>Tio kommuner valdes. Alla sökande har fått svar per e-post.</p>",
        ),
        "fi": CallWords(
            "Välplanerat etsii kymmentä kuntaa kouluttamaan omia ohjaajia",
            "Välplanerat-hanke etsii kymmentä kuntaa. Kukin kunta nimeää kaksi työntekijää, jotka "
            "koulutetaan ohjaamaan tasa-arvo- ja yhdenvertaisuustyötä.",
            _WHO_FI,
            "kuntaa",
            ALTS["training"]["fi"],
            body=(
                "Monella kunnalla on hyvä tasa-arvo- ja yhdenvertaisuussuunnitelma. Harvemmalla on joku, "
                "joka vie sen arkeen. Siksi Välplanerat kouluttaa ohjaajia, jotka tukevat työtovereitaan "
                "vielä hankkeen päätyttyäkin.",
                heading("Näin koulutus etenee"),
                _LANGUAGE_FI,
                _AFTER_FI,
                heading("Näin haet"),
                "Kirjoita muutama rivi kunnastanne, osallistujista ja siitä, mitä haluatte saada "
                "aikaan. Esihenkilön suostumus tarvitaan.",
                call_to_action(
                    "Kysy hakemisesta",
                    "Etkö ole varma, sopiiko koulutus teille? Kysy rohkeasti.",
                    url="https://valplanerat.example.org/fraga",
                ),
            ),
            dates=(
                ("Lähiopetuspäivät", "keväällä 2024 Helsingissä"),
                ("Verkkotapaamiset", "keväällä 2024"),
            ),
            outcome="<p>Mukaan valittiin kymmenen kuntaa. Kaikki hakijat ovat saaneet vastauksen sähköpostitse.</p>",
        ),
    },
)

SECOND = Call(
    key="valplanerat-second",
    published=-6,
    closes=24,
    places=10,
    organisation="association",
    themes=("equality", "gender"),
    contacts=("david", "aino"),
    scene="library",
    funder="eu",
    related=("valplanerat", "regional-plans", "plan-praised"),
    dates=(62, 97),
    questions=(
        ("singleline", "organization", True),
        ("singleline", "name", True),
        ("email", "email", True),
        ("singleline", "tel", False),
        ("radio", "", True),
        ("multiline", "", True),
        ("checkboxes", "", False),
        ("file", "", False),
        ("checkbox", "", True),
    ),
    words={
        "sv": CallWords(
            "Välplanerat söker tio kommuner till: utbilda egna instruktörer",
            "Nu söker Välplanerat tio nya kommuner. Varje kommun utser två anställda som får "
            "utbildning i att leda arbetet med jämställdhet och likabehandling.",
            _WHO_SV,
            "kommuner",
            ALTS["library"]["sv"],
            body=(
                "Instruktörerna från den första omgången har redan hjälpt sina kommuner att föra planerna ut i "
                "vardagen. Nu får tio kommuner till samma möjlighet. Utbildningen är avgiftsfri, och projektet "
                "ersätter resorna.",
                heading("Så går utbildningen till"),
                _LANGUAGE_SV,
                _AFTER_SV,
                heading("Så väljs kommunerna"),
                "Vi ser till att stora och små kommuner från olika delar av landet kommer med. Alla som har ansökt "
                "får svar inom tre veckor efter att ansökningstiden har gått ut.",
            ),
            dates=(
                ("Närstudiedag", "Helsingfors, kl. 9–16"),
                ("Träff på nätet", "kl. 13–15"),
            ),
            questions=(
                Asked("Kommun eller ämbetsverk"),
                Asked("Ditt namn"),
                Asked("Din e-postadress", "Hit får du en bekräftelse."),
                Asked("Ditt telefonnummer"),
                Asked(
                    "Hur många invånare har kommunen?",
                    choices="under 10 000\n10 000–50 000\növer 50 000",
                ),
                Asked(
                    "Vilka två personer deltar, och vad vill ni få till stånd?",
                    "Namn och uppgifter, och några meningar om målet.",
                ),
                Asked(
                    "Vilka språk vill ni använda i diskussionerna?",
                    choices="finska\nsvenska\nengelska",
                ),
                Asked("Kommunens plan, om ni har en"),
                Asked("Chefen har gett sitt samtycke"),
            ),
        ),
        "fi": CallWords(
            "Välplanerat etsii kymmentä uutta kuntaa: kouluttakaa omia ohjaajia",
            "Välplanerat etsii nyt kymmentä uutta kuntaa. Kukin kunta nimeää kaksi työntekijää, jotka "
            "koulutetaan ohjaamaan tasa-arvo- ja yhdenvertaisuustyötä.",
            _WHO_FI,
            "kuntaa",
            ALTS["library"]["fi"],
            body=(
                "Ensimmäisen kierroksen ohjaajat ovat jo auttaneet kuntiaan viemään suunnitelmat arkeen. Nyt saman "
                "mahdollisuuden saa kymmenen kuntaa lisää. Koulutus on maksuton, ja hanke korvaa matkat.",
                heading("Näin koulutus etenee"),
                _LANGUAGE_FI,
                _AFTER_FI,
                heading("Näin kunnat valitaan"),
                "Huolehdimme siitä, että mukaan tulee isoja ja pieniä kuntia eri puolilta maata. Kaikki hakijat saavat "
                "vastauksen kolmen viikon kuluessa hakuajan päättymisestä.",
            ),
            dates=(
                ("Lähiopetuspäivä", "Helsinki, klo 9–16"),
                ("Verkkotapaaminen", "klo 13–15"),
            ),
            questions=(
                Asked("Kunta tai virasto"),
                Asked("Nimesi"),
                Asked("Sähköpostiosoitteesi", "Saat tähän osoitteeseen vahvistuksen."),
                Asked("Puhelinnumerosi"),
                Asked(
                    "Kuinka paljon kunnassa on asukkaita?",
                    choices="alle 10 000\n10 000–50 000\nyli 50 000",
                ),
                Asked(
                    "Ketkä kaksi osallistuvat, ja mitä haluatte saada aikaan?",
                    "Nimet ja tehtävät sekä muutama virke tavoitteesta.",
                ),
                Asked(
                    "Mitä kieliä haluatte käyttää keskusteluissa?",
                    choices="suomi\nruotsi\nenglanti",
                ),
                Asked("Kunnan suunnitelma, jos teillä on sellainen"),
                Asked("Esihenkilö on antanut suostumuksensa"),
            ),
        ),
    },
    applications=(
        (
            "Sommarsunds stad",
            "Frida Granholm",
            "frida.granholm@example.org",
            "040 000 0071",
            "10 000–50 000",
            "Frida Granholm (välfärdskoordinator) och Ville Niittylä (personalplanerare). "
            "Vi vill att varje enhet gör upp ett mål om året.",
            ["finska", "svenska"],
            [],
            True,
        ),
        (
            "Björknäs kommun",
            "Oskar Ekvall",
            "oskar.ekvall@example.org",
            "",
            "under 10 000",
            "Oskar Ekvall (bildningschef) och Selma Haapala (bibliotekarie). "
            "Vår plan är från 2021 och har legat i en låda.",
            ["svenska"],
            [],
            True,
        ),
    ),
)

CALLS = (FIRST, SECOND)
