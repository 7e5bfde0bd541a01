import { catalogue } from "../../sim/catalogue.ts";
import type { SweepFile } from "../../sim/contract/sweep.ts";
import { findings } from "../../sim/findings.ts";
import type { Finding } from "../../sim/findings.ts";
import { dayWords } from "../recorded/recorded-words.ts";
import { useRecorded } from "../recorded/use-recorded.ts";
import { effectOf } from "../session/effect-of.ts";
import { usePage } from "../store/hooks.ts";
import { DistanceTable } from "./distance-table.tsx";
import { ScoreTables } from "./score-tables.tsx";
import "./findings.css";

/** What others found on this preset's question, what this model found over several seeds, and why the two may differ. */
export function Findings() {
  const preset = usePage((state) => state.preset);
  const isChanged = usePage(
    ({ preset, experiment }) =>
      effectOf({ ...preset.experiment, seed: experiment.seed }, experiment, catalogue) !== "none",
  );
  const recorded = useRecorded(preset.id);
  const finding = findings[preset.id];
  if (!finding && !recorded) return null;
  return (
    <section className="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">What was found: {preset.name}</h2>
      {isChanged ? (
        <p>This is about the preset as it was written; its settings have been changed above.</p>
      ) : null}
      <div className="findings-columns">
        {finding ? <Elsewhere {...finding} /> : null}
        <section aria-labelledby="findings-here">
          <h3 id="findings-here">What this model found</h3>
          {recorded ? (
            <Recorded file={recorded} />
          ) : (
            <p>No sweep of this preset is recorded yet.</p>
          )}
        </section>
      </div>
    </section>
  );
}

function Elsewhere({ elsewhere, mayDiffer }: Finding) {
  return (
    <div>
      <section aria-labelledby="findings-elsewhere">
        <h3 id="findings-elsewhere">What others found</h3>
        {elsewhere ? (
          <>
            <p>{elsewhere.words}</p>
            <TheirNumbers numbers={elsewhere.numbers ?? []} />
            <p>
              <a href={elsewhere.url}>{elsewhere.source}</a>
            </p>
          </>
        ) : (
          <p>The paper does not ask this.</p>
        )}
      </section>
      <section aria-labelledby="findings-differ">
        <h3 id="findings-differ">Why they may differ</h3>
        <p>{mayDiffer}</p>
      </section>
    </div>
  );
}

function TheirNumbers({ numbers }: { readonly numbers: readonly (readonly string[])[] }) {
  const [heads, ...rows] = numbers;
  if (!heads) return null;
  return (
    <div className="score-tables">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={heads[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Recorded({ file }: { readonly file: SweepFile }) {
  return (
    <>
      <p>
        <b>Recorded</b> on {dayWords(file.date)}, not computed in this page: seeds{" "}
        {file.seeds.join(", ")}, {file.steps} steps, {file.device}, commit{" "}
        <code>{file.commit}</code>. The command that gives these numbers again:
      </p>
      <pre className="findings-command">
        <code>{file.command}</code>
      </pre>
      <ScoreTables measured={file} />
      <DistanceTable file={file} />
    </>
  );
}
