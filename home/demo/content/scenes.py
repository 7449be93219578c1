"""What each drawn scene shows, told to those who do not see it."""
# ruff: noqa: E501  (a sentence stays whole)

ALTS: dict[str, dict[str, str]] = {
    "parliament": {
        "fi": "Piirros: ihmisiä tapaa toisiaan graniittiportailla pylväikkään talon edessä matalassa auringossa.",
        "sv": "Teckning: människor möts på en granittrappa framför ett hus med pelare i låg sol.",
        "en": "Drawing: people meet on granite steps before a building with columns, in low sun.",
    },
    "workshop": {
        "fi": "Piirros: eri-ikäisiä ihmisiä pyöreän pöydän ympärillä, pöydällä ja seinällä värikkäitä lappuja.",
        "sv": "Teckning: människor i olika åldrar runt ett bord, färggranna lappar på bordet och väggen.",
        "en": "Drawing: people of different ages round a table, colourful notes on the table and the wall.",
    },
    "school": {
        "fi": "Piirros: lapsia saapuu aamulla koulun pihalle, opettaja odottaa ovella.",
        "sv": "Teckning: barn kommer till skolgården på morgonen, en lärare väntar på dem.",
        "en": "Drawing: children arrive in a school yard in the morning, a teacher waits for them.",
    },
    "library": {
        "fi": "Piirros: valoisa kirjasto, korkeita hyllyjä ja pitkä pöytä, ihmisiä lukemassa.",
        "sv": "Teckning: ett ljust bibliotek med höga hyllor och ett långt bord där människor läser.",
        "en": "Drawing: a light library with tall shelves and a long table where people read.",
    },
    "office": {
        "fi": "Piirros: virkailija kuuntelee asiakasta matalan palvelutiskin ääressä, toiset odottavat rauhassa.",
        "sv": "Teckning: en tjänsteman lyssnar på en kund vid en låg disk, andra väntar i lugn och ro.",
        "en": "Drawing: a clerk listens to a customer at a low counter while others wait in peace.",
    },
    "homecare": {
        "fi": "Piirros: kotihoidon työntekijä ja vanha mies kahvilla keittiön pöydän ääressä, ikkunassa koivuja.",
        "sv": "Teckning: en hemvårdare och en gammal man dricker kaffe vid köksbordet, björkar i fönstret.",
        "en": "Drawing: a home carer and an old man over coffee at a kitchen table, birches in the window.",
    },
    "lake_town": {
        "fi": "Piirros: pieni puutalokaupunki tyynen järven rannalla kesäyönä.",
        "sv": "Teckning: en liten stad med trähus vid en spegelblank sjö en sommarnatt.",
        "en": "Drawing: a small town of wooden houses by a still lake on a summer night.",
    },
    "training": {
        "fi": "Piirros: kouluttaja seisoo valkokankaan vieressä, yleisö kuuntelee ja yksi viittaa.",
        "sv": "Teckning: en utbildare står vid en skärm, publiken lyssnar och en räcker upp handen.",
        "en": "Drawing: a trainer beside a screen, an audience that listens, one hand raised.",
    },
    "market": {
        "fi": "Piirros: lauantai kauppatorilla, myyntikojuja ja juttelevia naapureita.",
        "sv": "Teckning: lördag på torget, marknadsstånd och grannar som pratar med varandra.",
        "en": "Drawing: Saturday on the market square, stalls and neighbours who talk to each other.",
    },
    "forest_path": {
        "fi": "Piirros: kaksi ihmistä kävelee ja juttelee metsäpolulla, joka vie järvelle.",
        "sv": "Teckning: två människor går och pratar på en skogsstig som leder ner till en sjö.",
        "en": "Drawing: two people walk and talk on a forest path that leads down to a lake.",
    },
}
