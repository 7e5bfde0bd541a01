import { Findings } from "../findings/findings.tsx";
import { Glossary } from "../glossary/glossary.tsx";
import { Provenance } from "../provenance/provenance.tsx";
import { Keys } from "./keys.tsx";
import { Methods } from "./methods.tsx";
import { OtherPages } from "./other-pages.tsx";
import { WhatYouSee } from "./what-you-see.tsx";

/** What is read after the first look, and so is fetched after the first picture. */
export function BelowTheFold() {
  return (
    <>
      <Findings />
      <WhatYouSee />
      <Methods />
      <Glossary />
      <Provenance />
      <Keys />
      <OtherPages />
    </>
  );
}
