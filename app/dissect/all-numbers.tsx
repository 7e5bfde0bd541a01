import { useMemo, useState } from "react";
import { Button } from "../../components/controls/button.tsx";
import { NumberTable } from "../../components/prose/number-table.tsx";
import { walkAsText } from "../../sim/dissection/as-text.ts";
import type { Look } from "../../sim/dissection/look.ts";
import { channelsTable, rowsTable } from "../../sim/dissection/number-tables.ts";

interface AllNumbersProps {
  readonly look: Look;
  /** The method's name. */
  readonly label: string;
}

/** Everything from which the walk can be worked out again: the channel’s rows, and the row’s channels. */
export function AllNumbers({ look, label }: AllNumbersProps) {
  const tables = useMemo(() => [rowsTable(look), channelsTable(look)], [look]);
  return (
    <section className="dissect-numbers" aria-label="All numbers">
      <div className="dissect-way">
        <CopyButton look={look} label={label} />
      </div>
      {tables.map((table) => (
        <NumberTable key={table.of} {...table} />
      ))}
    </section>
  );
}

function CopyButton({ look, label }: AllNumbersProps) {
  const [said, say] = useState("");
  const copy = (): void => {
    // The clipboard is missing on insecure hosts and refuses without permission.
    const written =
      navigator.clipboard?.writeText(walkAsText(look, label)) ?? Promise.reject(new Error());
    written.then(
      () => say("Copied: a spreadsheet can read it."),
      () => say("This browser does not let a page copy here."),
    );
  };
  return (
    <>
      <Button kind="quiet" onClick={copy}>
        Copy all numbers as text
      </Button>
      <output className="dissect-said">{said}</output>
    </>
  );
}
