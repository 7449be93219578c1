"""Items for readers of Arabic and of easy-to-read Finnish, and one that waits for its Northern Sami.

Nothing here is invented in Northern Sami: that version is opened, and shows the Finnish text as such.
"""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, contact, heading

ITEMS: tuple[Item, ...] = (
    Item(
        key="advice",
        day=date(2026, 4, 14),
        themes=("language", "integration"),
        contacts=("olena", "amina"),
        scene="office",
        words={
            "fi": Words(
                "Neuvontaa kymmenellä kielellä ilman ajanvarausta",
                "Suvisalmen neuvontapiste auttaa lomakkeissa, asumisessa ja koulun asioissa. Palvelu on "
                "maksuton, eikä aikaa tarvitse varata.",
                body=(
                    "Neuvontapiste on kirjaston ensimmäisessä kerroksessa. Se on auki maanantaista "
                    "torstaihin kello 10–16.",
                    heading("Mitä otat mukaan"),
                    "<ul><li>kirjeen tai lomakkeen, jota asia koskee</li><li>henkilötodistuksen, jos sinulla on</li></ul>",
                    "Neuvojat puhuvat kymmentä kieltä. He eivät kerro asioistasi muille.",
                    contact("olena"),
                ),
            ),
            "sv": Words(
                "Rådgivning på tio språk utan tidsbokning",
                "Rådgivningen i Sommarsund hjälper med blanketter, boende och skolfrågor. Den är "
                "avgiftsfri och du behöver inte boka tid.",
                body=(
                    "Rådgivningen finns på första våningen i biblioteket. Den är öppen från måndag till "
                    "torsdag klockan 10–16.",
                    heading("Det här tar du med"),
                    "<ul><li>brevet eller blanketten som det gäller</li><li>en identitetshandling, om du har en</li></ul>",
                    "Rådgivarna talar tio språk. De berättar inte om dina ärenden för andra.",
                    contact("olena"),
                ),
            ),
            "en": Words(
                "Advice in ten languages, no appointment needed",
                "Suvisalmi’s advice desk helps with forms, housing and school matters. It is free of charge, "
                "and you need not book a time.",
                body=(
                    "The advice desk is on the ground floor of the library. It is open from Monday to "
                    "Thursday, 10–16.",
                    heading("What to bring"),
                    "<ul><li>the letter or form you need help with</li><li>an identity document, if you have one</li></ul>",
                    "The advisers speak ten languages. They do not tell others about your affairs.",
                    contact("olena"),
                ),
            ),
            "ar": Words(
                "استشارة مجانية بعشر لغات ومن دون موعد",
                "يساعدك مكتب الاستشارة في سوفيسالمي في الاستمارات والسكن وأمور المدرسة. الخدمة مجانية "
                "ولا تحتاج إلى حجز موعد.",
                alt="رسم: موظفة تستمع إلى مراجع عند مكتب منخفض، وآخرون ينتظرون بهدوء.",
                body=(
                    "يقع مكتب الاستشارة في الطابق الأول من المكتبة. وهو مفتوح من الاثنين إلى الخميس من "
                    "الساعة 10 إلى الساعة 16.",
                    heading("ماذا تحضر معك"),
                    "<ul><li>الرسالة أو الاستمارة التي تحتاج إلى مساعدة فيها</li><li>وثيقة هوية إن وُجدت</li></ul>",
                    "يتكلم المستشارون عشر لغات. ولا يخبرون أحداً بأمورك.",
                    contact("olena"),
                ),
            ),
            "fi-simple": Words(
                "Saat neuvoja omalla kielelläsi",
                "Neuvonta-piste auttaa sinua. Apu ei maksa mitään. Sinun ei tarvitse varata aikaa.",
                alt="Piirros: virkailija kuuntelee asiakasta. Muut odottavat vuoroaan.",
                body=(
                    "Neuvonta-piste on kirjastossa. Se on auki maanantaina, tiistaina, keskiviikkona ja "
                    "torstaina. Voit tulla kello 10–16.",
                    heading("Ota nämä mukaan"),
                    "<ul><li>kirje tai lomake, jota et ymmärrä</li><li>henkilö-todistus, jos sinulla on se</li></ul>",
                    "Neuvojat puhuvat kymmentä kieltä. He eivät kerro sinun asioitasi muille.",
                    contact("olena"),
                ),
            ),
        },
    ),
    Item(
        key="sami-day",
        day=date(2026, 2, 4),
        themes=("language", "participation"),
        contacts=("sanni",),
        scene="library",
        words={
            "fi": Words(
                "Saamelaisten kansallispäivää vietetään kirjastossa",
                "Saamelaisten kansallispäivänä 6. helmikuuta Suvisalmen kirjasto täyttyy tarinoista, "
                "musiikista ja käsitöistä.",
                body=(
                    "Ohjelma alkaa kello 14 lipunnostolla. Sen jälkeen luetaan satuja, joikataan ja "
                    "näytetään, miten nauhaa kudotaan. Ohjelman ovat tehneet kaupungissa asuvat saamelaiset.",
                    "Kaikki ovat tervetulleita. Kahvit tarjotaan.",
                ),
            ),
            "sv": Words(
                "Samernas nationaldag firas i biblioteket",
                "På samernas nationaldag den 6 februari fylls biblioteket i Sommarsund av berättelser, musik "
                "och slöjd.",
                body=(
                    "Programmet börjar klockan 14 med flagghissning. Därefter blir det sagor, jojk och "
                    "bandvävning. Samer som bor i staden har gjort programmet.",
                    "Alla är välkomna. Vi bjuder på kaffe.",
                ),
            ),
            "se": None,
        },
    ),
)
