import type { TopicTable } from "../parse-lexicon.ts";

export const animals: TopicTable = {
  topic: "animals",
  nouns: `
    der hund hunde | dog | animal pet dog own
    die katze katzen | cat | animal pet hunter own
    der bauer bauern weak | farmer | person farmer
    das pferd pferde | horse | animal tame grazer own
    die kuh kühe | cow | animal tame grazer cow
    der stall ställe | stable | place building @in/in >in/into
    die maus mäuse | mouse mice | animal prey
    das schaf schafe | sheep sheep | animal tame grazer sheep
    der wolf wölfe | wolf wolves | animal hunter wild
    das feld felder | field | place lawn @auf/in >auf/into
    die gans gänse | goose geese | animal tame bird prey
    das huhn hühner | chicken | animal tame bird prey
    der fuchs füchse | fox | animal hunter wild
    die tierärztin tierärztinnen | vet | person medic farmer
    die ziege ziegen | goat | animal tame grazer
    das schwein schweine | pig | animal tame
    der esel esel | donkey | animal tame grazer
    das heu - | hay | feed
    der hase hasen weak | hare | animal prey
    der löwe löwen weak | lion | animal hunter wild lion
    das lamm lämmer | lamb | animal tame sheep prey young
    der bär bären weak | bear | animal wild
    der elefant elefanten weak | elephant | animal wild
    der affe affen weak | monkey | animal wild climber`,
  verbs: `
    bellen bellt gebellt h | bark | dog | audible
    füttern füttert gefüttert h | feed fed | person > animal | careful
    jagen jagt gejagt h | chase | hunter dog > prey
    fressen frisst gefressen h | eat ate | grazer > feed
    streicheln streichelt gestreichelt h | stroke | person > pet tame | careful
    melken melkt gemolken h | milk | farmer > cow
    beißen beißt gebissen h | bite bit | dog hunter wild > person animal
    hüten hütet gehütet h | tend | farmer dog > sheep | outdoor
    reiten reitet geritten s | ride rode | person | motion slow
    fliegen fliegt geflogen s | fly flew | bird insect plane | motion slow
    brüllen brüllt gebrüllt h | roar | lion | audible
    weg.laufen läuft weggelaufen s | run_away ran | animal | outdoor
    grasen grast gegrast h | graze | grazer | outdoor
    züchten züchtet gezüchtet h | breed bred | farmer > grazer`,
  adjectives: `
    wild | wild | 2 | animal
    jung | young | 3 | person animal
    scheu | shy | 0 | animal
    braun | brown | 4 | animal furniture portable`,
};
