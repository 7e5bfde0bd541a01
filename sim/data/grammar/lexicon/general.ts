import type { TopicTable } from "../parse-lexicon.ts";

/** What may be said in every topic. */
export const general: TopicTable = {
  topic: "general",
  nouns: `
    der mann männer | man men | person
    die frau frauen | woman women | person
    das kind kinder | child children | person pupil kin young
    der freund freunde | friend | person kin
    der nachbar nachbarn weak | neighbour | person kin
    das mädchen mädchen | girl | person pupil young
    der junge jungen weak | boy | person pupil young
    die mutter mütter | mother | person kin relation
    der vater väter | father | person kin relation
    die freundin freundinnen | friend | person kin
    die tochter töchter | daughter | person kin relation young
    der bruder brüder | brother | person kin relation
    der sohn söhne | son | person kin relation young
    die schwester schwestern | sister | person kin relation
    der hut hüte | hat | worn own
    die tasche taschen | bag | worn own portable
    der mantel mäntel | coat | worn own`,
  verbs: `
    schlafen schläft geschlafen h | sleep slept | person animal
    sehen sieht gesehen h | see saw | person animal > person animal building vehicle plant sight star mountain | still
    suchen sucht gesucht h | look_for | person > portable person animal
    helfen hilft geholfen h | help | person >d person
    gehen geht gegangen s | go went | person | motion placed slow
    finden findet gefunden h | find found | person > portable coin
    arbeiten arbeitet gearbeitet h | work | person | slow cheerful
    brauchen braucht gebraucht h | need | person > portable money vehicle medicine | still placeless
    geben gibt gegeben h | give gave | person >d person > portable gift
    sagen sagt gesagt h | say said | person | dass still placeless
    tragen trägt getragen h | carry | person > luggage portable container | careful
    zeigen zeigt gezeigt h | show | person >d person > portable sight building vehicle plant animal
    lachen lacht gelacht h | laugh | person | audible
    kennen kennt gekannt h | know knew | person > person sight piece story settlement | still placeless
    reparieren repariert repariert h | repair | person > repairable | slow careful
    glauben glaubt geglaubt h | believe | person | dass still placeless
    verlieren verliert verloren h | lose lost | person team > match ticket portable money | unwilled
    bleiben bleibt geblieben s | stay | person animal | placed still
    versuchen versucht versucht h | try | person | zu still placeless
    beobachten beobachtet beobachtet h | watch | person hunter > animal person sun star match plane ship
    hören hört gehört h | hear heard | person animal > piece instrument storm dog bird | still
    bringen bringt gebracht h | bring brought | person >d person > food drink portable gift medicine
    bekommen bekommt bekommen h | receive | person > text gift ticket goods | still placeless
    wissen weiß gewusst h | know knew | person | dass still placeless
    retten rettet gerettet h | rescue | person crew > person animal
    sprechen spricht gesprochen h | talk | person >mit+d:to person | slow audible
    danken dankt gedankt h | thank | person >d person
    lieben liebt geliebt h | love | person household > kin pet enjoyable piece flower | still placeless
    vergessen vergisst vergessen h | forget forgot | person > portable word bill | still placeless unwilled
    hoffen hofft gehofft h | hope | person | dass still placeless
    fragen fragt gefragt h | ask | person | ob still placeless audible
    folgen folgt gefolgt s | follow | person animal >d person animal
    denken denkt gedacht h | think thought | person >an+a:of person event | still placeless
    weinen weint geweint h | cry | person | audible unwilled`,
  adjectives: `
    alt | old | 3 | !young person animal building vehicle thing worn portable settlement sight tree instrument piece
    freundlich | friendly | 0 | person tame
    klein | small | 1 | animal building vehicle thing worn portable place plant gift instrument group
    glücklich | happy | 0 | person state
    neu | new | 3 | building vehicle thing worn portable text piece ware
    groß | big | 1 | animal building vehicle thing worn place plant wave cloud group
    schön | beautiful | 0 | place plant sight piece bird gift instrument star sun building
    hungrig | hungry | 2 | person animal state
    rot | red | 4 | vehicle worn flower fruit furniture portable
    lang | long | 1 | text event road bridge match river bed
    traurig | sad | 0 | person piece story state
    schwer | heavy | 2 | luggage container furniture gear
    weiß | white | 4 | cloud flower animal ship furniture snow worn
    nett | nice | 0 | person
    schwarz | black | 4 | worn pet tame vehicle instrument cloud
    blau | blue | 4 | worn vehicle river ware furniture
    ruhig | calm | 0 | place river person state
    fleißig | hard-working | 0 | person insect
    wunderbar | wonderful | 0 | event piece enjoyable climate gift`,
};
