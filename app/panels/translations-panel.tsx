import { LaneSwatch } from "../../components/controls/lane-swatch.tsx";
import { Panel } from "../../components/frame/panel.tsx";
import type { PanelProps } from "../../components/frame/panel.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { MarkedSentence } from "../../components/prose/marked-sentence.tsx";
import type { LaneReport } from "../../sim/contract/protocol.ts";
import type { Sample } from "../../sim/contract/workload.ts";
import { usePage } from "../store/hooks.ts";
import type { Translations } from "../store/run-slice.ts";
import type { LaneLook } from "./lane-look.ts";
import { ProgressChart } from "./progress-chart.tsx";
import { translationScoreName } from "./score-names.ts";
import { useLooks } from "./use-looks.ts";
import "./charts.css";
import "./translations-panel.css";

const HELD_OUT = ["held-out"] as const;

interface TranslationsPanelProps extends Pick<PanelProps, "headingLevel"> {
  readonly height: number;
}

/** What the networks say: held-out sentences as each lane last translated them, and how good that is by their score. */
export function TranslationsPanel({ height, headingLevel = 2 }: TranslationsPanelProps) {
  const score = usePage(({ experiment }) => translationScoreName(experiment));
  const pairs = usePage((state) => state.pairs);
  if (score === "") return null;
  return (
    <Panel title="What do they say?" headingLevel={headingLevel} aside={<AsOf />}>
      <div className="translations">
        <div>
          <p className="panel-words">
            Sentences that no training has seen, translated word by word, the likeliest word each
            time, with running statistics. <u>Underlined</u> words stand in the reference, in that
            order.
          </p>
          {pairs.map((some, task) =>
            // Tasks have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            some.length === 0 ? null : <TaskTranslations key={task} task={task} pairs={some} />,
          )}
        </div>
        <ProgressChart
          kind="score"
          table="translated"
          on={HELD_OUT}
          title={`Held-out ${score}`}
          summary={`${score} of translations of held-out sentences, from 0 to 100, with running statistics, one line a lane.`}
          yLabel={`${score}, 0 to 100`}
          height={height}
        />
      </div>
    </Panel>
  );
}

/** Which state of the networks speaks. */
function AsOf() {
  const step = usePage((state) => state.translations?.step ?? null);
  const first = usePage(({ experiment }) => Math.min(experiment.evaluateEvery, experiment.steps));
  return (
    <p className="readout">
      {step === null ? (
        <>first at step {formatInteger(first)}</>
      ) : (
        <>
          as of step <b>{formatInteger(step)}</b>
        </>
      )}
    </p>
  );
}

interface TaskProps {
  readonly task: number;
  readonly pairs: readonly Sample[];
}

function TaskTranslations({ task, pairs }: TaskProps) {
  const lanes = usePage((state) => state.lanes);
  const hidden = usePage((state) => state.hidden);
  const translations = usePage((state) => state.translations);
  const looks = useLooks();
  const speaking = lanes.flatMap((lane, position) => {
    const look = looks[position];
    return look && lane.task === task && !hidden.includes(lane.id) ? [{ lane, look }] : [];
  });
  return (
    <ol className="translations-list">
      {pairs.map(({ input, output }, place) => (
        <li key={input}>
          <p className="translations-source" lang="de">
            {input}
          </p>
          <dl lang="en">
            <div>
              <dt>reference</dt>
              <dd>{output}</dd>
            </div>
            {speaking.map(({ lane, look }) => (
              <Said
                key={lane.id}
                look={look}
                sentence={sentenceOf(translations, lane, place)}
                reference={output}
              />
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

type Sentence =
  | { readonly kind: "said"; readonly words: string }
  | { readonly kind: "silent"; readonly why: string };

function sentenceOf(
  translations: Translations | null,
  { id }: LaneReport,
  place: number,
): Sentence {
  const said = translations?.lanes.find(({ lane }) => lane === id);
  if (!said) return { kind: "silent", why: "nothing yet" };
  if (!said.sentences) return { kind: "silent", why: "diverged" };
  const words = said.sentences[place] ?? "";
  return words === "" ? { kind: "silent", why: "no word" } : { kind: "said", words };
}

interface SaidProps {
  readonly look: LaneLook;
  readonly sentence: Sentence;
  readonly reference: string;
}

function Said({ look: { label, style }, sentence, reference }: SaidProps) {
  return (
    <div>
      <dt style={{ color: `var(${style.cssVariable})` }}>
        <LaneSwatch style={style} /> {label}
      </dt>
      <dd>
        {sentence.kind === "said" ? (
          <MarkedSentence sentence={sentence.words} reference={reference} />
        ) : (
          <span className="translations-silent">({sentence.why})</span>
        )}
      </dd>
    </div>
  );
}
