import { lazy, Suspense } from "react";

// Most visits have nothing to be told; what tells it is fetched right after the first picture, before it is needed.
const AllNotices = lazy(async () => {
  const { AllNotices: notices } = await import("./all-notices.tsx");
  return { default: notices };
});

/** The place of everything that has to be said in a sentence. */
export function StatusNotices() {
  return (
    <Suspense>
      <AllNotices />
    </Suspense>
  );
}
