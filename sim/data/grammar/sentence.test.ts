import { describe, expect, it } from "vitest";
import { bare } from "./compose-noun-phrase.ts";
import { englishSentence } from "./english-clause.ts";
import { germanSentence } from "./german-clause.ts";
import { infinitive } from "./german-verb.ts";
import type { Adverbial, Noun, Verb } from "./lemma.ts";
import { readLexicon } from "./lexicon.ts";
import type {
  Clause,
  Complement,
  Determiner,
  Nominal,
  NounPhrase,
  Subordinate,
} from "./sentence.ts";

const lexicon = readLexicon();

function found<Word>(word: Word | undefined): Word {
  if (word === undefined) throw new Error("The lexicon lacks a word of this test.");
  return word;
}

const noun = (german: string): Noun =>
  found(lexicon.nouns.find((entry) => entry.german.singular === german));
const verb = (german: string): Verb =>
  found(lexicon.verbs.find((entry) => infinitive(entry).join(" ") === german));
const adjective = (german: string) =>
  found(lexicon.adjectives.find((entry) => entry.german.bare === german));
const adverb = (german: string): Adverbial =>
  found(lexicon.adverbials.find((entry) => entry.german === german));

function the(german: string, ...adjectives: string[]): NounPhrase {
  return phrase("definite", german, ...adjectives);
}

function phrase(determiner: Determiner, german: string, ...adjectives: string[]): NounPhrase {
  return { ...bare(noun(german), "singular", determiner), adjectives: adjectives.map(adjective) };
}

function many(determiner: Determiner, german: string, ...adjectives: string[]): NounPhrase {
  return { ...phrase(determiner, german, ...adjectives), number: "plural" };
}

interface Said extends Partial<Omit<Clause, "predicate" | "subject">> {
  readonly objects?: readonly Nominal[];
  readonly complement?: Complement;
}

function clause(subject: Nominal, german: string, said: Said = {}): Clause {
  const { objects = [], complement = null, ...rest } = said;
  const entry = verb(german);
  const filled = objects.map((nominal, index) => ({ slot: found(entry.objects[index]), nominal }));
  return {
    subject,
    predicate: { kind: "verb", verb: entry, objects: filled, complement },
    tense: "present",
    modal: null,
    negated: false,
    time: null,
    frequency: null,
    manner: null,
    place: null,
    companion: null,
    front: "subject",
    also: null,
    subordinate: null,
    ...rest,
  };
}

function predicative(subject: Nominal, german: string, said: Partial<Clause> = {}): Clause {
  const predicate = { kind: "copula", adjective: adjective(german), very: false } as const;
  return { ...clause(subject, "schlafen"), predicate, ...said };
}

function at(german: string): NonNullable<Clause["place"]> {
  return { placing: found(noun(german).location ?? undefined), goal: false, nominal: the(german) };
}

function to(german: string): NonNullable<Clause["place"]> {
  return { placing: found(noun(german).direction ?? undefined), goal: true, nominal: the(german) };
}

function say(main: Clause): string {
  const sentence = { main, more: [] };
  return `${germanSentence(sentence).join(" ")} = ${englishSentence(sentence).join(" ")}`;
}

const he: Nominal = { kind: "pronoun", word: "er", person: true };
const it_: Nominal = { kind: "pronoun", word: "es", person: false };
const because = (other: Clause, first = false): Subordinate => ({
  conjunction: "weil",
  clause: other,
  first,
});

