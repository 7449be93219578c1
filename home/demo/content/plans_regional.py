"""Three regional plans of the good-relations programme, with the workshops in which they were made."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.content.plans_workshops import EAST, SOUTH, WEST
from home.demo.plan_shape import ActionWords, DemoAction, News, Plan, PlanWords

PROGRAMME = "relations-programme"

SOUTH_PLAN = Plan(
    key="relations-south",
    kind="regional",
    parent=PROGRAMME,
    area="etno-etela-suomi",
    chosen=(2, 3, 6),
    published=date(2024, 6, 7),
    begins=date(2024, 6, 1),
    ends=330,
    funding=(8000, 10000),
    responsible="relations",
    contacts=("leila",),
    workshops=SOUTH,
    funder="eu",
    adopted_on=date(2024, 5, 28),
    section="6",
    case_number="HVS/2024/31",
    actions=(
        DemoAction(
            {
                "fi": ActionWords(
                    "Rekrytointipäivä, jossa jokainen työnantaja kertoo ensin itsestään",
                    "Päivä pidetään Lahdessa ja Kouvolassa. Tulkkeja on paikalla kahdeksalla kielellä.",
                    "solmittuja työsuhteita",
                ),
                "sv": ActionWords(
                    "En rekryteringsdag där arbetsgivarna först berättar om sig själva",
                    "Dagen ordnas i Lahtis och Kouvola. Tolkar finns på plats på åtta språk.",
                    "ingångna anställningar",
                ),
                "en": ActionWords(
                    "A job fair at which employers first introduce themselves",
                    "It is held in Lahti and Kouvola. Interpreters are there in eight languages.",
                    "people hired",
                ),
            },
            responsible="employment",
            starts=-260,
            ends=-60,
            target="25",
            told=(
                News(
                    "done",
                    -62,
                    {
                        "fi": "Kaksi päivää pidetty, 31 ihmistä sai töitä.",
                        "sv": "Två dagar har hållits, 31 personer fick jobb.",
                        "en": "Two days have been held, 31 people got a job.",
                    },
                    "31",
                ),
            ),
        ),
        DemoAction(
            {
                "fi": ActionWords(
                    "Poliisin ja järjestöjen yhteinen iltapäivä joka kuukausi",
                    "Mukaan voi tulla ilman ilmoittautumista ja puhua myös nimettömästi.",
                ),
                "sv": ActionWords(
                    "En gemensam eftermiddag för polisen och organisationerna varje månad",
                    "Man kan komma utan anmälan och också tala anonymt.",
                ),
                "en": ActionWords(
                    "A monthly afternoon with the police and associations",
                    "One can come without signing up, and also talk without giving a name.",
                ),
            },
            responsible="police",
            contact="leila",
            starts=-120,
            ends=280,
            told=(
                News(
                    "under_way",
                    -20,
                    {
                        "fi": "Neljä iltapäivää pidetty.",
                        "sv": "Fyra eftermiddagar har hållits.",
                        "en": "Four afternoons have been held.",
                    },
                ),
            ),
        ),
    ),
    words={
        "fi": PlanWords(
            "Etelä-Suomen suunnitelma: työ, osaavat viranomaiset ja turvallisuus",
            "Etelä-Suomessa tartutaan siihen, mistä työpajoissa puhuttiin eniten: töihin pääsyyn, palveluun "
            "tiskillä ja turvalliseen arkeen.",
            adopted_by="Etelä-Suomen valmisteluryhmä",
        ),
        "sv": PlanWords(
            "Plan för Södra Finland: arbete, kunniga myndigheter och trygghet",
            "I Södra Finland tar man itu med det som det talades mest om i verkstäderna: att få jobb, servicen "
            "vid disken och en trygg vardag.",
            adopted_by="Beredningsgruppen för Södra Finland",
        ),
        "en": PlanWords(
            "Plan for Southern Finland: work, skilled authorities and safety",
            "Southern Finland takes up what the workshops talked about most: getting a job, service at the "
            "counter, and safety in everyday life.",
            adopted_by="Preparatory group for Southern Finland",
        ),
    },
)

EAST_PLAN = Plan(
    key="relations-east",
    kind="regional",
    parent=PROGRAMME,
    area="etno-ita-suomi",
    chosen=(4, 5),
    published=date(2024, 5, 15),
    begins=date(2024, 5, 1),
    ends=220,
    funding=(7000, 10000),
    responsible="relations",
    contacts=("anneli", "leila"),
    workshops=EAST,
    funder="eu",
    adopted_on=date(2024, 4, 30),
    section="3",
    case_number="HVS/2024/22",
    actions=(
        DemoAction(
            {
                "fi": ActionWords(
                    "Kyläilta, jossa kerrotaan, mistä tulimme tänne",
                    "Myös ne kertovat, joiden suku on asunut samassa pihassa kolmesataa vuotta.",
                    "iltoja",
                ),
                "sv": ActionWords(
                    "Byakväll: varifrån vi kom hit",
                    "Också de berättar vars släkt har bott på samma gård i trehundra år.",
                    "kvällar",
                ),
                "en": ActionWords(
                    "Village evenings: where we came from",
                    "Those whose family has lived on the same farm for three hundred years tell their story, too.",
                    "evenings",
                ),
            },
            responsible="relations",
            contact="anneli",
            starts=-420,
            ends=100,
            target="12",
            told=(
                News(
                    "under_way",
                    -400,
                    {
                        "fi": "Kolme iltaa pidetty.",
                        "sv": "Tre kvällar har hållits.",
                        "en": "Three evenings have been held.",
                    },
                    "3",
                ),
            ),
        ),
        DemoAction(
            {
                "fi": ActionWords(
                    "Nuorten vertaisohjaajat kouluihin",
                    "Kaksi nuorta vierailee luokassa ja vetää keskustelun siitä, mikä satuttaa ja mikä auttaa.",
                    "luokkia",
                ),
                "sv": ActionWords(
                    "Unga som kamratledare i skolorna",
                    "Två unga besöker klassen och leder ett samtal om vad som sårar och vad som hjälper.",
                    "klasser",
                ),
                "en": ActionWords(
                    "Young peer leaders in schools",
                    "Two young people visit a class and lead a talk about what hurts and what helps.",
                    "classes",
                ),
            },
            responsible="kajaani",
            contact="aino",
            starts=-280,
            ends=-10,
            target="40",
            told=(
                News(
                    "delayed",
                    -12,
                    {
                        "fi": "Ohjaajia puuttuu vielä Joensuusta. Jatketaan kevätlukukaudelle.",
                        "sv": "I Joensuu saknas ännu ledare. Vi fortsätter under vårterminen.",
                        "en": "Joensuu still lacks leaders. The work goes on in the spring term.",
                    },
                    "27",
                ),
            ),
        ),
    ),
    words={
        "fi": PlanWords(
            "Itä-Suomen suunnitelma: rasismi tunnetaan, naapurit tapaavat",
            "Pitkien välimatkojen Itä-Suomessa kohtaamisia järjestetään kylissä ja kouluissa. Työpajat tehtiin "
            "yhdessä Kainuun ja Oulun seudun kanssa.",
            adopted_by="Itä-Suomen valmisteluryhmä",
        ),
        "sv": PlanWords(
            "Plan för Östra Finland: rasismen är känd, grannar möts",
            "I Östra Finland, där avstånden är långa, ordnas möten i byar och skolor. Verkstäderna hölls "
            "tillsammans med Kajanaland och Uleåborgsregionen.",
            adopted_by="Beredningsgruppen för Östra Finland",
        ),
        "en": PlanWords(
            "Plan for Eastern Finland: racism is known, neighbours meet",
            "Distances are long in Eastern Finland, so people meet in villages and schools. The workshops were held "
            "together with Kainuu and the Oulu area.",
            adopted_by="Preparatory group for Eastern Finland",
        ),
    },
)

WEST_PLAN = Plan(
    key="relations-west",
    kind="regional",
    parent=PROGRAMME,
    area="etno-lansi-suomi",
    chosen=(5,),
    published=date(2024, 1, 22),
    begins=date(2024, 1, 1),
    ends=150,
    funding=(7000, 9000),
    responsible="relations",
    contacts=("mikael",),
    workshops=WEST,
    funder="eu",
    adopted_on=date(2023, 12, 18),
    section="2",
    case_number="HVS/2023/40",
    actions=(
        DemoAction(
            {
                "fi": ActionWords(
                    "Kaksikielinen keskustelukahvila kirjastossa",
                    "Suomea ja ruotsia puhutaan vuorotellen, ja kolmaskin kieli kelpaa.",
                    "kahviloita",
                ),
                "sv": ActionWords(
                    "Tvåspråkigt samtalskafé på biblioteket",
                    "Finska och svenska talas turvis, och ett tredje språk går också bra.",
                    "kaféer",
                ),
                "en": ActionWords(
                    "A bilingual conversation café at the library",
                    "Finnish and Swedish take turns, and a third language is welcome.",
                    "cafés",
                ),
            },
            responsible="relations",
            contact="mikael",
            starts=-240,
            ends=120,
            target="10",
            told=(
                News(
                    "under_way",
                    -33,
                    {
                        "sv": "Sju kaféer har hållits, det senaste med över trettio gäster.",
                        "fi": "Seitsemän kahvilaa pidetty, viimeisimmässä yli kolmekymmentä kävijää.",
                        "en": "Seven cafés have been held, the latest with more than thirty guests.",
                    },
                    "7",
                ),
            ),
        ),
    ),
    words={
        "fi": PlanWords(
            "Länsi-Suomen suunnitelma: kaksi kieltä, yksi pöytä",
            "Länsi-Suomi keskittyy yhteen tavoitteeseen: paikkoihin, joissa eri kieliä puhuvat tapaavat. Vaasan "
            "työpaja pidettiin yhdessä Pohjanmaan kanssa.",
            adopted_by="Länsi-Suomen valmisteluryhmä",
        ),
        "sv": PlanWords(
            "Plan för Västra Finland: två språk, ett bord",
            "Västra Finland koncentrerar sig på ett mål: platser där människor med olika språk möts. Verkstaden i "
            "Vasa hölls tillsammans med Österbotten.",
            adopted_by="Beredningsgruppen för Västra Finland",
        ),
        "en": PlanWords(
            "Plan for Western Finland: two languages, one table",
            "Western Finland concentrates on one goal: places where people of different languages meet. The workshop "
            "in Vaasa was held together with Ostrobothnia.",
            adopted_by="Preparatory group for Western Finland",
        ),
    },
)

REGIONAL = (SOUTH_PLAN, EAST_PLAN, WEST_PLAN)
