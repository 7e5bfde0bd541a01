/**
 * What was typed, as `Number` reads it. Spaces and commas between thousands are dropped, another comma is a decimal
 * point, and `2 × 10^-3` is understood.
 */
export function typedNumber(text: string): string {
  const bare = text.replaceAll(/\s/g, "").replaceAll("\u2212", "-");
  const grouped = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(bare);
  return (grouped ? bare.replaceAll(",", "") : bare.replace(",", "."))
    .replace(/[×x*]10\^?/, "e")
    .replace(/^10\^/, "1e");
}
