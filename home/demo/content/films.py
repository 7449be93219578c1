"""What is written of the campaign's films: titles, summaries, what their posters show, decisions.

What is said and seen in them is in ``home.demo.films.scripts``.
"""
# ruff: noqa: E501  (a sentence stays whole)

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class FilmWords:
    """A film's title, its summary and what its poster shows, in one language."""

    title: str
    summary: str
    poster_alt: str


RIGHTS_HOLDER = "Kohtaamo"
CONSENT = "Piirretty elokuva: siinä ei esiinny eikä puhu kukaan todellinen ihminen."
NOT_NEEDED = (
    "Kaikki olennainen sanotaan ääneen: nimi on listalla väärin, rehtori korjaa sen ja kertoo tehneensä "
    "niin. (Esittelyelokuvissa puhe on hyminää; sanat ovat tekstityksessä ja tekstivastineessa.)"
)

#: How each film is described to those who do not see it: a value of ``Video.description_decision``.
DECISIONS: Mapping[str, str] = {
    "school": "not_needed",
    "homecare": "version",
    "office": "integrated",
    "school-signed": "not_needed",
    "homecare-described": "integrated",
}

WORDS: Mapping[str, Mapping[str, FilmWords]] = {
    "school": {
        "fi": FilmWords(
            "Tässä olen: Koulussa",
            "Oivi aloittaa lukion, ja nimilistassa on väärä nimi. Rehtori kysyy ja korjaa. Piirretyssä elokuvassa puhe on hyminää; sanat ovat tekstityksessä.",
            "Piirros: Oivi, kiharatukkainen nuori, ja rehtori istuvat pöydän ääressä ja juttelevat.",
        ),
        "sv": FilmWords(
            "Här är jag: I skolan",
            "Oivi börjar gymnasiet och har fel namn på listan. Rektorn frågar och rättar. I den tecknade filmen är talet bara nynnande; orden finns i textningen.",
            "Teckning: Oivi, en lockig ungdom, och rektorn sitter vid ett bord och pratar.",
        ),
        "en": FilmWords(
            "Here I am: At school",
            "Oivi begins upper secondary school, and the list has the wrong name. The head teacher asks, and corrects it. In this drawn film speech is humming; the words are in the captions.",
            "Drawing: Oivi, a young person with curly hair, and the head teacher sit at a desk and talk.",
        ),
        "ar": FilmWords(
            "أنا هنا: في المدرسة",
            "أويفي في أول يوم في المدرسة، والاسم في القائمة غير صحيح. المديرة تسأل وتصحح. الكلام في هذا الفيلم همهمة، والكلمات في الترجمة المكتوبة.",
            "رسم: أويفي والمديرة يجلسان إلى مكتب ويتحدثان.",
        ),
    },
    "homecare": {
        "fi": FilmWords(
            "Tässä olen: Kotihoidossa",
            "Kerttu, 81, kertoo uudelle hoitajalle, kuka seinällä olevassa kuvassa on. Piirretyssä elokuvassa puhe on hyminää; sanat ovat tekstityksessä.",
            "Piirros: vanha nainen ja nuori hoitaja nauravat keittiön pöydän ääressä, ikkunasta näkyy järvi.",
        ),
        "sv": FilmWords(
            "Här är jag: I hemvården",
            "Kerttu, 81, berättar för sin nya vårdare vem det är på bilden på väggen. I den tecknade filmen är talet bara nynnande; orden finns i textningen.",
            "Teckning: en gammal kvinna och en ung vårdare skrattar vid köksbordet, genom fönstret syns en sjö.",
        ),
        "en": FilmWords(
            "Here I am: Care at home",
            "Kerttu, 81, tells her new carer who is in the picture on the wall. In this drawn film speech is humming; the words are in the captions.",
            "Drawing: an old woman and a young carer laugh at a kitchen table, with a lake in the window.",
        ),
        "ar": FilmWords(
            "أنا هنا: في الرعاية المنزلية",
            "كيرتو عمرها 81 سنة. تحكي للممرض الجديد عن الصورة على الجدار. لا توجد بعد ترجمة بالعربية.",
            "رسم: امرأة كبيرة في السن وممرض شاب يضحكان إلى مائدة المطبخ.",
        ),
    },
    "office": {
        "fi": FilmWords(
            "Tässä olen: Virastossa",
            "Miska uusii asiakirjansa ja kertoo itse, mitä näkee. Asia hoituu kymmenessä minuutissa. Piirretyssä elokuvassa puhe on hyminää; sanat ovat tekstityksessä.",
            "Piirros: punahuivinen virkailija hymyilee asiakkaalle palvelutiskin takaa, seinällä on kello.",
        ),
        "sv": FilmWords(
            "Här är jag: På ämbetsverket",
            "Miska förnyar sina handlingar och berättar själv vad han ser. Ärendet är klart på tio minuter. I den tecknade filmen är talet bara nynnande; orden finns i textningen.",
            "Teckning: en handläggare i röd sjal ler mot en kund bakom disken, på väggen hänger en klocka.",
        ),
        "en": FilmWords(
            "Here I am: At the office",
            "Miska renews his papers, and tells us himself what he sees. It is done in ten minutes. In this drawn film speech is humming; the words are in the captions.",
            "Drawing: a clerk in a red headscarf smiles at a customer over the counter, a clock on the wall.",
        ),
        "ar": FilmWords(
            "أنا هنا: في مكتب الخدمات",
            "ميسكا يجدد أوراقه. كل شيء جاهز في عشر دقائق. لا توجد بعد ترجمة بالعربية.",
            "رسم: موظفة بحجاب أحمر تبتسم لزبون في مكتب الخدمات.",
        ),
    },
    "school-signed": {
        "fi": FilmWords(
            "Tässä olen: Koulussa (viittomakielisen version näyte)",
            "Näyte: tällä paikalla on oikealla sivustolla viittomakielinen versio. Piirretty hahmo ei viito mitään kieltä.",
            "Piirros: Oivi ja rehtori pöydän ääressä, vieressä isompana viittova hahmo. Yläreunassa lukee, että tämä on näyte.",
        ),
        "sv": FilmWords(
            "Här är jag: I skolan (prov på en version på teckenspråk)",
            "Prov: på en riktig webbplats finns här en version på teckenspråk. Den tecknade figuren använder inget teckenspråk.",
            "Teckning: Oivi och rektorn vid ett bord, bredvid dem en större figur som tecknar. Överst står det att detta är ett prov.",
        ),
        "en": FilmWords(
            "Here I am: At school (sample of a sign-language version)",
            "Sample: on a real site, the sign-language version is here. The drawn figure signs no language.",
            "Drawing: Oivi and the head teacher at a desk, and beside them, larger, a figure that signs. On top it says that this is a sample.",
        ),
    },
    "homecare-described": {
        "fi": FilmWords(
            "Tässä olen: Kotihoidossa (kuvailutulkatun version näyte)",
            "Näyte: tällä paikalla on oikealla sivustolla kuvailutulkattu versio. Kuvailijan sanat ovat tekstityksessä.",
            "Piirros: vanha nainen ja nuori hoitaja keittiön pöydän ääressä. Yläreunassa lukee, että tämä on näyte.",
        ),
        "sv": FilmWords(
            "Här är jag: I hemvården (prov på en syntolkad version)",
            "Prov: på en riktig webbplats finns här en syntolkad version. Syntolkens ord finns i textningen.",
            "Teckning: en gammal kvinna och en ung vårdare vid köksbordet. Överst står det att detta är ett prov.",
        ),
        "en": FilmWords(
            "Here I am: Care at home (sample of an audio-described version)",
            "Sample: on a real site, the audio-described version is here. The describer's words are in the captions.",
            "Drawing: an old woman and a young carer at a kitchen table. On top it says that this is a sample.",
        ),
    },
}
