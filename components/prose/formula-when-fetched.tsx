import { lazy, Suspense } from "react";
import type { FormulaProps } from "./formula.tsx";

// All MathML of the catalogue lies in one file, which the first picture need not wait for.
const Formula = lazy(async () => {
  const { Formula: formula } = await import("./formula.tsx");
  return { default: formula };
});

/** A formula for the first page: its room is empty for the moment that fetching takes. Elsewhere use `Formula`. */
export function FormulaWhenFetched(props: FormulaProps) {
  return (
    <Suspense fallback={<span className="formula" />}>
      <Formula {...props} />
    </Suspense>
  );
}
