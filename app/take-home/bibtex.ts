import { VERSION } from "../version.ts";

/** The same as CITATION.cff says; a test holds the two together. */
export const BIBTEX = `@software{normscope,
  title   = {Normscope: an oscilloscope for normalisation layers},
  author  = {{The Normscope authors}},
  year    = {2026},
  version = {${VERSION}},
  license = {MIT}
}`;
