"""A city's integration programme (2019)."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, accordion, call_to_action, heading, picture

ITEM = Item(
    key="integration",
    day=date(2019, 3, 20),
    organisation="kouvola",
    themes=("integration", "relations"),
    contacts=("tuomas", "riitta"),
    scene="lake_town",
    words={
        "fi": Words(
            "Kaikkien Kouvola 2019–2022: valtuusto hyväksyi monikulttuurisuustyön ohjelman",
            "Kouvolan kaupunginvaltuusto hyväksyi 18.3.2019 kehittämissuunnitelman, joka on samalla "
            "kaupungin lakisääteinen kotouttamisohjelma. Se korvaa aiemman monikulttuurisuusohjelman.",
            place="Kouvola",
            body=(
                "<b>Kaikkien Kouvola 2019–2022</b> kertoo, miten kaupunki ottaa uudet asukkaat vastaan ja "
                "miten vanhat ja uudet kouvolalaiset löytävät toisensa. Ohjelma kuuluu "
                "kaupunkistrategian hyvinvointiohjelmaan. Valtuusto äänesti muutamasta kohdasta ja liitti "
                "päätökseen lausumia ennen kuin ohjelma hyväksyttiin.",
                heading("Kolme päämäärää"),
                accordion(
                    "Hyvä ja aktiivinen arki",
                    "<p>Asunto, koulu, harrastus ja terveyspalvelut löytyvät, ja neuvontaa saa omalla kielellä.</p>",
                    is_open=True,
                ),
                accordion(
                    "Osaava henkilöstö",
                    "<p>Kaupungin työntekijät osaavat kohdata asiakkaan, jolla on eri kieli tai tausta kuin "
                    "heillä itsellään.</p>",
                ),
                accordion(
                    "Hyvät väestösuhteet",
                    "<p>Ihmisillä on paikkoja ja syitä tavata toisiaan, ja ristiriitoihin tartutaan varhain.</p>",
                ),
                heading("Kolme kärkeä, joista aloitetaan"),
                "<ul><li><b>Työllistyminen:</b> tie ensimmäiseen työpaikkaan lyhenee yhdessä yritysten kanssa.</li>"
                "<li><b>Henkilöstön koulutuspaketti:</b> sama peruskoulutus kaikkiin yksiköihin.</li>"
                "<li><b>Tukihenkilö- ja vertaistoiminta:</b> joku kulkee rinnalla ensimmäisen vuoden.</li></ul>",
                picture(
                    "market",
                    "Piirros: ihmisiä kauppatorilla myyntikojujen välissä, osa juttelee keskenään.",
                    "Arki on siellä, missä ihmiset tapaavat.",
                ),
                call_to_action(
                    "Lue ohjelma kokonaan",
                    "Ohjelmassa kerrotaan myös, kuka vastaa mistäkin ja miten seurataan.",
                    page="integration-programme",
                ),
            ),
        ),
        "sv": Words(
            "Allas Kouvola 2019–2022: fullmäktige godkände programmet för mångkulturellt arbete",
            "Kouvola stadsfullmäktige godkände den 18 mars 2019 en utvecklingsplan som samtidigt är "
            "stadens lagstadgade integrationsprogram. Den ersätter det tidigare mångkulturprogrammet.",
            place="Kouvola",
            body=(
                "<b>Allas Kouvola 2019–2022</b> beskriver hur staden tar emot nya invånare och hur gamla "
                "och nya kouvolabor hittar varandra. Programmet hör till stadsstrategins "
                "välfärdsprogram. Fullmäktige röstade om några punkter och fogade uttalanden till "
                "beslutet innan programmet godkändes.",
                heading("Tre huvudmål"),
                accordion(
                    "En god och aktiv vardag",
                    "<p>Bostad, skola, hobby och hälsovård går att hitta, och rådgivning ges på det egna språket.</p>",
                    is_open=True,
                ),
                accordion(
                    "Kunnig personal",
                    "<p>Stadens anställda kan möta en kund som har ett annat språk eller en annan bakgrund än "
                    "de själva.</p>",
                ),
                accordion(
                    "Goda befolkningsrelationer",
                    "<p>Människor har platser och skäl att träffas, och konflikter tas upp i tid.</p>",
                ),
                heading("Tre spetsar att börja med"),
                "<ul><li><b>Sysselsättning:</b> vägen till det första jobbet förkortas i samarbete med företagen.</li>"
                "<li><b>Utbildningspaket för personalen:</b> samma grundutbildning till alla enheter.</li>"
                "<li><b>Stödpersoner och kamratverksamhet:</b> någon går bredvid under det första året.</li></ul>",
                picture(
                    "market",
                    "Teckning: människor mellan marknadsstånden på torget, några pratar med varandra.",
                    "Vardagen finns där människor möts.",
                ),
                call_to_action(
                    "Läs hela programmet",
                    "I programmet står också vem som ansvarar för vad och hur det följs upp.",
                    page="integration-programme",
                ),
            ),
        ),
    },
)
