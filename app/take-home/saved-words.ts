/** “on 24 November 2026, 12:20 UTC”; what is no date is said as the file has it. */
export function savedWords(saved: string): string {
  const date = new Date(saved);
  if (Number.isNaN(date.getTime())) return saved;
  const style = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `on ${date.toLocaleString("en-GB", style).replace(" at ", ", ")} UTC`;
}
