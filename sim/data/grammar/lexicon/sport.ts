import type { TopicTable } from "../parse-lexicon.ts";

export const sport: TopicTable = {
  topic: "sport",
  nouns: `
    der spieler spieler | player | person player
    die mannschaft mannschaften | team | group team of
    das spiel spiele | game | event match
    der ball bälle | ball | ball portable own
    der trainer trainer | coach coaches | person trainer of:team
    das rennen rennen | race | event match
    das stadion stadien | stadium | place building @in/in >in/into
    die läuferin läuferinnen | runner | person athlete
    der pokal pokale | cup | trophy
    das tor tore | goal | goal
    der platz plätze | pitch | place lawn @auf/on >auf/onto
    der torwart torwarte | goalkeeper | person player of:team
    der fan fans | fan | person fan
    der schiedsrichter schiedsrichter | referee | person referee
    die medaille medaillen | medal | trophy
    der gegner gegner | opponent | person player athlete
    der sieg siege | victory | victory
    das schwimmbad schwimmbäder | swimming_pool | place @in/in >in/to
    der verein vereine | club | group team
    die turnerin turnerinnen | gymnast | person athlete
    der schläger schläger | racket | thing portable own
    der wettkampf wettkämpfe | competition | event match`,
  verbs: `
    gewinnen gewinnt gewonnen h | win won | player team athlete > match trophy
    trainieren trainiert trainiert h | train | player athlete team
    fangen fängt gefangen h | catch caught | player > ball
    laufen läuft gelaufen s | run ran | person animal | motion slow cheerful
    schlagen schlägt geschlagen h | beat beat | team player > player team
    jubeln jubelt gejubelt h | cheer | fan | audible
    schießen schießt geschossen h | score | player team > goal
    fußball~spielen spielt gespielt h | play_football | person team | cheerful
    teil.nehmen nimmt teilgenommen h | take_part took | person athlete team >an+d:in match | placeless
    an.feuern feuert angefeuert h | cheer_on | fan > team player athlete
    springen springt gesprungen s | jump | athlete animal
    schwitzen schwitzt geschwitzt h | sweat | player athlete | unwilled
    feiern feiert gefeiert h | celebrate | team fan player >? victory | cheerful
    halten hält gehalten h | hold held | player > ball trophy`,
  adjectives: `
    spannend | exciting | 0 | match text
    fair | fair | 0 | match player referee
    rund | round | 2 | ball goods
    sportlich | athletic | 0 | person`,
};
