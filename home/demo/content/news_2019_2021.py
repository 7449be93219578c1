"""News of the years 2019 to 2021."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, quote

ITEMS: tuple[Item, ...] = (
    Item(
        key="reading-friends",
        day=date(2019, 9, 24),
        organisation="kouvola",
        themes=("integration", "language"),
        contacts=("tuomas",),
        scene="library",
        words={
            "fi": Words(
                "Lukukaverit avaavat suomen kieltä kirjaston hyllyjen välissä",
                "Kirjastossa luetaan torstaisin yhdessä ääneen. Kaveriksi pääsee kuka tahansa, joka jaksaa "
                "kuunnella toista puoli tuntia.",
                body=(
                    "Lukukaverit ovat vapaaehtoisia, jotka lukevat suomea opettelevan parinsa kanssa "
                    "lehteä, runoa tai ruokaohjetta. Virheitä ei lasketa, sanoja kylläkin.",
                    quote(
                        "Ensimmäisenä iltana luimme bussiaikataulua. Nyt riitelemme dekkarin loppuratkaisusta.",
                        "Vieno Salmela",
                        "lukukaveri",
                    ),
                    "Mukaan voi ilmoittautua kirjaston tiskillä. Etukäteisosaamista ei tarvita.",
                ),
            ),
            "sv": Words(
                "Läskompisar öppnar finskan mellan bokhyllorna",
                "På torsdagarna läser man högt tillsammans i biblioteket. Vem som helst som orkar lyssna på en "
                "annan i en halvtimme kan bli läskompis.",
                body=(
                    "Läskompisarna är frivilliga som läser en tidning, en dikt eller ett matrecept med någon "
                    "som lär sig finska. Felen räknas inte, men det gör orden.",
                    quote(
                        "Den första kvällen läste vi busstidtabellen. Nu grälar vi om hur deckaren slutar.",
                        "Vieno Salmela",
                        "läskompis",
                    ),
                    "Anmäl dig vid disken i biblioteket. Förkunskaper behövs inte.",
                ),
            ),
        },
    ),
    Item(
        key="clear-forms",
        day=date(2020, 2, 11),
        themes=("language",),
        contacts=("sanni",),
        words={
            "fi": Words(
                "Kaksikymmentä lomaketta sai selkeämmän kielen",
                "Suvisalmi kävi läpi asukkaiden eniten käyttämät lomakkeet. Pisin virke lyheni "
                "61 sanasta kahteentoista.",
                body=(
                    "Lomakkeita kokeili kaksitoista asukasta, joista puolet lukee suomea toisena kielenään. "
                    "Jokainen kohta, jossa kynä pysähtyi, kirjoitettiin uudestaan.",
                    "Seuraavaksi vuorossa ovat päätöskirjeet. Palautetta voi antaa suoraan "
                    "viestintään.",
                ),
            ),
            "sv": Words(
                "Tjugo blanketter fick ett klarare språk",
                "Sommarsund gick igenom de blanketter som invånarna använder mest. Den längsta meningen "
                "krympte från 61 ord till tolv.",
                body=(
                    "Tolv invånare provade blanketterna, och hälften av dem läser finska som andraspråk. "
                    "Varje punkt där pennan stannade skrevs om.",
                    "I följande skede är det besluten som står i tur. Ge gärna respons direkt till "
                    "kommunikationen.",
                ),
            ),
        },
    ),
    Item(
        key="helpline",
        day=date(2020, 5, 6),
        themes=("language", "integration"),
        contacts=("olena",),
        words={
            "fi": Words(
                "Neuvontapuhelin vastaa poikkeusoloissa kuudella kielellä",
                "Kun palvelupisteet ovat kiinni, neuvoja saa puhelimesta. Linjalla vastaavat samat ihmiset, "
                "jotka tavallisesti istuvat tiskin takana.",
                body=(
                    "Puhelimeen vastataan arkisin suomeksi, ruotsiksi, englanniksi, venäjäksi, arabiaksi ja "
                    "somaliksi. Tavallisimmin kysytään koulusta, toimeentulosta ja siitä, ketä saa tavata.",
                    "Jos linja on varattu, soitamme takaisin saman päivän aikana.",
                ),
            ),
            "sv": Words(
                "Rådgivningstelefonen svarar på sex språk under undantagsförhållandena",
                "När servicepunkterna är stängda får man råd per telefon. Samma personer som brukar sitta bakom "
                "disken svarar.",
                body=(
                    "Telefonen besvaras på vardagar på finska, svenska, engelska, ryska, arabiska och "
                    "somaliska. Oftast handlar frågorna om skolan, utkomsten och vem man får träffa.",
                    "Om linjen är upptagen ringer vi upp samma dag.",
                ),
            ),
        },
    ),
    Item(
        key="youth-council",
        day=date(2020, 11, 19),
        themes=("participation", "equality"),
        contacts=("amina",),
        scene="school",
        words={
            "fi": Words(
                "Nuorisovaltuusto kirjoitti kouluille ohjeen rasismiin puuttumisesta",
                "Ohje mahtuu yhdelle sivulle ja alkaa lauseella ”Usko sitä, joka kertoo”. Se jaetaan kaikkiin "
                "Suvisalmen kouluihin.",
                body=(
                    "Nuoret kokosivat syksyn aikana kokemuksia käytäviltä, liikuntatunneilta ja "
                    "viestiryhmistä. Ohje kertoo, mitä aikuisen pitää tehdä samana päivänä ja mitä viikon sisällä.",
                    "Rehtorit ovat sitoutuneet käymään ohjeen läpi henkilöstön kanssa ennen joulua.",
                ),
            ),
            "sv": Words(
                "Ungdomsfullmäktige skrev en anvisning om hur skolor ingriper mot rasism",
                "Anvisningen ryms på en sida och börjar med orden ”Tro på den som berättar”. Den delas ut till "
                "alla skolor i Sommarsund.",
                body=(
                    "Under hösten samlade de unga erfarenheter från korridorer, gymnastiktimmar och "
                    "meddelandegrupper. Anvisningen berättar vad en vuxen ska göra samma dag och vad inom en vecka.",
                    "Rektorerna har lovat gå igenom anvisningen med personalen före jul.",
                ),
            ),
        },
    ),
    Item(
        key="gender-budget",
        day=date(2021, 3, 8),
        organisation="kajaani",
        themes=("gender",),
        contacts=("aino",),
        words={
            "fi": Words(
                "Talousarviossa kysytään nyt, kuka rahasta hyötyy",
                "Sukupuolivaikutukset arvioidaan ensi kertaa osana talousarviota. Aluksi mukana ovat liikunta "
                "ja nuorisotyö.",
                body=(
                    "Arviointi alkaa yksinkertaisesta kysymyksestä: kuka palvelua käyttää ja kuka jää pois? "
                    "Jäävuorot, kerhotilat ja avustukset käydään läpi luku kerrallaan.",
                    "Tulokset julkaistaan tilinpäätöksen yhteydessä, ja ensi vuonna arviointi laajenee "
                    "kirjastoihin.",
                ),
            ),
            "sv": Words(
                "I budgeten frågas nu vem som har nytta av pengarna",
                "Konsekvenserna för kvinnor och män bedöms för första gången som en del av budgeten. Först ut är "
                "idrotten och ungdomsarbetet.",
                body=(
                    "Bedömningen börjar med en enkel fråga: vem använder tjänsten och vem blir utanför? "
                    "Istider, klubblokaler och bidrag gås igenom siffra för siffra.",
                    "Resultaten publiceras i samband med bokslutet, och nästa år utvidgas bedömningen till "
                    "biblioteken.",
                ),
            ),
        },
    ),
    Item(
        key="cycling-course",
        day=date(2021, 9, 2),
        organisation="kouvola",
        themes=("integration", "gender"),
        contacts=("tuomas",),
        words={
            "fi": Words(
                "Pyöräilykurssilta ajettiin kotiin omin jaloin",
                "Kahdeksantoista aikuista opetteli elokuussa pyöräilemään. Osa heistä nousi satulaan elämänsä "
                "ensimmäisen kerran.",
                body=(
                    "Kurssi alkoi koulun tyhjältä pihalta ja päättyi torille. Ohjaajina toimivat "
                    "pyöräilyseuran vapaaehtoiset, ja pyörät kunnosti kierrätyskeskus.",
                    "Kurssi järjestetään uudestaan toukokuussa. Lastenhoito on mukana, jotta vanhemmatkin "
                    "pääsevät.",
                ),
            ),
        },
    ),
)
