import { composeNounPhrase, fresh, type Composer } from "./compose-noun-phrase.ts";
import { fits, type Noun, type ObjectSlot, type Tense, type Verb } from "./lemma.ts";
import type { Nominal, NounPhrase, VerbObject, VerbPredicate } from "./sentence.ts";

/** What is already settled about a clause before it is composed. */
export interface Given {
  /** A subject with the noun it stands for: the antecedent of a pronoun or a gap. */
  readonly subject?: { readonly nominal: Nominal; readonly noun: Noun };
  /** The noun that a relative clause leaves out as its object. */
  readonly missing?: NounPhrase;
  readonly tense?: Tense;
  /** Whether it gives a reason, as "weil er müde ist" does better than most. */
  readonly explains?: boolean;
  /** Whether it stands after "dass" or "ob", and so reports nothing itself. */
  readonly isReported?: boolean;
}

/** A verb whose frame takes what is given. */
export function chooseVerb(composer: Composer, given: Given): Verb | null {
  const { words, random } = composer;
  const subject = given.subject?.noun ?? null;
  const missing = given.missing?.noun ?? null;
  return fresh(composer, () => words.verb(random, subject, missing));
}

/**
 * The place of a verb's frame that a relative clause may leave open for this noun. Not the dative beside
 * an accusative, which English cannot leave open: "the man that she gave a book".
 */
function slotFor(verb: Verb, noun: Noun): ObjectSlot | undefined {
  return verb.objects.find(
    ({ role, tags }) => (role !== "dative" || verb.objects.length === 1) && fits(noun, tags),
  );
}

export interface Subject {
  readonly nominal: Nominal;
  readonly noun: Noun | null;
}

export function composeSubject(
  composer: Composer,
  verb: Verb,
  { subject, missing }: Given,
): Subject | null {
  const { random, words, allowed } = composer;
  if (subject !== undefined) return subject;
  if (verb.subject.includes("es"))
    return { nominal: { kind: "pronoun", word: "es", person: false }, noun: null };
  const noun = fresh(composer, () => words.noun(random, verb.subject));
  if (noun === null || noun === missing?.noun) return null;
  if (allowed.has("demonstratives") && noun.tags.has("person") && random.uniform() < 0.06)
    return { nominal: { kind: "pronoun", word: "wir", person: true }, noun };
  return { nominal: composeNounPhrase(composer, noun), noun };
}

interface Objects {
  readonly given: Given;
  /** Nouns that have their part already: nobody praises himself here. */
  readonly used: readonly Noun[];
}

export function composeObjects(
  composer: Composer,
  verb: Verb,
  owner: Nominal,
  { given, used }: Objects,
): VerbObject[] | null {
  const { random, words } = composer;
  const { missing } = given;
  const open = missing === undefined ? undefined : slotFor(verb, missing.noun);
  const taken = [...used];
  if (missing !== undefined && open === undefined) return null;
  const objects: VerbObject[] = [];
  for (const slot of verb.objects) {
    if (slot === open && missing !== undefined) {
      objects.push({ slot, nominal: { kind: "gap", number: missing.number } });
      continue;
    }
    if (slot.optional && random.uniform() < 0.5) continue;
    const noun = fresh(composer, () => words.noun(random, slot.tags));
    if (noun === null && slot.optional) continue;
    if (noun === null || taken.includes(noun)) return null;
    taken.push(noun);
    objects.push({ slot, nominal: composeNounPhrase(composer, noun, { as: "object", owner }) });
  }
  return objects;
}

/** Whether the verb says nothing without the clause that it introduces. */
export function needsComplement({ traits, objects }: Verb): boolean {
  return objects.length === 0 && (traits.has("dass") || traits.has("ob") || traits.has("zu"));
}

/** Another predicate for the same subject, with nothing but its objects. */
export function composePredicate(
  composer: Composer,
  subject: { readonly nominal: Nominal; readonly noun: Noun },
  test: (verb: Verb) => boolean,
): VerbPredicate | null {
  const verb = chooseVerb(composer, { subject });
  if (verb === null || !test(verb) || verb.traits.has("placed") || needsComplement(verb))
    return null;
  const given = { given: {}, used: [subject.noun] };
  const objects = composeObjects(composer, verb, subject.nominal, given);
  return objects === null ? null : { kind: "verb", verb, objects, complement: null };
}
