"""News of the years 2022 and 2023."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, heading, quote

ITEMS: tuple[Item, ...] = (
    Item(
        key="refuge",
        day=date(2022, 3, 9),
        themes=("integration", "relations"),
        contacts=("olena", "amina"),
        words={
            "fi": Words(
                "Suvisalmi valmistautuu ottamaan vastaan Ukrainasta pakenevia",
                "Kaupunki kokoaa koulupaikat, asunnot ja neuvonnan yhteen paikkaan. Apua tarjoaville on oma "
                "lomake.",
                body=(
                    heading("Tulitko Ukrainasta?"),
                    "Tilapäistä suojelua haetaan poliisilta tai rajaviranomaiselta. Neuvontapisteessä autamme "
                    "ukrainaksi ja venäjäksi, myös silloin kun hakemus on vielä tekemättä.",
                    heading("Haluatko auttaa?"),
                    "Ilmoita majoituspaikasta tai muusta avusta lomakkeella. Tavaraa emme pysty ottamaan vastaan, "
                    "mutta kerromme, mitkä järjestöt ottavat.",
                ),
            ),
            "sv": Words(
                "Sommarsund förbereder sig på att ta emot människor som flyr från Ukraina",
                "Staden samlar skolplatser, bostäder och rådgivning på ett ställe. För den som vill hjälpa finns "
                "en egen blankett.",
                body=(
                    heading("Har du kommit från Ukraina?"),
                    "Tillfälligt skydd söks hos polisen eller gränsmyndigheten. Vid rådgivningen hjälper vi på "
                    "ukrainska och ryska, också om ansökan ännu inte är gjord.",
                    heading("Vill du hjälpa?"),
                    "Anmäl inkvartering eller annan hjälp på blanketten. Varor kan vi inte ta emot, men vi "
                    "berättar vilka organisationer som gör det.",
                ),
            ),
            "en": Words(
                "Suvisalmi prepares to receive people fleeing Ukraine",
                "The city brings school places, housing and advice together in one place. There is a form for "
                "those who want to help.",
                body=(
                    heading("Have you come from Ukraine?"),
                    "Temporary protection is applied for from the police or the border authority. At the advice "
                    "desk we help in Ukrainian and Russian, also before you have applied.",
                    heading("Do you want to help?"),
                    "Tell us on the form about accommodation or other help. We cannot take goods, but we will "
                    "tell you which organisations do.",
                ),
            ),
        },
    ),
    Item(
        key="pilot",
        day=date(2022, 6, 20),
        organisation="relations",
        themes=("relations", "participation"),
        contacts=("leila",),
        scene="lake_town",
        words={
            "fi": Words(
                "Väestösuhdetyön pilotti käynnistyi",
                "Ensimmäinen alue alkaa laatia omaa suunnitelmaansa hyvien väestösuhteiden tueksi. Opit "
                "jaetaan muille alueille.",
                body=(
                    "Pilotissa kokeillaan, miten valtakunnallisista tavoitteista tehdään paikallisia tekoja. "
                    "Pöydän ääressä ovat kunnat, poliisi, seurakunnat, järjestöt ja tavalliset asukkaat.",
                    "Kokemukset kootaan syksyllä. Sen jälkeen työ laajenee alue kerrallaan.",
                ),
            ),
            "sv": Words(
                "Pilotförsöket med befolkningsrelationer har börjat",
                "Det första området börjar göra en egen plan för goda befolkningsrelationer. Lärdomarna delas "
                "med de andra områdena.",
                body=(
                    "I pilotförsöket prövar man hur nationella mål blir till lokala handlingar. Kring bordet "
                    "sitter kommuner, polisen, församlingar, organisationer och vanliga invånare.",
                    "Erfarenheterna samlas ihop på hösten. Därefter utvidgas arbetet ett område i taget.",
                ),
            ),
        },
    ),
    Item(
        key="interpreting",
        day=date(2022, 10, 5),
        organisation="kouvola",
        themes=("language", "equality"),
        contacts=("riitta",),
        words={
            "fi": Words(
                "Tulkki tilataan, lapsi ei tulkkaa",
                "Kouvola antoi henkilöstölleen yhteisen ohjeen tulkkauksesta. Sen tärkein rivi on lyhyt: perheen "
                "lasta ei käytetä tulkkina.",
                body=(
                    "Ohje kertoo, milloin tulkki tilataan, miten puhutaan tulkin kanssa ja kuka maksaa. "
                    "Asiakkaalle kerrotaan aina, että tulkki on puolueeton ja vaitiolovelvollinen.",
                    "Ohjeen mukana tulee muistilista, joka mahtuu puhelimen taakse.",
                ),
            ),
        },
    ),
    Item(
        key="against-racism",
        day=date(2023, 3, 20),
        themes=("relations", "equality"),
        contacts=("amina",),
        scene="market",
        words={
            "fi": Words(
                "Rasisminvastainen viikko tuo torille pitkän pöydän",
                "Lauantaina torille katetaan sadan metrin pöytä. Jokainen tuo jotakin syötävää ja istuu "
                "jonkun tuntemattoman viereen.",
                body=(
                    "Pöydän ääressä on sata paikkaa ja sata kysymyskorttia. Korteissa kysytään esimerkiksi, "
                    "kuka on viimeksi auttanut sinua tai mitä lapsena pelkäsit.",
                    "Viikon aikana kirjastossa voi myös harjoitella, miten puututaan, kun bussissa "
                    "huudellaan. Harjoitukset ovat maksuttomia.",
                ),
            ),
            "sv": Words(
                "Veckan mot rasism dukar ett långbord på torget",
                "På lördag dukas ett hundra meter långt bord på torget. Var och en tar med något att äta och "
                "sätter sig bredvid någon okänd.",
                body=(
                    "Vid bordet finns hundra platser och hundra frågekort. På korten frågas till exempel vem "
                    "som senast hjälpte dig eller vad du var rädd för som barn.",
                    "Under veckan kan man i biblioteket också öva på att ingripa när någon trakasseras på "
                    "bussen. Övningarna är avgiftsfria.",
                ),
            ),
        },
    ),
    Item(
        key="old-age",
        day=date(2023, 10, 10),
        organisation="kouvola",
        themes=("equality", "participation"),
        contacts=("riitta",),
        scene="homecare",
        words={
            "fi": Words(
                "Kotihoito kysyy, kenen kanssa haluat juoda kahvit",
                "Yksinäisyys puheeksi -koulutuksen käynyt hoitaja ei tyydy kysymään, onko kaikki hyvin. Hän "
                "kysyy, ketä on ikävä.",
                body=(
                    "Koulutus syntyi, kun asiakkailta kysyttiin, mikä arjesta puuttuu. Lääkkeet ja ruoka tulivat "
                    "ajallaan, mutta puhelin oli hiljaa.",
                    quote(
                        "Minulle löytyi shakkikaveri samasta rapusta. Hän häviää tahallaan, mutta en ole "
                        "huomaavinani.",
                        "Olavi",
                        "kotihoidon asiakas",
                    ),
                ),
            ),
            "sv": Words(
                "Hemvården frågar vem du vill dricka kaffe med",
                "En vårdare som har gått utbildningen Tala om ensamhet nöjer sig inte med att fråga om allt är "
                "bra. Hon frågar vem du saknar.",
                body=(
                    "Utbildningen kom till när kunderna fick berätta vad som fattas i vardagen. Medicinerna och "
                    "maten kom i tid, men telefonen var tyst.",
                    quote(
                        "Jag hittade en schackkompis i samma trappuppgång. Han förlorar med flit, men jag låtsas "
                        "inte märka det.",
                        "Olavi",
                        "kund i hemvården",
                    ),
                ),
            ),
        },
    ),
)
