import { defineNormaliser } from "../contract/normaliser.ts";

/** No normalisation: what every other lane is to be compared with. */
export default defineNormaliser({
  id: "none",
  label: "None",
  name: "No normalisation",
  paper: null,
  formula: String.raw`y = x`,
  intuition: "The signal passes as it is, and the optimiser must cope with whatever scale it has.",
  pools: "nothing",
  axes: { image: [], sequence: [] },
  remembers: "nothing",
  cost: "nothing at all",
  pitfalls: ["Deep networks without any care for scale drift: the signal may die or explode."],
  invariances: [],
  gradient: "exact",
  suits: () => true,
  params: {},
});
