"""The good-relations programme: seven shared goals, and what is done for each."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.content.plans_goals_1_3 import GOALS_1_3
from home.demo.content.plans_goals_4_7 import GOALS_4_7
from home.demo.plan_shape import DemoReport, Plan, PlanWords
from home.demo.shape import heading

PROGRAMME = Plan(
    key="relations-programme",
    kind="programme",
    published=date(2023, 2, 6),
    begins=date(2022, 3, 1),
    responsible="relations",
    contacts=("leila", "david"),
    documents=("programme", "programme-sv", "workshops"),
    scene="market",
    funder="eu",
    adopted_on=date(2023, 1, 26),
    section="14",
    case_number="HVS/2022/17",
    decision_url="https://vaestosuhteet.example.org/paatokset/2023-14",
    goals=(*GOALS_1_3, *GOALS_4_7),
    reports=(
        DemoReport(
            "yearly",
            -250,
            {
                "fi": "Kolmella alueella on suunnitelma. Työpajoihin osallistui runsaat neljäsataa ihmistä, ja "
                "heiltä tuli yli kaksisataa ehdotusta.",
                "sv": "Tre områden har en plan. Drygt fyrahundra personer deltog i verkstäderna och lämnade över "
                "tvåhundra förslag.",
                "en": "Three areas have a plan. A good four hundred people took part in the workshops and made more "
                "than two hundred proposals.",
            },
        ),
    ),
    words={
        "fi": PlanWords(
            "Hyvien väestösuhteiden ohjelma",
            "Seitsemän yhteistä tavoitetta, joilla luottamus kasvaa ja syrjintä vähenee. Jokainen alue valitsee "
            "niistä yhdestä kolmeen ja tekee oman suunnitelmansa yhdessä asukkaiden kanssa.",
            alt="Piirros: ihmisiä kauppatorilla myyntikojujen välissä, osa juttelee keskenään.",
            adopted_by="Hankkeen ohjausryhmä",
            legal_basis="Yhdenvertaisuuslaki (1325/2014), 5 §",
            strategy="Valtakunnallinen toimintaohjelma rasismia vastaan",
            body=(
                heading("Miten ohjelmaa toteutetaan"),
                "Työ alkoi pilotilla vuonna 2022. Alueelliset suunnitelmat tehdään etnisten suhteiden "
                "neuvottelukunnan (ETNO) seitsemällä alueella ja niiden jälkeen maakunnittain. Kullekin "
                "ETNO-alueelle on varattu 7 000–10 000 euroa.",
                "<b>Suunnitelma tehdään sovitulle ajalle, ja siihen mahtuu enintään kolme tavoitetta.</b> Näin "
                "jokainen alue ehtii tehdä valmiiksi sen, minkä lupaa.",
                heading("Miten edistymistä seurataan"),
                "Toimenpiteistä vastaavat kertovat tällä sivulla, mitä on tehty ja mikä viivästyy. Jokainen merkintä "
                "jää näkyviin, myös silloin, kun työ ei mennyt niin kuin piti.",
            ),
        ),
        "sv": PlanWords(
            "Programmet för goda befolkningsrelationer",
            "Sju gemensamma mål som ska öka tilliten och minska diskrimineringen. Varje område väljer ett till "
            "tre av dem och gör en egen plan tillsammans med invånarna.",
            alt="Teckning: människor mellan marknadsstånden på torget, några pratar med varandra.",
            adopted_by="Projektets styrgrupp",
            legal_basis="Diskrimineringslagen (1325/2014), 5 §",
            strategy="Det nationella handlingsprogrammet mot rasism",
            body=(
                heading("Så genomförs programmet"),
                "Arbetet började med ett pilotförsök 2022. De regionala planerna görs i de sju områdena för "
                "delegationen för etniska relationer (ETNO) och därefter landskapsvis. För varje ETNO-område har "
                "7 000–10 000 euro reserverats.",
                "<b>En plan görs för en överenskommen tid och rymmer högst tre mål.</b> Så hinner varje område "
                "slutföra det som det lovar.",
                heading("Så följs arbetet upp"),
                "De som ansvarar för åtgärderna berättar på den här sidan vad som har gjorts och vad som är försenat. "
                "Varje anteckning finns kvar, också när arbetet inte gick som det skulle.",
            ),
        ),
        "en": PlanWords(
            "Good relations programme",
            "Seven shared goals for more trust and less discrimination. Each area chooses one to three of them and "
            "draws up its own plan together with residents.",
            alt="Drawing: people between the stalls of a market square, some talking to each other.",
            adopted_by="Steering group of the project",
            legal_basis="Non-discrimination Act (1325/2014), section 5",
            strategy="National action plan against racism",
            body=(
                heading("How the programme is carried out"),
                "The work began with a pilot in 2022. Regional plans are made in the seven areas of the Advisory "
                "Board for Ethnic Relations (ETNO), and then region by region. EUR 7,000 to 10,000 is set aside for "
                "each ETNO area.",
                "<b>A plan covers an agreed period and has room for three goals at most.</b> So each area can finish "
                "what it promises.",
                heading("How progress is followed"),
                "Those who answer for an action tell on this page what has been done and what is late. Every entry "
                "stays, also when the work did not go as it should have.",
            ),
        ),
    },
)
