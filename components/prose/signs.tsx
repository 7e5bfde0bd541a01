import { Fragment } from "react";

/** A sentence in which `µ_B` is written with its index below the line. */
export function Signs({ text }: { readonly text: string }) {
  const [first = "", ...others] = text.split("_B");
  return (
    <>
      {first}
      {others.map((part, index) => (
        // Parts have no identity but their place in the sentence, which does not change.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          <sub>B</sub>
          {part}
        </Fragment>
      ))}
    </>
  );
}