describe("noun phrases in both languages", () => {
  it("decline with the gender, the number and the case", () => {
    const cook = the("koch", "alt");
    const sees = (object: NounPhrase) => say(clause(cook, "sehen", { objects: [object] }));
    expect(sees(the("hund", "klein"))).toBe(
      "der alte koch sieht den kleinen hund . = the old cook sees the small dog .",
    );
    expect(sees(phrase("indefinite", "schiff", "alt"))).toBe(
      "der alte koch sieht ein altes schiff . = the old cook sees an old ship .",
    );
    expect(sees(many("indefinite", "gans", "weiß"))).toBe(
      "der alte koch sieht weiße gänse . = the old cook sees white geese .",
    );
    expect(sees(many("definite", "wolf", "wild"))).toBe(
      "der alte koch sieht die wilden wölfe . = the old cook sees the wild wolves .",
    );
    expect(sees(many("viele", "maus", "klein"))).toBe(
      "der alte koch sieht viele kleine mäuse . = the old cook sees many small mice .",
    );
    expect(sees(the("matrose"))).toBe(
      "der alte koch sieht den matrosen . = the old cook sees the sailor .",
    );
  });

  it("put the dative where German and English want it", () => {
    const objects = [many("definite", "kind"), phrase("indefinite", "ring", "teuer")];
    expect(say(clause(the("frau"), "geben", { objects }))).toBe(
      "die frau gibt den kindern einen teuren ring . = the woman gives the children an expensive ring .",
    );
    expect(say(clause(the("frau"), "helfen", { objects: [phrase("sein", "bruder")] }))).toBe(
      "die frau hilft seinem bruder . = the woman helps his brother .",
    );
  });

  it("say whose with the genitive and with of", () => {
    const captain = { ...the("kapitän"), genitive: the("schiff", "alt") };
    expect(say(clause(captain, "schlafen"))).toBe(
      "der kapitän des alten schiffes schläft . = the captain of the old ship sleeps .",
    );
  });

  it("fuse preposition and article, and tell place from direction", () => {
    expect(say(clause(the("mann"), "arbeiten", { place: at("hafen") }))).toBe(
      "der mann arbeitet im hafen . = the man works in the harbour .",
    );
    expect(say(clause(the("mann"), "gehen", { place: to("schule") }))).toBe(
      "der mann geht in die schule . = the man goes to the school .",
    );
    expect(say(clause(the("mann"), "gehen", { place: to("bahnhof") }))).toBe(
      "der mann geht zum bahnhof . = the man goes to the station .",
    );
  });
});

describe("main clauses", () => {
  it("keep the German verb second when something else comes first", () => {
    expect(say(clause(the("hund"), "schlafen", { time: adverb("heute"), front: "time" }))).toBe(
      "heute schläft der hund . = today the dog sleeps .",
    );
    expect(say(clause(the("hund"), "schlafen", { place: at("garten"), front: "place" }))).toBe(
      "im garten schläft der hund . = the dog sleeps in the garden .",
    );
    const objects = [the("kuchen")];
    expect(say(clause(the("kind"), "essen", { objects, front: "object" }))).toBe(
      "den kuchen isst das kind . = the child eats the cake .",
    );
  });

  it("put a separable prefix at the end", () => {
    expect(say(clause(the("schiff"), "ankommen", { place: at("hafen") }))).toBe(
      "das schiff kommt im hafen an . = the ship arrives in the harbour .",
    );
    expect(say(clause(the("schiff"), "ankommen", { tense: "past" }))).toBe(
      "das schiff ist angekommen . = the ship arrived .",
    );
    expect(say(clause(the("spieler"), "fußball spielen", { tense: "past" }))).toBe(
      "der spieler hat fußball gespielt . = the player played football .",
    );
  });

  it("frame the clause with auxiliary and infinitive or participle", () => {
    const objects = [the("suppe")];
    expect(say(clause(the("koch"), "kochen", { objects, tense: "past" }))).toBe(
      "der koch hat die suppe gekocht . = the cook cooked the soup .",
    );
    expect(say(clause(the("koch"), "kochen", { objects, tense: "future" }))).toBe(
      "der koch wird die suppe kochen . = the cook will cook the soup .",
    );
    expect(say(clause(the("koch"), "kochen", { objects, modal: "wollen" }))).toBe(
      "der koch will die suppe kochen . = the cook wants to cook the soup .",
    );
    expect(say(clause(the("koch"), "kochen", { objects, modal: "gern" }))).toBe(
      "der koch kocht die suppe gern . = the cook likes to cook the soup .",
    );
  });

  it("agree with a subject of two", () => {
    const pair: Nominal = { kind: "pair", first: the("hund"), second: the("katze") };
    expect(say(clause(pair, "schlafen"))).toBe(
      "der hund und die katze schlafen . = the dog and the cat sleep .",
    );
  });
});

