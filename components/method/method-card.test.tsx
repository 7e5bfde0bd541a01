import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import { MethodCard } from "./method-card.tsx";
import { MethodCube } from "./method-cube.tsx";
import { adaptationWords, inferenceWords, invarianceWords } from "./method-words.ts";

const batchNorm = entry(catalogue.normalisers, "batch-norm");
const layerNorm = entry(catalogue.normalisers, "layer-norm");

describe("the card of a method", () => {
  it.each(catalogue.normalisers)("of $id holds all that its definition says", (method) => {
    const markup = renderToStaticMarkup(<MethodCard method={method} fits={[]} />);
    const text = plain(markup);
    for (const words of [method.intuition, ...method.pitfalls]) expect(text).toContain(words);
    expect(text.toLowerCase()).toContain(method.remembers.toLowerCase());
    expect(text.toLowerCase()).toContain(method.cost.toLowerCase());
    expect(markup).toContain(method.paper ? `href="${method.paper.url}"` : "method-card");
    expect(text.includes("In no paper: our adaptation — ")).toBe(method.adaptation !== undefined);
    expect(text.includes("surrogate")).toBe(method.gradient === "surrogate");
  });

  it("says where it suits, and shows the reason where not", () => {
    const fits = [
      { model: "Transformer", isHere: true, reason: "it would see the future", sees: null },
      { model: "ResNet", isHere: false, reason: null, sees: null },
      { model: "Causal", isHere: false, reason: null, sees: "throughout training" },
    ];
    const text = plain(renderToStaticMarkup(<MethodCard method={batchNorm} fits={fits} />));
    expect(text).toContain("Transformer (on this page): no, it would see the future.");
    expect(text).toContain("ResNet: yes.");
    expect(text).toContain("yet to be predicted, throughout training.");
  });
});

describe("its cube", () => {
  it("is a picture named by its sentence", () => {
    const markup = renderToStaticMarkup(<MethodCube method={batchNorm} layout="image" />);
    expect(markup).toContain(
      'role="img" aria-label="One statistic for each channel, over all pictures and positions."',
    );
  });

  it("is left to the words beside it where it is small", () => {
    const markup = renderToStaticMarkup(<MethodCube method={batchNorm} layout="image" isSmall />);
    expect(markup).toContain('aria-hidden="true"');
    expect(markup).not.toContain("aria-label");
  });
});

describe("the words", () => {
  it("say whether inference differs, from what is remembered", () => {
    expect(inferenceWords(batchNorm)).toMatch(/^Not the same/);
    expect(inferenceWords(layerNorm)).toMatch(/^The same/);
  });

  it("differ for each set of invariances", () => {
    const sets = [[], ["shift"], ["scale"], ["shift", "scale"]] as const;
    expect(new Set(sets.map(invarianceWords)).size).toBe(sets.length);
  });

  it("go on in the middle of a sentence, but leave names in capitals", () => {
    const adapted = (adaptation: string): NormaliserDefinition => ({ ...batchNorm, adaptation });
    expect(adaptationWords(adapted("On text only."))).toMatch(/— on text only\.$/);
    expect(adaptationWords(adapted("BN on text."))).toMatch(/— BN on text\.$/);
  });
});

/** What is read, without the marks. */
function plain(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}
