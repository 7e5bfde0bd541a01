import type { TopicTable } from "../parse-lexicon.ts";

export const home: TopicTable = {
  topic: "home",
  nouns: `
    das haus häuser | house | building place rented of own @in/in >in/into
    die familie familien | family | group household
    die tür türen | door | openable painted
    das zimmer zimmer | room | place room rented @in/in >in/into
    der tisch tische | table | thing furniture @an/at
    die großmutter großmütter | grandmother | person kin relation
    die lampe lampen | lamp | thing furniture lamp
    das fenster fenster | window | openable washed @an/at
    der brief briefe | letter | text portable
    der stuhl stühle | chair | thing furniture @auf/on
    der schlüssel schlüssel | key | thing portable own
    der handwerker handwerker | craftsman craftsmen | person worker
    das dach dächer | roof roofs | building repairable of:building @auf/on
    die wand wände | wall | wall painted
    der keller keller | cellar | place room @in/in >in/into
    das bild bilder | picture | thing portable hung
    die zeitung zeitungen | newspaper | text portable
    das sofa sofas | sofa | thing furniture @auf/on
    die uhr uhren | clock | thing repairable hung own
    der schrank schränke | cupboard | thing furniture openable painted
    das regal regale | shelf shelves | thing furniture painted @an/by
    das bad bäder | bathroom | room place @in/in >in/into
    der spiegel spiegel | mirror | thing furniture hung washed
    die treppe treppen | staircase | washed @auf/on
    der großvater großväter | grandfather | person kin relation`,
  verbs: `
    wohnen wohnt gewohnt h | live | person household | placed still
    putzen putzt geputzt h | clean | person household > washed room | slow
    auf.räumen räumt aufgeräumt h | tidy_up tidied | person household > room | placeless slow
    bauen baut gebaut h | build built | worker household > building | slow
    träumen träumt geträumt h | dream | person
    streichen streicht gestrichen h | paint | worker household person > painted | slow careful
    an.machen macht angemacht h | switch_on | person > lamp
    fern.sehen sieht ferngesehen h | watch_television | person household
    auf.hängen hängt aufgehängt h | hang_up hung | worker person > hung | careful
    sitzen sitzt gesessen h | sit sat | person | placed
    klopfen klopft geklopft h | knock | person | audible
    aus.machen macht ausgemacht h | switch_off | person > lamp
    mieten mietet gemietet h | rent | household person > rented | placeless
    ein.ziehen zieht eingezogen s | move_in | household person`,
  adjectives: `
    hell | bright | 2 | lamp room sun star
    dunkel/dunkl | dark | 2 | room cloud forest
    sauber | clean | 2 | room washed furniture ware state
    gemütlich | cosy | 0 | room furniture building`,
};
