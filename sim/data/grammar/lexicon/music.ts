import type { TopicTable } from "../parse-lexicon.ts";

export const music: TopicTable = {
  topic: "music",
  nouns: `
    der musiker musiker | musician | person musician
    das lied lieder | song | piece song
    die geige geigen | violin | instrument portable own
    die sängerin sängerinnen | singer | person singer
    das klavier klaviere | piano | instrument
    das konzert konzerte | concert | event enjoyable
    der chor chöre | choir | group singer ensemble of
    die bühne bühnen | stage | place @auf/on >auf/onto
    das orchester orchester | orchestra | group ensemble of
    die melodie melodien | melody | piece of
    die trommel trommeln | drum | instrument own
    der saal säle | hall | place room @in/in >in/into
    das publikum - the | audience | group audience
    die flöte flöten | flute | instrument portable own
    der dirigent dirigenten weak | conductor | person conductor of:ensemble
    die probe proben | rehearsal | event
    die tänzerin tänzerinnen | dancer | person dancer
    das stück stücke | piece | piece
    der komponist komponisten weak | composer | person composer of:song
    die musik - | music | enjoyable
    die gitarre gitarren | guitar | instrument portable own
    die oper opern | opera | event enjoyable`,
  verbs: `
    spielen spielt gespielt h | play | musician > piece instrument | audible cheerful
    singen singt gesungen h | sing sang | singer person >? song | audible cheerful
    tanzen tanzt getanzt h | dance | person | cheerful
    üben übt geübt h | practise | musician singer >? piece
    dirigieren dirigiert dirigiert h | conduct | conductor > ensemble
    klatschen klatscht geklatscht h | applaud | audience | audible
    genießen genießt genossen h | enjoy | person audience > enjoyable | still
    auf.treten tritt aufgetreten s | perform | singer ensemble dancer
    stimmen stimmt gestimmt h | tune | musician > instrument | careful
    komponieren komponiert komponiert h | compose | composer > piece
    auf.nehmen nimmt aufgenommen h | record | singer ensemble > piece
    pfeifen pfeift gepfiffen h | whistle | person >? song | audible cheerful`,
  adjectives: `
    berühmt | famous | 0 | musician singer conductor composer ensemble player sight
    laut | loud | 2 | instrument audience piece storm animal state
    leise | quiet | 2 | piece instrument
    modern | modern | 3 | piece building vehicle`,
};
