import { pastTense, pluralNoun, thirdPerson } from "./english-endings.ts";
import { genitive } from "./german-endings.ts";
import type {
  Adjective,
  Adverbial,
  AdverbialRole,
  Case,
  Gender,
  Noun,
  ObjectSlot,
  Placing,
  Verb,
  VerbTrait,
} from "./lemma.ts";

/**
 * The words of one topic, one lemma a line, the commonest first. `|` separates the columns, `_`
 * stands for the space inside an English expression.
 *
 * - noun: article singular plural (`-` for a mass noun, `the` if unique, `weak`, `gen:…`) | English,
 *   irregular plural | tags, `of:tag`, `@location` and `>direction` as German/English prepositions
 * - verb: infinitive (`an.kommen` separates) third-person participle auxiliary | English, irregular
 *   past | subject tags > object tags (`>d` dative, `>auf+a:for` prepositional, `?` optional) | traits
 * - adjective: German/stem | English | order | tags
 */
export interface TopicTable {
  readonly topic: string;
  readonly nouns: string;
  readonly verbs: string;
  readonly adjectives: string;
}

const genders: Readonly<Record<string, Gender>> = {
  der: "masculine",
  die: "feminine",
  das: "neuter",
};

export function parseNouns(table: TopicTable): Noun[] {
  return rows(table.nouns).map(([german, english, tags]) => {
    const [article = "", singular = "", plural = "", ...flags] = split(german);
    const gender = genders[article];
    if (gender === undefined || singular === "") throw malformed(table.topic, german);
    const [one = "", many = pluralNoun(one)] = split(english);
    const words = split(tags);
    const given = flags.find((flag) => flag.startsWith("gen:"))?.slice(4);
    return {
      kind: "noun",
      topic: table.topic,
      gender,
      german: {
        singular,
        oblique: flags.includes("weak") ? plural : singular,
        genitive: given ?? (flags.includes("weak") ? plural : genitive(singular, gender)),
        plural: plural === "-" ? null : plural,
      },
      english: { singular: spaced(one), plural: spaced(many) },
      tags: new Set(words.filter((word) => !/[@>:]/.test(word))),
      unique: flags.includes("the"),
      of: words.filter((word) => word.startsWith("of:")).map((word) => word.slice(3)),
      location: placing(words, "@"),
      direction: placing(words, ">"),
    };
  });
}

function placing(words: readonly string[], mark: string): Placing | null {
  const word = words.find((candidate) => candidate.startsWith(mark));
  if (word === undefined) return null;
  const [german = "", english = ""] = word.slice(1).split("/");
  return { german, english: spaced(english) };
}

export function parseVerbs(table: TopicTable): Verb[] {
  return rows(table.verbs).map(([german, english, frame, traits]) => {
    const [infinitive = "", third = "", participle = "", auxiliary = ""] = split(german);
    const [, prefix = "", mark = "", stem = ""] = /^(?:(.*)([.~]))?(.*)$/.exec(infinitive) ?? [];
    const [base = "", past] = split(english);
    const [head = "", ...particle] = base.split("_");
    const [subject, ...objects] = frame.split(/ (?=>)/);
    if (participle === "" || head === "" || subject === undefined)
      throw malformed(table.topic, german);
    return {
      kind: "verb",
      topic: table.topic,
      german: {
        prefix,
        joined: mark !== "~",
        stem,
        thirdPerson: third,
        participle,
        auxiliary: auxiliary === "s" ? "sein" : "haben",
      },
      english: {
        base: head,
        thirdPerson: thirdPerson(head),
        past: past ?? pastTense(head),
        particle: particle.join(" "),
      },
      subject: split(subject),
      objects: objects.map(parseObject),
      // The traits are a column of our own tables; the lexicon's test spells them out.
      traits: new Set(split(traits) as VerbTrait[]),
    };
  });
}

const cases: Readonly<Record<string, Case>> = { a: "accusative", d: "dative" };

/** `> food`, `>d? buyer`, `>auf+a:for train`. */
function parseObject(text: string): ObjectSlot {
  const [mark = "", ...tags] = split(text);
  const optional = mark.endsWith("?");
  const kind = mark.slice(1, optional ? -1 : undefined);
  const [, german = "", letter = "", english = ""] = /^(\w+)\+([ad]):(\w+)$/.exec(kind) ?? [];
  const grammaticalCase = cases[letter];
  if (grammaticalCase !== undefined) {
    const preposition = { german, case: grammaticalCase, english };
    return { role: "prepositional", tags, optional, preposition };
  }
  return { role: kind === "d" ? "dative" : "accusative", tags, optional, preposition: null };
}

export function parseAdjectives(table: TopicTable): Adjective[] {
  return rows(table.adjectives).map(([german, english, order, tags]) => {
    // "müde" gives up its own -e to an ending.
    const [bare = "", stem = bare.replace(/e$/, "")] = german.split("/");
    return {
      kind: "adjective",
      topic: table.topic,
      german: { bare, stem },
      english,
      order: Number(order),
      tags: new Set(split(tags)),
    };
  });
}

export function parseAdverbials(text: string): Adverbial[] {
  return rows(text).map(([role, german, english, uses]) => ({
    kind: "adverbial",
    topic: "general",
    // The roles are a column of our own table.
    role: role as AdverbialRole,
    german: spaced(german),
    english: spaced(english),
    uses: new Set(split(uses)),
  }));
}

function rows(text: string): [string, string, string, string][] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [a = "", b = "", c = "", d = ""] = line.split("|").map((cell) => cell.trim());
      return [a, b, c, d];
    });
}

function split(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}

function spaced(text: string): string {
  return text.replaceAll("_", " ");
}

function malformed(topic: string, row: string): Error {
  return new Error(`The lexicon of "${topic}" has a malformed row: "${row}".`);
}
