import { scoreKeys, inferenceGaps, scoreTable } from "../../sim/statistics/score-table.ts";
import type { Measured, ScoreTable } from "../../sim/statistics/score-table.ts";
import type { MaybeNumber } from "../../sim/statistics/describe.ts";
import { scoreTitle } from "../../sim/statistics/table-text.ts";
import {
  decimalsFor,
  intervalWords,
  signed,
  verdictWords,
} from "../../sim/statistics/verdict-words.ts";
import "./score-tables.css";

const DECIMALS = 3;

/** Everything that several seeds ended with: the held-out loss seed by seed, and what it allows to say; the rest as means. */
export function ScoreTables({ measured }: { readonly measured: Measured }) {
  const tables = scoreKeys(measured).map((key) => scoreTable(measured, key));
  const main = tables.find(({ key }) => key.name === "loss" && key.on === "held-out");
  if (!main) return null;
  return (
    <div className="score-tables">
      <SeedTable main={main} others={tables.filter((table) => table !== main)} />
      <Differences table={main} />
      <Gaps measured={measured} />
    </div>
  );
}

interface SeedTableProps {
  readonly main: ScoreTable;
  readonly others: readonly ScoreTable[];
}

function SeedTable({ main, others }: SeedTableProps) {
  const { lanes, rows } = main;
  return (
    <table>
      <caption>{capitalised(scoreTitle(main.key))}, nats</caption>
      <thead>
        <tr>
          <th scope="col">seed</th>
          {lanes.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ seed, values }) => (
          <NumberRow key={seed} head={String(seed)} values={values} />
        ))}
      </tbody>
      <tbody className="score-tables-summary">
        <NumberRow head="mean" values={main.means} />
        <NumberRow head="median" values={main.medians} />
        <NumberRow head="deviation" values={main.deviations} />
      </tbody>
      <tbody>
        {others.map((table) => (
          <NumberRow
            key={scoreTitle(table.key)}
            head={`mean ${scoreTitle(table.key)}`}
            values={lanes.map(({ id }) => {
              const column = table.lanes.findIndex((lane) => lane.id === id);
              return table.means[column] ?? null;
            })}
          />
        ))}
      </tbody>
    </table>
  );
}

function NumberRow({
  head,
  values,
}: {
  readonly head: string;
  readonly values: readonly MaybeNumber[];
}) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {values.map((value, column) => (
        // A row's cells have no names but their places.
        // oxlint-disable-next-line react/no-array-index-key
        <td key={column}>{value === null ? "–" : signed(value, DECIMALS)}</td>
      ))}
    </tr>
  );
}

function Differences({ table }: { readonly table: ScoreTable }) {
  if (table.pairs.length === 0) return null;
  return (
    <table>
      <caption>Differences between lanes, seed by seed</caption>
      <thead>
        <tr>
          <th scope="col">lanes</th>
          <th scope="col">mean</th>
          <th scope="col">95 % interval</th>
          <th scope="col" className="score-tables-words">
            in words
          </th>
        </tr>
      </thead>
      <tbody>
        {table.pairs.map(({ first, second, difference }) => (
          <tr key={`${first.id} ${second.id}`}>
            <th scope="row">
              {first.label} − {second.label}
            </th>
            <td>{difference ? signed(difference.mean, decimalsFor(difference)) : "–"}</td>
            <td>{difference ? intervalWords(difference) : "–"}</td>
            <td className="score-tables-words">
              {verdictWords(difference, first.label, second.label)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Only where some lane has a gap that its seeds can tell from none. */
function Gaps({ measured }: { readonly measured: Measured }) {
  const gaps = inferenceGaps(measured);
  if (gaps.every(({ gap }) => gap === null || gap.verdict === "none")) return null;
  return (
    <table>
      <caption>What running statistics add to the held-out loss</caption>
      <thead>
        <tr>
          <th scope="col">lane</th>
          <th scope="col">mean</th>
          <th scope="col">95 % interval</th>
          <th scope="col" className="score-tables-words">
            in words
          </th>
        </tr>
      </thead>
      <tbody>
        {gaps.map(({ lane, gap }) => (
          <tr key={lane.id}>
            <th scope="row">{lane.label}</th>
            <td>{gap ? signed(gap.mean, decimalsFor(gap)) : "–"}</td>
            <td>{gap ? intervalWords(gap) : "–"}</td>
            <td className="score-tables-words">
              {gap === null ? "too few seeds to say" : gapWords(gap.verdict)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gapWords(verdict: "lower" | "higher" | "none"): string {
  switch (verdict) {
    case "none":
      return "no gap";
    case "higher":
      return "worse with running statistics";
    case "lower":
      return "better with running statistics";
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
