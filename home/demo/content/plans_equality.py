"""A city's equality and non-discrimination plan 2023-2025, and the draft of the one that follows it."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from core.freshness import today
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

EQUALITY = Plan(
    key="equality-plan",
    kind="equality",
    published=date(2023, 5, 2),
    begins=date(2023, 1, 1),
    ends=date(2025, 12, 31),
    responsible="kajaani",
    contacts=("aino",),
    documents=("plan",),
    scene="office",
    adopted_on=date(2023, 4, 24),
    section="37",
    case_number="KAJ/2022/911",
    decision_url="https://kajaani.example.org/paatokset/2023-37",
    goals=(
        DemoGoal(
            {
                "fi": TitledText(
                    "Palvelut ovat kaikkien saavutettavissa",
                    "Jokainen yksikkö etsii omat esteensä ja poistaa ne.",
                ),
                "sv": TitledText(
                    "Servicen är tillgänglig för alla",
                    "Varje enhet söker sina egna hinder och avlägsnar dem.",
                ),
                "en": TitledText(
                    "Services are within everybody’s reach",
                    "Every unit looks for its own barriers and removes them.",
                ),
                "ar": TitledText("الخدمات متاحة للجميع", "تبحث كل وحدة عن العوائق وتزيلها."),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Kolme estettä vuodessa",
                            "Yksikkö kertoo etukäteen, mitkä kolme estettä se poistaa.",
                            "poistettuja esteitä",
                        ),
                        "sv": ActionWords(
                            "Tre hinder om året",
                            "Enheten berättar på förhand vilka tre hinder den tar bort.",
                            "avlägsnade hinder",
                        ),
                        "en": ActionWords(
                            "Three barriers a year",
                            "Each unit says in advance which three barriers it will remove.",
                            "barriers removed",
                        ),
                        "ar": ActionWords(
                            "إزالة ثلاثة عوائق كل سنة",
                            "تخبر كل وحدة مسبقًا عن العوائق الثلاثة التي ستزيلها.",
                            "عوائق أُزيلت",
                        ),
                    },
                    responsible="kajaani",
                    contact="aino",
                    starts=date(2023, 6, 1),
                    ends=date(2025, 12, 31),
                    baseline="0",
                    target="90",
                    told=(
                        News(
                            "under_way",
                            date(2024, 4, 10),
                            {
                                "fi": "Ensimmäisenä vuonna 31 estettä.",
                                "sv": "Det första året 31 hinder.",
                                "en": "31 barriers in the first year.",
                                "ar": "أُزيل 31 عائقًا في السنة الأولى.",
                            },
                            "31",
                        ),
                        News(
                            "done",
                            date(2025, 12, 9),
                            {
                                "fi": "Yhteensä 94 estettä.",
                                "sv": "Sammanlagt 94 hinder.",
                                "en": "94 barriers in all.",
                                "ar": "أُزيل 94 عائقًا.",
                            },
                            "94",
                        ),
                    ),
                ),
            ),
        ),
        DemoGoal(
            {
                "fi": TitledText(
                    "Asukkaat ovat mukana ajoissa",
                    "Kun paperi on vielä tyhjä, siihen ehtii vaikuttaa.",
                ),
                "sv": TitledText(
                    "Invånarna är med i tid",
                    "Medan pappret ännu är tomt går det att påverka.",
                ),
                "en": TitledText(
                    "Residents take part early",
                    "While the paper is still blank, one can have a say.",
                ),
                "ar": TitledText("السكان يشاركون من البداية", "يمكن التأثير في الخطة قبل كتابتها."),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Romanityöryhmä, vammaisneuvosto ja nuorisovaltuusto kutsutaan valmisteluun",
                            "Kutsu lähtee ennen ensimmäistä luonnosta.",
                        ),
                        "sv": ActionWords(
                            "Romska arbetsgruppen, rådet för personer med funktionsnedsättning och ungdomsfullmäktige bjuds in till beredningen",
                            "Inbjudan skickas före det första utkastet.",
                        ),
                        "en": ActionWords(
                            "The Romani working group, the disability council and the youth council are invited to prepare matters",
                            "The invitation goes out before the first draft.",
                        ),
                        "ar": ActionWords(
                            "دعوة مجموعة عمل الروما ومجلس ذوي الإعاقة ومجلس الشباب إلى التحضير",
                            "تُرسل الدعوة قبل المسودة الأولى.",
                        ),
                    },
                    responsible="kajaani",
                    starts=date(2023, 3, 1),
                    ends=date(2025, 6, 30),
                    told=(
                        News(
                            "done",
                            date(2025, 5, 20),
                            {
                                "fi": "Kutsuminen kuuluu nyt valmistelun ohjeeseen.",
                                "sv": "Inbjudan ingår nu i anvisningen för beredningen.",
                                "en": "Inviting them is now part of the instructions.",
                                "ar": "الدعوة جزء من التعليمات الآن.",
                            },
                        ),
                    ),
                ),
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Valmistelusta kerrotaan viidellä kielellä",
                            "Lyhyt teksti riittää, kunhan se tulee ajoissa.",
                            "tiedotteita viidellä kielellä",
                        ),
                        "sv": ActionWords(
                            "Information om beredningen på fem språk",
                            "En kort text räcker, bara den kommer i tid.",
                            "meddelanden på fem språk",
                        ),
                        "en": ActionWords(
                            "Preparation is told of in five languages",
                            "A short text is enough, as long as it comes in time.",
                            "notices in five languages",
                        ),
                        "ar": ActionWords(
                            "معلومات عن التحضير بخمس لغات",
                            "يكفي نص قصير في الوقت المناسب.",
                            "إعلانات بخمس لغات",
                        ),
                    },
                    responsible="kajaani",
                    contact="aino",
                    starts=date(2023, 6, 1),
                    ends=date(2025, 12, 31),
                    target="20",
                    told=(
                        News(
                            "under_way",
                            date(2025, 11, 3),
                            {
                                "fi": "Kaksitoista tiedotetta. Loput siirtyvät seuraavaan suunnitelmaan.",
                                "sv": "Tolv meddelanden. Resten överförs till nästa plan.",
                                "en": "Twelve notices. The rest is carried over to the next plan.",
                                "ar": "اثنا عشر إعلانًا. الباقي في الخطة التالية.",
                            },
                            "12",
                        ),
                    ),
                ),
            ),
        ),
        DemoGoal(
            {
                "fi": TitledText(
                    "Henkilöstö tunnistaa syrjinnän",
                    "Syrjintään puututaan samana päivänä, kun se huomataan.",
                ),
                "sv": TitledText(
                    "Personalen känner igen diskriminering",
                    "Man ingriper samma dag som diskrimineringen upptäcks.",
                ),
                "en": TitledText(
                    "Staff recognise discrimination",
                    "It is acted against on the day it is noticed.",
                ),
                "ar": TitledText("الموظفون يعرفون التمييز", "يجب التصرف في اليوم نفسه."),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Esihenkilöiden koulutus",
                            "Koulutuksessa harjoitellaan oikeita tilanteita.",
                            "koulutettuja esihenkilöitä, prosenttia",
                        ),
                        "sv": ActionWords(
                            "Utbildning för chefer",
                            "På utbildningen övar man verkliga situationer.",
                            "utbildade chefer, procent",
                        ),
                        "en": ActionWords(
                            "Training for managers",
                            "Real situations are practised.",
                            "managers trained, per cent",
                        ),
                        "ar": ActionWords(
                            "تدريب للمديرين", "تدريب على مواقف حقيقية.", "نسبة المديرين المدرَّبين"
                        ),
                    },
                    responsible="kajaani",
                    starts=date(2023, 9, 1),
                    ends=date(2024, 12, 31),
                    baseline="10",
                    target="100",
                    told=(
                        News(
                            "done",
                            date(2024, 12, 16),
                            {
                                "fi": "Kaikki ovat käyneet.",
                                "sv": "Alla har deltagit.",
                                "en": "All have attended.",
                                "ar": "شارك الجميع.",
                            },
                            "100",
                        ),
                    ),
                ),
            ),
        ),
    ),
    reports=(
        DemoReport(
            "interim",
            date(2024, 5, 13),
            {
                "fi": "Esteistä on poistettu kolmannes, ja kaikki työryhmät on kutsuttu mukaan. Viestintä viidellä "
                "kielellä käynnistyi hitaasti.",
                "sv": "En tredjedel av hindren är borta, och alla arbetsgrupper har bjudits in. Kommunikationen på fem "
                "språk kom i gång långsamt.",
                "en": "A third of the barriers are gone, and all working groups have been invited. Communication in "
                "five languages started slowly.",
                "ar": "أُزيل ثلث العوائق. بدأ التواصل بخمس لغات ببطء.",
            },
            "interim-report",
        ),
    ),
    words={
        "fi": PlanWords(
            "Kajaanin toiminnallinen tasa-arvo- ja yhdenvertaisuussuunnitelma 2023–2025",
            "Mitä kaupunki lupaa, jotta kukaan ei jää palvelujen ulkopuolelle. Suunnitelma tehtiin asukkaiden "
            "kanssa, ja romanityöryhmä oli mukana alusta asti.",
            alt="Piirros: virkailija kuuntelee asiakasta matalan palvelutiskin ääressä, toiset odottavat rauhassa.",
            adopted_by="Kajaanin kaupunginvaltuusto",
            legal_basis="Yhdenvertaisuuslaki (1325/2014), 5 §; tasa-arvolaki (609/1986), 4 §",
        ),
        "sv": PlanWords(
            "Kajana stads funktionella jämställdhets- och likabehandlingsplan 2023–2025",
            "Vad staden lovar för att ingen ska bli utan service. Planen gjordes tillsammans med invånarna, och den "
            "romska arbetsgruppen var med från början.",
            alt="Teckning: en tjänsteman lyssnar på en kund vid en låg disk, andra väntar i lugn och ro.",
            adopted_by="Kajana stadsfullmäktige",
            legal_basis="Diskrimineringslagen (1325/2014), 5 §; jämställdhetslagen (609/1986), 4 §",
        ),
        "en": PlanWords(
            "Kajaani’s functional gender equality and non-discrimination plan 2023–2025",
            "What the city promises so that nobody is left without services. The plan was made with residents, and "
            "the Romani working group was in it from the start.",
            alt="Drawing: a clerk listens to a customer at a low counter while others wait in peace.",
            adopted_by="Kajaani City Council",
            legal_basis="Non-discrimination Act (1325/2014), section 5; Gender Equality Act (609/1986), section 4",
        ),
        "ar": PlanWords(
            "خطة المساواة وعدم التمييز في كاياني 2023–2025",
            "ماذا تَعِد المدينة حتى تكون الخدمات للجميع. كُتبت الخطة مع السكان.",
            alt="رسم: موظف يستمع إلى زبون، وآخرون ينتظرون بهدوء.",
            adopted_by="مجلس مدينة كاياني",
            legal_basis="قانون عدم التمييز (1325/2014)، المادة 5؛ قانون المساواة (609/1986)، المادة 4",
        ),
    },
)

NEXT_EQUALITY = Plan(
    key="equality-plan-next",
    kind="equality",
    stage="consultation",
    published=-12,
    begins=date(today().year + 1, 1, 1),
    ends=date(today().year + 3, 12, 31),
    comments_until=23,
    comments_url="https://kajaani.example.org/lausu",
    responsible="kajaani",
    contacts=("aino",),
    case_number="KAJ/2025/640",
    replaces="equality-plan",
    goals=(
        DemoGoal(
            {
                "fi": TitledText(
                    "Tieto tulee ajoissa ja omalla kielellä",
                    "Tämä jäi edellisestä suunnitelmasta kesken, siksi siitä aloitetaan.",
                ),
                "sv": TitledText(
                    "Informationen kommer i tid och på det egna språket",
                    "Det här blev på hälft i den förra planen, och därför börjar vi här.",
                ),
                "en": TitledText(
                    "Information comes in time and in one’s own language",
                    "This was left half done in the earlier plan, so it comes first.",
                ),
            },
            (
                DemoAction(
                    {
                        "fi": ActionWords(
                            "Kielilista jokaiseen hankkeeseen",
                            "Hankkeen alussa päätetään, millä kielillä siitä kerrotaan.",
                        ),
                        "sv": ActionWords(
                            "En språklista för varje projekt",
                            "I början av projektet beslutar man på vilka språk man informerar.",
                        ),
                        "en": ActionWords(
                            "A list of languages for every project",
                            "When a project begins, it is decided in which languages to tell of it.",
                        ),
                    },
                    responsible="kajaani",
                ),
            ),
        ),
    ),
    words={
        "fi": PlanWords(
            "Kajaanin seuraava tasa-arvo- ja yhdenvertaisuussuunnitelma",
            "Luonnos, josta voi vielä sanoa mielipiteensä. Mitä siitä puuttuu? Mikä siinä on turhaa?",
            legal_basis="Yhdenvertaisuuslaki (1325/2014), 5 §; tasa-arvolaki (609/1986), 4 §",
        ),
        "sv": PlanWords(
            "Kajana stads följande jämställdhets- och likabehandlingsplan",
            "Ett utkast som du ännu kan säga din åsikt om. Vad saknas? Vad är onödigt?",
            legal_basis="Diskrimineringslagen (1325/2014), 5 §; jämställdhetslagen (609/1986), 4 §",
        ),
        "en": PlanWords(
            "Kajaani’s next gender equality and non-discrimination plan",
            "A draft on which you can still say what you think. What is missing? What is in vain?",
            legal_basis="Non-discrimination Act (1325/2014), section 5; Gender Equality Act (609/1986), section 4",
        ),
    },
)
