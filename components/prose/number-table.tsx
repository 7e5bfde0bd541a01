import { useId, useState } from "react";
import { Button } from "../controls/button.tsx";
import { exactNumber } from "./exact-number.ts";
import { counted, formatInteger } from "./format.ts";
import "./number-table.css";

export interface NumberTableProps {
  readonly title: string;
  /** What one row is: "row", "channel". */
  readonly of: string;
  readonly head: readonly string[];
  readonly count: number;
  /** Rows are asked for one by one: there may be many. */
  readonly row: (at: number) => {
    readonly label: string;
    readonly values: readonly number[];
    readonly isFollowed: boolean;
  };
}

const FIRST = 6;
/** More would keep the page busy; the copied text has them all. */
const MOST = 2000;

/** Numbers to calculate with: the first rows and the followed one, or all of them. */
export function NumberTable({ title, of, head, count, row }: NumberTableProps) {
  const [isWhole, show] = useState(false);
  const id = useId();
  const most = Math.min(count, isWhole ? MOST : FIRST);
  const places = Array.from({ length: most }, (_, at) => at);
  if (!isWhole) places.push(...followedBeyond(count, row));
  return (
    <div className="number-table">
      <div className="number-table-head">
        <span id={id} className="number-table-title">
          {title}
        </span>
        {count > FIRST ? (
          <Button kind="quiet" isExpanded={isWhole} onClick={() => show(!isWhole)}>
            {isWhole
              ? "Show fewer"
              : `Show ${count > MOST ? `${formatInteger(MOST)} of ` : "all "}${counted(count, of)}`}
          </Button>
        ) : null}
      </div>
      {/* What scrolls must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="number-table-scroll" aria-labelledby={id} tabIndex={0}>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              {head.map((name) => (
                <th key={name} scope="col">
                  <Head name={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => {
              const { label, values, isFollowed } = row(place);
              return (
                <tr key={place} className={isFollowed ? "number-table-followed" : undefined}>
                  <th scope="row">
                    {formatInteger(place + 1)} {label}
                    {isFollowed ? " followed" : ""}
                  </th>
                  {head.map((name, cell) => (
                    <td key={name}>{exactNumber(values[cell] ?? Number.NaN)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** What stands after a low line stands low: µ_B. */
function Head({ name }: { readonly name: string }) {
  const [letter, below] = name.split("_");
  return (
    <>
      {letter}
      {below === undefined ? null : <sub>{below}</sub>}
    </>
  );
}

/** The followed row where it is not among the first. */
function followedBeyond(count: number, row: NumberTableProps["row"]): readonly number[] {
  for (let at = FIRST; at < count; at++) if (row(at).isFollowed) return [at];
  return [];
}
