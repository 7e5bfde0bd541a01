import { useId } from "react";
import { formatInteger } from "../prose/format.ts";
import "./progress.css";

export interface ProgressProps {
  /** What is being done: “Building the network for PN”. */
  readonly doing: string;
  readonly done: number;
  /** Of how many; 0 where that is not known. */
  readonly of: number;
}

/** What is being done, and how far it has come. */
export function Progress({ doing, done, of }: ProgressProps) {
  const id = useId();
  const known = of > 0;
  return (
    <div className="progress">
      <label htmlFor={id}>{doing}</label>
      {known ? (
        <span className="progress-count">
          {formatInteger(done)} of {formatInteger(of)}
        </span>
      ) : null}
      <progress id={id} {...(known ? { value: done, max: of } : {})} />
    </div>
  );
}
