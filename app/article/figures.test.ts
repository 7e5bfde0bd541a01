import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { readParts } from "../embed/parts.ts";
import { readAddress } from "../store/url.ts";
import { figures } from "./figures.ts";

it.each(Object.values(figures))("embeds what it says: $title", ({ query }) => {
  expect(readAddress(query, catalogue).complaints).toEqual([]);
  expect(readParts(query).complaints).toEqual([]);
});
