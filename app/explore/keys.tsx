import "../panels/fact-list.css";

const KEYS = [
  { keys: "Space", does: "play or pause, from anywhere but a control" },
  { keys: "Tab", does: "the next control, chart or underlined word" },
  { keys: "← → Home End", does: "on a chart: the step at its crosshair, which is read out" },
  { keys: "Shift + ← →, Enter", does: "on a chart: choose a stretch of steps, and show it alone" },
  { keys: "Enter", does: "on an underlined word: what it means; on a small chart: show its layer" },
  { keys: "Escape", does: "puts a note, a card, a crosshair or a stretch away" },
  { keys: "1 to 9, B", does: "while presenting: the scenes, and a dark screen" },
] as const;

/** What can be done by keys, on one sheet. */
export function Keys() {
  return (
    <section className="fact-list keys" aria-labelledby="keys-title">
      <h2 id="keys-title">By keys</h2>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
