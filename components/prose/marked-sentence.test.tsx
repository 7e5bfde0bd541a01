import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { MarkedSentence } from "./marked-sentence.tsx";

it("a matching word is underlined, not only coloured", () => {
  const markup = renderToStaticMarkup(
    <MarkedSentence sentence="a dog saw a cat ." reference="the dog sees a cat ." />,
  );
  expect(markup.match(/<u>[^<]*<\/u>/g)).toEqual(["<u>dog</u>", "<u>a cat .</u>"]);
  expect(markup.replaceAll(/<[^>]*>/g, "")).toBe("a dog saw a cat .");
});
