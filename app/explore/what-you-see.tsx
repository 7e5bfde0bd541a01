import { adaptationWords, gradientWords } from "../../components/method/method-words.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useActions, usePage } from "../store/hooks.ts";

/** The words under the picture, from the definitions themselves. */
export function WhatYouSee() {
  const preset = usePage((state) => state.preset);
  const metric = usePage((state) => entry(catalogue.metrics, state.metric));
  const tasks = usePage((state) => state.experiment.tasks);
  const asked = tasks.every(
    ({ workload }, index) => workload.id === preset.experiment.tasks[index]?.workload.id,
  );
  return (
    <section className="what-you-see" aria-labelledby="what-you-see-title">
      <h2 id="what-you-see-title">What you see</h2>
      <p>
        {asked
          ? preset.about
          : "This is not what the preset was written for: something else is learnt."}
      </p>
      <p>
        Every network here trains in this page, step by step; every point is computed from its own
        tensors, and nothing is smoothed. A <b>batch statistic</b> is what a layer measures on the
        examples of one step: of each channel the mean µ, the variance σ² and the quadratic mean ψ²
        = σ² + µ². A <b>running statistic</b> is what it remembers of all batches before, old ones
        fading. Each point is how far the one lies from the other, before the batch is taken in.
      </p>
      <p>
        <b>{metric.name}.</b> {metric.about}
      </p>
      {tasks.map(({ workload, model }, index) => (
        // Tasks have no identity but their place: both may learn the same.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index}>
          <b>{entry(catalogue.workloads, workload.id).name}.</b>{" "}
          {entry(catalogue.workloads, workload.id).about}{" "}
          <b>{entry(catalogue.models, model.id).name}.</b> {entry(catalogue.models, model.id).about}
          <Example task={index} />
        </p>
      ))}
      <h2>What is compared</h2>
      <Normalisers />
      <p className="what-you-see-limits">
        These networks are small enough for a browser: what they show of the paper’s effect, one
        seed at a time, is theirs and not the paper’s. Another seed is one number away, in the
        settings of the run.
      </p>
    </section>
  );
}

/** A pair or two sentences that the networks train on, once the data is there; a picture has no words to show. */
function Example({ task }: { readonly task: number }) {
  const sample = usePage(({ samples }) => samples[task]?.[2]);
  const workload = usePage(({ experiment }) =>
    entry(catalogue.workloads, experiment.tasks[task]?.workload.id ?? ""),
  );
  const { kind, needs } = workload;
  if (kind === "images" || !sample) return null;
  // A learner's own sentences may be of any language.
  const language = needs === undefined ? "de" : undefined;
  return (
    <>
      {" "}
      From the data of this run:{" "}
      {kind === "language" ? (
        <>
          “{sample.input} {sample.output}”
        </>
      ) : (
        <>
          “<span lang={language}>{sample.input}</span>” → “{sample.output}”
        </>
      )}
    </>
  );
}

function Normalisers() {
  const lanes = usePage((state) => state.experiment.lanes);
  const looks = useLooks();
  const seen = lanes.flatMap(({ normaliser }, position) => {
    const isFirst = lanes.findIndex((lane) => lane.normaliser.id === normaliser.id) === position;
    const look = looks[position];
    return isFirst && look
      ? [{ look, normaliser: entry(catalogue.normalisers, normaliser.id) }]
      : [];
  });
  return (
    <dl>
      {seen.map(({ normaliser, look }) => (
        <div key={normaliser.id}>
          <dt style={{ color: `var(${look.style.cssVariable})` }}>{normaliser.label}</dt>
          <dd>
            <MethodLink id={normaliser.id} name={normaliser.name} />. {normaliser.intuition}{" "}
            {adaptationWords(normaliser)} {ownWords(normaliser)}
            <Paper normaliser={normaliser} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The name, which opens the card. */
function MethodLink({ id, name }: { readonly id: string; readonly name: string }) {
  const { setView } = useActions();
  return (
    <button
      type="button"
      className="what-you-see-method"
      aria-haspopup="dialog"
      onClick={() => setView({ method: id })}
    >
      {name}
    </button>
  );
}

function ownWords(method: NormaliserDefinition): string {
  return method.gradient === "surrogate" ? gradientWords(method) : "";
}

function Paper({ normaliser: { paper } }: { readonly normaliser: NormaliserDefinition }) {
  if (!paper) return null;
  return (
    <>
      {" "}
      <a href={paper.url}>
        {paper.authors}, {paper.year}
      </a>
      .
    </>
  );
}
