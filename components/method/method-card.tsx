import type { ReactNode } from "react";
import type { NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import { Formula } from "../prose/formula.tsx";
import type { LaneStyle } from "../theme/lane-styles.ts";
import { LAYOUTS } from "./cube-layout.ts";
import type { Layout } from "./cube-layout.ts";
import { MethodCube } from "./method-cube.tsx";
import { adaptationWords, gradientWords, inferenceWords, invarianceWords } from "./method-words.ts";
import { pooledSentence } from "./pooled-sentence.ts";
import "./method-card.css";

/** Whether a method can stand in a model, and if not, why. */
export interface MethodFit {
  readonly model: string;
  /** The model is in the experiment on the page. */
  readonly isHere: boolean;
  readonly reason: string | null;
  /** When its statistics see tokens that the model is yet to predict; null where they never do. */
  readonly sees: string | null;
}

export interface MethodCardProps {
  readonly method: NormaliserDefinition;
  readonly fits: readonly MethodFit[];
  /** Where it is a lane on the page. */
  readonly style?: LaneStyle | undefined;
}

const LAYOUT_NAMES: Readonly<Record<Layout, string>> = { image: "Pictures", sequence: "Text" };

/** Everything that is to be said of a method, on one page. Its name is the heading of whatever shows the card. */
export function MethodCard({ method, fits, style }: MethodCardProps) {
  const adaptation = adaptationWords(method);
  return (
    <div className="method-card">
      <Paper method={method} />
      <p className="method-card-intuition">{method.intuition}</p>
      <Formula tex={method.formula} display />
      {adaptation ? <p className="method-card-adaptation">{adaptation}</p> : null}
      <div
        className="method-card-cubes"
        style={style ? { color: `var(${style.cssVariable})` } : undefined}
      >
        {LAYOUTS.map((layout) => (
          <figure key={layout}>
            <MethodCube method={method} layout={layout} />
            <figcaption>
              <b>{LAYOUT_NAMES[layout]}.</b> {pooledSentence(method, layout)}
            </figcaption>
          </figure>
        ))}
      </div>
      <Facts method={method} fits={fits} />
    </div>
  );
}

function Paper({ method: { paper } }: Pick<MethodCardProps, "method">) {
  if (!paper) return null;
  return (
    <p className="method-card-paper">
      {paper.authors}, {paper.year}: <a href={paper.url}>{paper.title}</a>
    </p>
  );
}

function Facts({ method, fits }: Pick<MethodCardProps, "method" | "fits">) {
  return (
    <dl className="method-card-facts">
      <Fact name="Remembers">{sentence(method.remembers)}</Fact>
      <Fact name="At inference">{inferenceWords(method)}</Fact>
      <Fact name="Costs">{sentence(method.cost)}</Fact>
      <Fact name="Invariance">{invarianceWords(method.invariances)}</Fact>
      <Fact name="Gradient">{gradientWords(method)}</Fact>
      {method.pitfalls.length > 0 ? (
        <Fact name="Goes wrong">
          <ul>
            {method.pitfalls.map((pitfall) => (
              <li key={pitfall}>{pitfall}</li>
            ))}
          </ul>
        </Fact>
      ) : null}
      <Fact name="Suits">
        <ul>
          {fits.map(({ model, isHere, reason, sees }) => (
            <li key={model}>
              <b>{model}</b>
              {isHere ? " (on this page)" : ""}:{" "}
              {reason === null ? seeingWords(sees) : `no, ${ended(reason)}`}
            </li>
          ))}
        </ul>
      </Fact>
      {method.metrics ? (
        <Fact name="Has to show">
          <ul>
            {method.metrics.map(({ id, name, about }) => (
              <li key={id}>
                <b>{name}.</b> {about}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function seeingWords(sees: string | null): string {
  return sees === null
    ? "yes."
    : `yes; but its statistics see tokens that are yet to be predicted, ${ended(sees)}`;
}

/** Definitions write some of their words as parts of a sentence. */
function sentence(words: string): string {
  return ended(words.charAt(0).toUpperCase() + words.slice(1));
}

function ended(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
