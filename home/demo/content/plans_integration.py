"""A city's integration programme 2019-2022, and the programme it replaced."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.plan_shape import (
    ActionWords,
    DemoAction,
    DemoGoal,
    DemoReport,
    News,
    Plan,
    PlanWords,
    TitledText,
)
from home.demo.shape import heading

PREDECESSOR = Plan(
    key="multicultural-programme",
    kind="integration",
    published=date(2014, 10, 8),
    begins=date(2014, 10, 1),
    ends=date(2018, 12, 31),
    responsible="kouvola",
    contacts=("riitta",),
    adopted_on=date(2014, 9, 29),
    section="61",
    case_number="KVLA/2014/118",
    goals=(
        DemoGoal(
            {
                "fi": TitledText(
                    "Neuvontaa saa yhdestä paikasta",
                    "Uuden asukkaan ei tarvitse tietää, mikä virasto hänen asiansa hoitaa.",
                ),
                "sv": TitledText(
                    "Rådgivning ges på ett ställe",
                    "En ny invånare behöver inte veta vilket ämbetsverk som sköter ärendet.",
                ),
                "en": TitledText(
                    "Advice is given in one place",
                    "A newcomer need not know which office deals with a matter.",
                ),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Neuvontapiste avataan keskustaan",
                            "Pisteessä palvellaan viidellä kielellä.",
                        ),
                        "sv": ActionWords(
                            "En rådgivningspunkt öppnas i centrum",
                            "Där ges service på fem språk.",
                        ),
                        "en": ActionWords(
                            "An advice point opens in the centre",
                            "It serves people in five languages.",
                        ),
                    },
                    responsible="kouvola",
                    starts=date(2014, 11, 1),
                    ends=date(2015, 6, 30),
                    told=(
                        News(
                            "done",
                            date(2015, 5, 18),
                            {
                                "fi": "Neuvontapiste avattiin.",
                                "sv": "Rådgivningspunkten öppnades.",
                                "en": "The advice point opened.",
                            },
                        ),
                    ),
                ),
            ),
        ),
    ),
    words={
        "fi": PlanWords(
            "Kouvolan monikulttuurisuusohjelma 2014–2018",
            "Kaupungin ensimmäinen monikulttuurisuusohjelma. Sen työtä jatkoi Kaikkien Kouvola 2019–2022.",
            adopted_by="Kouvolan kaupunginvaltuusto",
            legal_basis="Laki kotoutumisen edistämisestä (1386/2010), 32 §",
        ),
        "sv": PlanWords(
            "Kouvola stads mångkulturprogram 2014–2018",
            "Stadens första mångkulturprogram. Arbetet fördes vidare i Allas Kouvola 2019–2022.",
            adopted_by="Kouvola stadsfullmäktige",
            legal_basis="Lagen om främjande av integration (1386/2010), 32 §",
        ),
        "en": PlanWords(
            "Kouvola multicultural programme 2014–2018",
            "The city’s first multicultural programme. Its work was taken on by Everybody’s Kouvola 2019–2022.",
            adopted_by="Kouvola City Council",
            legal_basis="Act on the Promotion of Immigrant Integration (1386/2010), section 32",
        ),
    },
)

INTEGRATION = Plan(
    key="integration-programme",
    kind="integration",
    published=date(2019, 3, 19),
    begins=date(2019, 1, 1),
    ends=date(2022, 12, 31),
    responsible="kouvola",
    contacts=("tuomas", "riitta"),
    documents=("council-minutes",),
    scene="lake_town",
    adopted_on=date(2019, 3, 18),
    section="24",
    case_number="KVLA/2018/203",
    decision_url="https://kouvola.example.org/paatokset/valtuusto-2019-03-18",
    strategy_url="https://kouvola.example.org/strategia",
    replaces="multicultural-programme",
    spearheads=(
        {
            "fi": TitledText(
                "Työllistyminen", "Tie ensimmäiseen työpaikkaan lyhenee yhdessä yritysten kanssa."
            ),
            "sv": TitledText(
                "Sysselsättning",
                "Vägen till det första jobbet förkortas i samarbete med företagen.",
            ),
            "en": TitledText(
                "Employment", "Together with companies, the way to a first job is made shorter."
            ),
        },
        {
            "fi": TitledText(
                "Henkilöstön koulutuspaketti", "Sama peruskoulutus kaikkiin yksiköihin."
            ),
            "sv": TitledText(
                "Utbildningspaket för personalen", "Samma grundutbildning till alla enheter."
            ),
            "en": TitledText(
                "A training package for staff", "The same basic training for every unit."
            ),
        },
        {
            "fi": TitledText(
                "Tukihenkilö- ja vertaistoiminta", "Joku kulkee rinnalla ensimmäisen vuoden."
            ),
            "sv": TitledText(
                "Stödpersoner och kamratverksamhet", "Någon går bredvid under det första året."
            ),
            "en": TitledText(
                "Support persons and peers", "Somebody walks alongside for the first year."
            ),
        },
    ),
    goals=(
        DemoGoal(
            {
                "fi": TitledText(
                    "Hyvä ja aktiivinen arki",
                    "Asunto, koulu, harrastus ja terveyspalvelut löytyvät, ja neuvontaa saa omalla kielellä.",
                ),
                "sv": TitledText(
                    "En god och aktiv vardag",
                    "Bostad, skola, hobby och hälsovård går att hitta, och rådgivning ges på det egna språket.",
                ),
                "en": TitledText(
                    "A good and active everyday life",
                    "Housing, school, hobbies and health services can be found, with advice in one’s own language.",
                ),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Jokaiselle lapselle harrastus",
                            "Seurat avaavat kokeiluryhmiä, joihin pääsee ilman varusteita.",
                            "kokeiluryhmiä",
                        ),
                        "sv": ActionWords(
                            "En hobby åt varje barn",
                            "Föreningarna öppnar provgrupper dit man kan komma utan utrustning.",
                            "provgrupper",
                        ),
                        "en": ActionWords(
                            "A hobby for every child",
                            "Clubs open trial groups that one can join without equipment.",
                            "trial groups",
                        ),
                    },
                    responsible="kouvola",
                    starts=date(2019, 8, 1),
                    ends=date(2021, 12, 31),
                    target="15",
                    told=(
                        News(
                            "done",
                            date(2021, 11, 30),
                            {
                                "fi": "Seitsemäntoista ryhmää, joista yksitoista jatkaa.",
                                "sv": "Sjutton grupper, av vilka elva fortsätter.",
                                "en": "Seventeen groups, of which eleven go on.",
                            },
                            "17",
                        ),
                    ),
                ),
            ),
        ),
        DemoGoal(
            {
                "fi": TitledText(
                    "Osaava henkilöstö",
                    "Kaupungin työntekijät osaavat kohdata asiakkaan, jolla on eri kieli tai tausta kuin heillä itsellään.",
                ),
                "sv": TitledText(
                    "Kunnig personal",
                    "Stadens anställda kan möta en kund som har ett annat språk eller en annan bakgrund än de själva.",
                ),
                "en": TitledText(
                    "Skilled staff",
                    "The city’s employees know how to meet a customer whose language or background differs from theirs.",
                ),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Koulutuspaketti kaikkiin yksiköihin",
                            "Puoli päivää tulkin kanssa työskentelystä, puoli päivää kohtaamisesta.",
                            "koulutettuja työntekijöitä",
                        ),
                        "sv": ActionWords(
                            "Utbildningspaketet till alla enheter",
                            "En halv dag om att arbeta med tolk, en halv dag om bemötande.",
                            "utbildade anställda",
                        ),
                        "en": ActionWords(
                            "The training package for every unit",
                            "Half a day on working with an interpreter, half a day on meeting people.",
                            "employees trained",
                        ),
                    },
                    responsible="kouvola",
                    contact="riitta",
                    starts=date(2019, 9, 1),
                    ends=date(2022, 12, 31),
                    baseline="0",
                    target="900",
                    told=(
                        News(
                            "delayed",
                            date(2020, 10, 5),
                            {
                                "fi": "Lähikoulutukset keskeytyivät, verkkokurssi tehdään.",
                                "sv": "Närutbildningarna avbröts, en webbkurs görs.",
                                "en": "Training on site was interrupted, an online course is being made.",
                            },
                            "240",
                        ),
                        News(
                            "done",
                            date(2022, 11, 14),
                            {
                                "fi": "Tavoite ylittyi verkkokurssilla.",
                                "sv": "Målet överskreds med webbkursen.",
                                "en": "The aim was surpassed thanks to the online course.",
                            },
                            "1010",
                        ),
                    ),
                ),
            ),
        ),
        DemoGoal(
            {
                "fi": TitledText(
                    "Hyvät väestösuhteet",
                    "Ihmisillä on paikkoja ja syitä tavata toisiaan, ja ristiriitoihin tartutaan varhain.",
                ),
                "sv": TitledText(
                    "Goda befolkningsrelationer",
                    "Människor har platser och skäl att träffas, och konflikter tas upp i tid.",
                ),
                "en": TitledText(
                    "Good relations",
                    "People have places and reasons to meet, and conflicts are taken up early.",
                ),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Tukihenkilöitä uusille perheille",
                            "Tukihenkilö auttaa koulun viesteissä ja bussin aikatauluissa.",
                            "perheitä, joilla on tukihenkilö",
                        ),
                        "sv": ActionWords(
                            "Stödpersoner för nya familjer",
                            "Stödpersonen hjälper till med skolans meddelanden och bussens tidtabeller.",
                            "familjer med en stödperson",
                        ),
                        "en": ActionWords(
                            "Support persons for new families",
                            "They help with messages from school and with bus timetables.",
                            "families with a support person",
                        ),
                    },
                    responsible="kouvola",
                    contact="tuomas",
                    starts=date(2019, 5, 1),
                    ends=date(2022, 12, 31),
                    target="50",
                    told=(
                        News(
                            "under_way",
                            date(2022, 12, 12),
                            {
                                "fi": "Ohjelman päättyessä 38 perhettä. Toiminta jatkuu järjestöissä.",
                                "sv": "När programmet tog slut hade 38 familjer stöd. Verksamheten fortsätter i organisationerna.",
                                "en": "38 families when the programme ended. Associations carry on the work.",
                            },
                            "38",
                        ),
                    ),
                ),
            ),
        ),
    ),
    reports=(
        DemoReport(
            "final",
            date(2023, 3, 27),
            {
                "fi": "Kaksi kolmesta toimenpiteestä toteutui kokonaan. Tukihenkilöitä saatiin vähemmän kuin toivottiin.",
                "sv": "Två av tre åtgärder genomfördes helt. Det blev färre stödpersoner än man hade hoppats.",
                "en": "Two actions out of three were carried out in full. There were fewer support persons than hoped for.",
            },
        ),
    ),
    words={
        "fi": PlanWords(
            "Kaikkien Kouvola 2019–2022",
            "Kaupungin lakisääteinen kotouttamisohjelma ja monikulttuurisuustyön kehittämissuunnitelma: arki, "
            "henkilöstö ja väestösuhteet.",
            alt="Piirros: pieni puutalokaupunki tyynen järven rannalla kesäyönä.",
            adopted_by="Kouvolan kaupunginvaltuusto",
            legal_basis="Laki kotoutumisen edistämisestä (1386/2010), 32 §",
            strategy="Kaupunkistrategian hyvinvointiohjelma",
            body=(
                heading("Miten ohjelma hyväksyttiin"),
                "Valtuusto äänesti muutamasta kohdasta ja liitti päätökseen lausumia ennen kuin ohjelma hyväksyttiin.",
            ),
        ),
        "sv": PlanWords(
            "Allas Kouvola 2019–2022",
            "Stadens lagstadgade integrationsprogram och utvecklingsplan för mångkulturellt arbete: vardagen, "
            "personalen och befolkningsrelationerna.",
            alt="Teckning: en liten stad med trähus vid en spegelblank sjö en sommarnatt.",
            adopted_by="Kouvola stadsfullmäktige",
            legal_basis="Lagen om främjande av integration (1386/2010), 32 §",
            strategy="Välfärdsprogrammet i stadsstrategin",
            body=(
                heading("Så godkändes programmet"),
                "Fullmäktige röstade om några punkter och fogade uttalanden till beslutet innan programmet godkändes.",
            ),
        ),
        "en": PlanWords(
            "Everybody’s Kouvola 2019–2022",
            "The city’s statutory integration programme and development plan for multicultural work: everyday life, "
            "staff, and good relations.",
            alt="Drawing: a small town of wooden houses by a still lake on a summer night.",
            adopted_by="Kouvola City Council",
            legal_basis="Act on the Promotion of Immigrant Integration (1386/2010), section 32",
            strategy="Wellbeing programme of the city strategy",
            body=(
                heading("How the programme was adopted"),
                "The council voted on some points and added statements to the decision before it adopted the programme.",
            ),
        ),
    },
)
