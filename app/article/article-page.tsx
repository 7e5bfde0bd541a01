import { useEffect, useState } from "react";
import { Toggle } from "../../components/controls/toggle.tsx";
import { LayerWithTwoLives } from "./layer-with-two-lives.tsx";
import { PicturesAgainstText } from "./pictures-against-text.tsx";
import { RememberInTraining } from "./remember-in-training.tsx";
import { Sources } from "./sources.tsx";
import { StartsWhenSeen } from "./starts-when-seen.ts";
import { WhatItCosts } from "./what-it-costs.tsx";
import { WhatItDoesNotShow } from "./what-it-does-not-show.tsx";
import { WithoutTheMean } from "./without-the-mean.tsx";
import "./article.css";

const TITLE = "Why does Batch Normalisation stumble on text?";

/** The paper's argument as an essay, with figures that train networks where one reads. */
export function ArticlePage() {
  const [starts, setStarts] = useState(
    () => !matchMedia("(prefers-reduced-motion: reduce)").matches,
  );
  useEffect(() => {
    document.title = `${TITLE} · Normscope`;
  }, []);
  return (
    <>
      <header className="article-header">
        <a href="./">Normscope</a>
      </header>
      <main className="article">
        <h1>{TITLE}</h1>
        <p className="article-deck">
          The argument of PowerNorm, in networks small enough to train while you read. For whoever
          knows what a neural network is. Every figure computes its numbers in this page; what was
          recorded says so.
        </p>
        <Toggle
          id="starts-when-seen"
          label="Start figures when they come into view"
          value={starts}
          onChange={setStarts}
        />
        <StartsWhenSeen value={starts}>
          <LayerWithTwoLives />
          <PicturesAgainstText />
          <WithoutTheMean />
          <RememberInTraining />
          <WhatItCosts />
          <WhatItDoesNotShow />
          <Sources />
        </StartsWhenSeen>
      </main>
    </>
  );
}
