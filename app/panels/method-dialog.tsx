import { lazy, Suspense } from "react";
import { usePage } from "../store/hooks.ts";

// Read by the curious, so it comes when it is asked for.
const OpenMethod = lazy(async () => {
  const { OpenMethod: open } = await import("./open-method.tsx");
  return { default: open };
});

/** The card of the normaliser that the address names, if it names one. */
export function MethodDialog() {
  const id = usePage((state) => state.method);
  if (id === null) return null;
  return (
    <Suspense>
      <OpenMethod id={id} />
    </Suspense>
  );
}
