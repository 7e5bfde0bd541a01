/**
 * What a sentence may be built with. Each construction needs function words, so a small vocabulary
 * has fewer of them: `from` is the smallest cap that has it, `words` what it adds in both languages.
 */
const constructions = {
  basics: entry(
    0,
    ". , der die das den dem ein eine einen einem einer und weil es the a an and because it",
  ),
  pronouns: entry(160, "er sie he she"),
  places: entry(160, ""),
  negation: entry(192, "nicht kein keine keinen no not does do any"),
  contrast: entry(192, "aber but"),
  copula: entry(224, "ist sind is are"),
  plural: entry(640, "sie they do sind are"),
  adjectives: entry(288, ""),
  subordination: entry(320, "obwohl wenn während bevor denn although when while before"),
  past: entry(384, "hat haben ist sind war waren did was were als when"),
  relatives: entry(448, "who that denen"),
  modals: entry(
    704,
    "kann können muss müssen will wollen konnte konnten musste mussten wollte wollten gern " +
      "can cannot could must has have had want wants wanted like likes liked to did not does do",
  ),
  complements: entry(448, "dass ob that whether"),
  future: entry(768, "wird werden sein will be"),
  genitive: entry(576, "des eines of"),
  companions: entry(512, "mit ohne für with without for"),
  existence: entry(576, "gibt gab geben there is are was were be"),
  infinitives: entry(832, "um zu to"),
  degree: entry(576, "sehr very"),
  quantities: entry(
    768,
    "zwei drei viele vielen einige einigen jeder jede jedes jeden jedem jeder two three many some every",
  ),
  possessives: entry(
    896,
    "sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer his her their " +
      "mein meine meinen meinem meiner unser unsere unseren unserem unserer my our",
  ),
  demonstratives: entry(
    1024,
    "dieser diese dieses diesen diesem this these wir we sollen soll dürfen darf should may",
  ),
} as const;

function entry(from: number, words: string) {
  return { from, words: words.split(" ").filter((word) => word !== "") };
}

export type Construction = keyof typeof constructions;
export type Constructions = ReadonlySet<Construction>;

export function constructionsUnder(cap: number): Constructions {
  // The keys of our own table.
  const names = Object.keys(constructions) as Construction[];
  return new Set(names.filter((name) => constructions[name].from <= cap));
}

export function functionWords(names: Constructions): Set<string> {
  return new Set([...names].flatMap((name) => constructions[name].words));
}
