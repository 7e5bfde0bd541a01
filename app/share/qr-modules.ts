import encodeCode from "qr";

/** White around the code, in modules, as the standard asks. */
const MARGIN = 4;

/** The code of a text, row by row, true where it is dark; null where no code holds so many characters. */
export function qrModules(text: string): readonly (readonly boolean[])[] | null {
  try {
    return encodeCode(text, "raw", { ecc: "low", border: MARGIN });
  } catch {
    return null;
  }
}