describe("negation", () => {
  it("puts nicht behind a definite object and the time, and English does its support", () => {
    const heute = adverb("heute");
    expect(say(clause(the("hafen", "alt"), "schlafen", { negated: true, time: heute }))).toBe(
      "der alte hafen schläft heute nicht . = the old harbour does not sleep today .",
    );
    const said = { negated: true, objects: [the("hund")], place: at("garten") };
    expect(say(clause(the("mann"), "sehen", said))).toBe(
      "der mann sieht den hund nicht im garten . = the man does not see the dog in the garden .",
    );
    expect(say(predicative(the("mann"), "müde", { negated: true, tense: "past" }))).toBe(
      "der mann war nicht müde . = the man was not tired .",
    );
  });

  it("says kein at an indefinite object", () => {
    const negated = true;
    expect(
      say(clause(the("koch"), "finden", { negated, objects: [phrase("indefinite", "messer")] })),
    ).toBe("der koch findet kein messer . = the cook does not find a knife .");
    expect(
      say(clause(the("kind"), "trinken", { negated, objects: [phrase("none", "milch")] })),
    ).toBe("das kind trinkt keine milch . = the child does not drink any milk .");
  });

  it("gives each modal its own English", () => {
    const denied = (modal: Clause["modal"]) =>
      say(clause(the("hund"), "schlafen", { negated: true, modal }));
    expect(denied("können")).toBe("der hund kann nicht schlafen . = the dog cannot sleep .");
    expect(denied("müssen")).toBe(
      "der hund muss nicht schlafen . = the dog does not have to sleep .",
    );
    expect(denied("dürfen")).toBe("der hund darf nicht schlafen . = the dog must not sleep .");
  });
});

describe("subordinate clauses", () => {
  it("put the German verb last, with its prefix joined", () => {
    const arrives = clause(the("schiff"), "ankommen");
    expect(say(clause(the("fischer"), "lachen", { subordinate: because(arrives) }))).toBe(
      "der fischer lacht , weil das schiff ankommt . = the fisherman laughs because the ship arrives .",
    );
    const cooked = clause(the("koch"), "kochen", { objects: [the("suppe")], tense: "past" });
    expect(say(clause(the("gast"), "lachen", { subordinate: because(cooked) }))).toBe(
      "der gast lacht , weil der koch die suppe gekocht hat . = the guest laughs because the cook cooked the soup .",
    );
  });

  it("invert the main clause when they come first", () => {
    const rains = clause(it_, "regnen");
    const subordinate: Subordinate = { conjunction: "wenn", clause: rains, first: true };
    expect(say(clause(the("hund"), "schlafen", { subordinate }))).toBe(
      "wenn es regnet , schläft der hund . = when it rains , the dog sleeps .",
    );
  });

  it("take up the subject with a pronoun", () => {
    const tired = predicative(he, "müde");
    expect(say(clause(the("koch"), "schlafen", { subordinate: because(tired) }))).toBe(
      "der koch schläft , weil er müde ist . = the cook sleeps because he is tired .",
    );
  });

  it("report with dass and purpose with um … zu", () => {
    const complement: Complement = { kind: "dass", clause: clause(it_, "regnen") };
    expect(say(clause(the("frau"), "sagen", { complement }))).toBe(
      "die frau sagt , dass es regnet . = the woman says that it rains .",
    );
    const tidying = clause(the("frau"), "aufräumen", { objects: [the("zimmer")] }).predicate;
    if (tidying.kind !== "verb") throw new Error("aufräumen is a verb");
    const purpose: Complement = { kind: "infinitive", purpose: true, predicate: tidying };
    expect(say(clause(the("frau"), "gehen", { complement: purpose, place: to("haus") }))).toBe(
      "die frau geht ins haus , um das zimmer aufzuräumen . = the woman goes into the house to tidy up the room .",
    );
  });
});

describe("relative clauses", () => {
  const gap: Nominal = { kind: "gap", number: "singular" };

  it("take gender from the noun and case from the gap", () => {
    const repairs = clause(gap, "reparieren", { objects: [the("boot")] });
    const man: NounPhrase = { ...the("mann"), relative: { clause: repairs, gap: "subject" } };
    expect(say(clause(man, "schlafen"))).toBe(
      "der mann , der das boot repariert , schläft . = the man who repairs the boat sleeps .",
    );
    const waits = clause(the("frau"), "warten", { objects: [gap] });
    const bus: NounPhrase = { ...the("bus"), relative: { clause: waits, gap: "object" } };
    expect(say(clause(bus, "halten"))).toBe(
      "der bus , auf den die frau wartet , hält . = the bus that the woman waits for stops .",
    );
  });

  it("step behind the participle at the end of the clause", () => {
    const bakes = clause(the("mutter"), "backen", { objects: [gap] });
    const cake: NounPhrase = { ...the("kuchen"), relative: { clause: bakes, gap: "object" } };
    expect(say(clause(the("kind"), "essen", { objects: [cake], tense: "past" }))).toBe(
      "das kind hat den kuchen gegessen , den die mutter backt . = the child ate the cake that the mother bakes .",
    );
  });
});
