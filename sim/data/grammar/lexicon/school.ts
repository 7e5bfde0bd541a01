import type { TopicTable } from "../parse-lexicon.ts";

export const school: TopicTable = {
  topic: "school",
  nouns: `
    der lehrer lehrer | teacher | person teacher
    das buch bücher | book | text portable own
    der schüler schüler | pupil | person pupil
    die schule schulen | school | place building @in/at >in/to of
    die lehrerin lehrerinnen | teacher | person teacher
    die aufgabe aufgaben | task | task
    das wort wörter | word | word
    die klasse klassen | class | group class of
    die geschichte geschichten | story | text story
    der student studenten weak | student | person pupil
    die prüfung prüfungen | exam | event task
    das heft hefte | notebook | text portable own
    die sprache sprachen | language | language
    der fehler fehler | mistake | mistake
    die pause pausen | break | event
    der stift stifte | pen | thing portable own
    der satz sätze | sentence | word
    die bibliothek bibliotheken | library | place building @in/in >in/to
    der direktor direktoren | headmaster | person teacher of:school
    das gedicht gedichte | poem | text story
    die regel regeln | rule | task
    der aufsatz aufsätze | essay | text`,
  verbs: `
    lesen liest gelesen h | read read | person > text | slow
    lernen lernt gelernt h | learn | pupil > word language | slow
    schreiben schreibt geschrieben h | write wrote | person > text | slow
    erklären erklärt erklärt h | explain | teacher > task word
    verstehen versteht verstanden h | understand understood | person > task word language | still unwilled
    zu.hören hört zugehört h | listen_to | pupil >d teacher
    unterrichten unterrichtet unterrichtet h | teach taught | teacher > pupil class
    loben lobt gelobt h | praise | teacher > pupil class
    vor.lesen liest vorgelesen h | read_out read | teacher > story | audible
    antworten antwortet geantwortet h | answer | pupil >d teacher | audible
    auf.passen passt aufgepasst h | pay_attention paid | pupil class
    korrigieren korrigiert korrigiert h | correct | teacher > mistake
    auf.schreiben schreibt aufgeschrieben h | write_down wrote | pupil > word
    rechnen rechnet gerechnet h | calculate | pupil`,
  adjectives: `
    schwierig | difficult | 0 | task word language match
    klug | clever | 0 | person
    streng | strict | 0 | teacher medic trainer
    wichtig | important | 0 | task word match text event`,
};
