"""A call for municipalities, written first in Swedish (2023)."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, accordion, call_to_action, heading

ITEM = Item(
    key="valplanerat",
    day=date(2023, 12, 4),
    organisation="association",
    themes=("equality", "gender"),
    contacts=("david", "aino"),
    scene="training",
    funder="eu",
    related=("regional-plans", "plan-praised"),
    words={
        "sv": Words(
            "Välplanerat söker tio kommuner som vill utbilda egna instruktörer",
            "Projektet Välplanerat söker tio kommuner. Varje kommun utser två anställda som får "
            "utbildning i att leda arbetet med jämställdhet och likabehandling. Ansök senast den "
            "31 januari 2024.",
            body=(
                "Många kommuner har en bra plan för jämställdhet och likabehandling. Färre har någon som "
                "för den vidare till vardagen. Välplanerat utbildar därför instruktörer som stöder sina "
                "kolleger också efter att projektet har tagit slut.",
                heading("Vem kan delta?"),
                "<ul><li>Tio kommuner väljs, stora och små, från olika delar av landet.</li>"
                "<li>Varje kommun utser två anställda som utbildas till instruktörer.</li>"
                "<li>Varje regionförvaltningsverk kan skicka en person.</li></ul>",
                heading("Så går utbildningen till"),
                accordion(
                    "När och var?",
                    "<p>Utbildningen hålls våren 2024, dels på plats i Helsingfors, dels på nätet.</p>",
                    is_open=True,
                ),
                accordion(
                    "På vilket språk?",
                    "<p>Undervisningen går på finska. I diskussionerna är svenska välkommen, och du får "
                    "använda det språk som känns naturligt.</p>",
                ),
                accordion(
                    "Vad händer sedan?",
                    "<p>Instruktörerna handleder sin egen kommun i att göra, följa upp och förnya planen. "
                    "De bildar ett nätverk som träffas två gånger om året.</p>",
                ),
                heading("Ansök senast den 31 januari 2024"),
                "Skriv några rader om kommunen, de två deltagarna och vad ni vill få till stånd. "
                "Ansökan skickas till <b>valplanerat@example.org</b>. Chefens samtycke behövs.",
                call_to_action(
                    "Ställ en fråga om ansökan",
                    "Är du osäker på om utbildningen passar er? Fråga gärna.",
                    url="https://valplanerat.example.org/fraga",
                ),
            ),
        ),
        "fi": Words(
            "Välplanerat etsii kymmentä kuntaa kouluttamaan omia ohjaajia",
            "Välplanerat-hanke etsii kymmentä kuntaa. Kukin kunta nimeää kaksi työntekijää, jotka "
            "koulutetaan ohjaamaan tasa-arvo- ja yhdenvertaisuustyötä. Hae viimeistään "
            "31. tammikuuta 2024.",
            body=(
                "Monella kunnalla on hyvä tasa-arvo- ja yhdenvertaisuussuunnitelma. Harvemmalla on joku, "
                "joka vie sen arkeen. Siksi Välplanerat kouluttaa ohjaajia, jotka tukevat työtovereitaan "
                "vielä hankkeen päätyttyäkin.",
                heading("Kuka voi osallistua?"),
                "<ul><li>Mukaan valitaan kymmenen kuntaa, isoja ja pieniä, eri puolilta maata.</li>"
                "<li>Kukin kunta nimeää kaksi työntekijää, jotka koulutetaan ohjaajiksi.</li>"
                "<li>Kukin aluehallintovirasto voi lähettää yhden henkilön.</li></ul>",
                heading("Näin koulutus etenee"),
                accordion(
                    "Milloin ja missä?",
                    "<p>Koulutus järjestetään keväällä 2024 osin paikan päällä Helsingissä, osin verkossa.</p>",
                    is_open=True,
                ),
                accordion(
                    "Millä kielellä?",
                    "<p>Opetus on suomeksi. Keskusteluissa myös ruotsi on tervetullut, ja voit käyttää sitä "
                    "kieltä, joka tuntuu luontevalta.</p>",
                ),
                accordion(
                    "Mitä sitten tapahtuu?",
                    "<p>Ohjaajat auttavat omaa kuntaansa tekemään, seuraamaan ja uudistamaan suunnitelmaa. "
                    "He muodostavat verkoston, joka tapaa kahdesti vuodessa.</p>",
                ),
                heading("Hae viimeistään 31. tammikuuta 2024"),
                "Kirjoita muutama rivi kunnastanne, osallistujista ja siitä, mitä haluatte saada "
                "aikaan. Hakemus lähetetään osoitteeseen <b>valplanerat@example.org</b>. Esihenkilön "
                "suostumus tarvitaan.",
                call_to_action(
                    "Kysy hakemisesta",
                    "Etkö ole varma, sopiiko koulutus teille? Kysy rohkeasti.",
                    url="https://valplanerat.example.org/fraga",
                ),
            ),
        ),
    },
)
