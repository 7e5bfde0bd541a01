const ROWS = [
  "Pictures, first layer",
  "Text, first layer",
  "Pictures, last layer",
  "Text, last layer",
] as const;

/** One page to hand out: predict, observe, explain. Only it is printed. */
export function Worksheet() {
  return (
    <section className="worksheet" aria-labelledby="worksheet">
      <h2 id="worksheet">Sheet: how far is this batch from what the layer remembers?</h2>
      <p className="worksheet-name">Name ______________________ Date ______________</p>
      <h3>1. Predict</h3>
      <p>
        Two networks train with Batch Normalisation, one on pictures, one on sentences. Draw, before
        anything runs, how far each batch’s σ²<sub>B</sub> lies from the σ² that the layer
        remembers.
      </p>
      <div className="worksheet-axes" aria-hidden="true">
        <span>distance</span>
        <span>step</span>
      </div>
      <p>How sure are you? ☐ not ☐ rather ☐ very</p>
      <h3>2. Observe</h3>
      <p>
        Open “Pictures against text”, press Play, stop at step 200, and read the distance of σ² at
        four places.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">place</th>
            <th scope="col">distance</th>
            <th scope="col">× independent rows</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td>…</td>
              <td>…</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>3. Explain</h3>
      <p>Why are 128 tokens of ten sentences not 128 independent rows?</p>
      <p className="worksheet-line" />
      <p className="worksheet-line" />
      <p>What would you turn to bring the distance for text down? Try it. What did you measure?</p>
      <p className="worksheet-line" />
      <p className="worksheet-line" />
    </section>
  );
}
