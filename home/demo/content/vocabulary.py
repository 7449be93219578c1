"""Themes, organisations and the funder, by language."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.shape import Term

THEMES: tuple[Term, ...] = (
    Term(
        "equality",
        {
            "fi": "Yhdenvertaisuus",
            "sv": "Likabehandling",
            "en": "Non-discrimination",
            "ar": "المساواة",
        },
        {
            "fi": "Kukaan ei jää sivuun taustansa, terveytensä, uskontonsa tai muun henkilöön liittyvän syyn vuoksi.",
            "sv": "Ingen ska lämnas utanför på grund av ursprung, hälsa, religion eller någon annan orsak som gäller personen.",
            "en": "Nobody is left out because of origin, health, religion or any other personal reason.",
            "ar": "لا يُستبعد أحد بسبب أصله أو صحته أو دينه أو أي سبب شخصي آخر.",
        },
    ),
    Term(
        "gender",
        {"fi": "Sukupuolten tasa-arvo", "sv": "Jämställdhet", "en": "Gender equality"},
        {
            "fi": "Sukupuoli ei ratkaise, millaista palvelua, palkkaa tai kohtelua saa.",
            "sv": "Kön avgör inte vilken service, lön eller vilket bemötande man får.",
            "en": "Gender does not decide what service, pay or treatment one gets.",
        },
    ),
    Term(
        "relations",
        {"fi": "Hyvät väestösuhteet", "sv": "Goda befolkningsrelationer", "en": "Good relations"},
        {
            "fi": "Ihmiset ja ryhmät tulevat toimeen keskenään, luottavat toisiinsa ja viranomaisiin.",
            "sv": "Människor och grupper kommer överens och litar på varandra och på myndigheterna.",
            "en": "People and groups get along, and trust each other and the authorities.",
        },
    ),
    Term(
        "integration",
        {"fi": "Kotoutuminen", "sv": "Integration", "en": "Integration", "ar": "الاندماج"},
        {
            "fi": "Uusi kuntalainen löytää kielen, työn, ystävät ja paikkansa arjessa.",
            "sv": "Den som är ny i kommunen hittar språket, jobbet, vännerna och sin plats i vardagen.",
            "en": "A newcomer finds the language, work, friends and a place in everyday life.",
            "ar": "يجد الساكن الجديد اللغة والعمل والأصدقاء ومكانه في الحياة اليومية.",
        },
    ),
    Term(
        "participation",
        {"fi": "Osallisuus", "sv": "Delaktighet", "en": "Participation"},
        {
            "fi": "Asukkaat ovat mukana, kun heitä koskevista asioista päätetään.",
            "sv": "Invånarna är med när man beslutar om sådant som gäller dem.",
            "en": "Residents take part when matters that concern them are decided.",
        },
    ),
    Term(
        "language",
        {
            "fi": "Kieli ja saavutettavuus",
            "sv": "Språk och tillgänglighet",
            "en": "Language and accessibility",
            "ar": "اللغة وإمكانية الوصول",
        },
        {
            "fi": "Tieto ja palvelut ovat ymmärrettäviä, monikielisiä ja kaikkien käytettävissä.",
            "sv": "Information och tjänster är begripliga, flerspråkiga och kan användas av alla.",
            "en": "Information and services are clear, multilingual and usable by everybody.",
            "ar": "المعلومات والخدمات واضحة ومتعددة اللغات ويستطيع الجميع استخدامها.",
        },
    ),
)

ORGANISATIONS: tuple[Term, ...] = (
    Term("kajaani", {"fi": "Kajaanin kaupunki", "sv": "Kajana stad", "en": "City of Kajaani"}),
    Term("kouvola", {"fi": "Kouvolan kaupunki", "sv": "Kouvola stad", "en": "City of Kouvola"}),
    Term(
        "relations",
        {
            "fi": "Hyvät väestösuhteet -hanke",
            "sv": "Projektet Goda befolkningsrelationer",
            "en": "Good Relations project",
        },
        url="https://vaestosuhteet.example.org/",
    ),
    Term(
        "association",
        {
            "fi": "Kuntaliitto",
            "sv": "Kommunförbundet",
            "en": "Association of Finnish Municipalities",
        },
    ),
    Term(
        "suvisalmi",
        {"fi": "Suvisalmen kaupunki", "sv": "Sommarsunds stad", "en": "City of Suvisalmi"},
        url="https://suvisalmi.example.org/",
    ),
    # Bodies that answer for the actions of plans.
    Term(
        "employment",
        {
            "fi": "Etelän työllisyysalue",
            "sv": "Södra sysselsättningsområdet",
            "en": "Southern Employment Area",
        },
    ),
    Term(
        "police",
        {
            "fi": "Lähipoliisin yhteistyöryhmä",
            "sv": "Närpolisens samarbetsgrupp",
            "en": "Community police working group",
        },
    ),
    Term(
        "research",
        {
            "fi": "Yhdenvertaisuustiedon verkosto",
            "sv": "Nätverket för likabehandlingsdata",
            "en": "Network for Equality Data",
        },
    ),
)

EU_NAME = {
    "fi": "Euroopan unioni",
    "sv": "Europeiska unionen",
    "en": "European Union",
    "ar": "الاتحاد الأوروبي",
}
EU_STATEMENT = {
    "fi": "Euroopan unionin osarahoittama",
    "sv": "Medfinansieras av Europeiska unionen",
    "en": "Co-funded by the European Union",
    "ar": "بتمويل مشترك من الاتحاد الأوروبي",
}
EU_DISCLAIMER = {
    "fi": "Tekstin ajatukset ovat tekijöiden omia. Euroopan unioni ja avustuksen myöntäjä eivät välttämättä jaa niitä, eivätkä ne vastaa sisällöstä.",
    "sv": "Tankarna i texten är upphovspersonernas egna. Europeiska unionen och den som beviljat stödet delar dem inte nödvändigtvis och ansvarar inte för innehållet.",
    "en": "The thoughts in the text are its authors’ own. The European Union and the granting authority do not necessarily share them and are not responsible for the content.",
    "ar": "الآراء الواردة في النص هي آراء أصحابها وحدهم، ولا تعبّر بالضرورة عن آراء الاتحاد الأوروبي أو الجهة المانحة، ولا يتحمّلان أي مسؤولية عنها.",
}
EMBLEM_ALT = {
    "fi": "Euroopan unionin lippu: kaksitoista kultaista tähteä ympyrässä sinisellä pohjalla",
    "sv": "Europeiska unionens flagga: tolv gyllene stjärnor i en cirkel på blå botten",
    "en": "Flag of the European Union: twelve gold stars in a circle on blue",
    "ar": "علم الاتحاد الأوروبي: اثنتا عشرة نجمة ذهبية في دائرة على خلفية زرقاء",
}
GRANT_NUMBER = "KOHTAAMO-2023-0042"
