import { useEffect } from "react";
import { Button } from "../../components/controls/button.tsx";
import { plans } from "./plans.ts";
import type { Plan } from "./plans.ts";
import { questions } from "./questions.ts";
import { Worksheet } from "./worksheet.tsx";
import "./teach.css";

/** For whoever stands in front of a class: what for, how long, what to ask, and a sheet to hand out. */
export function TeachPage() {
  useEffect(() => {
    document.title = "For teachers · Normscope";
  }, []);
  return (
    <>
      <header className="teach-header">
        <a href="./">Normscope</a>
      </header>
      <main className="teach">
        <h1>For teachers</h1>
        <p>
          Nothing needs an account, and nothing leaves the browser. A link holds the whole
          experiment; on the same device it gives everybody the same curves. Links below open as a
          presenter sees them: large, with number keys for the scenes and B for a dark screen.
        </p>
        <Objectives />
        {plans.map((plan) => (
          <PlanTable key={plan.id} plan={plan} />
        ))}
        <Questions />
        <Worksheet />
        <div className="teach-print">
          <Button onClick={() => print()}>Print the sheet</Button>
        </div>
      </main>
    </>
  );
}

function Objectives() {
  return (
    <section aria-labelledby="objectives">
      <h2 id="objectives">What students can do afterwards</h2>
      <ul>
        <li>say what a normalisation layer measures, what it remembers, and when it uses which;</li>
        <li>read a distance between batch and running statistics, and name what it depends on;</li>
        <li>explain why batches of text stray further than batches of pictures;</li>
        <li>tell BN, LN, PN-V and PN apart by what they pool, remember and approximate;</li>
        <li>say of a difference between two networks whether five seeds allow to speak of it.</li>
      </ul>
    </section>
  );
}

function PlanTable({ plan: { id, title, parts } }: { readonly plan: Plan }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="teach-table">
        <table>
          <thead>
            <tr>
              <th scope="col">min</th>
              <th scope="col">on the wall</th>
              <th scope="col">do</th>
              <th scope="col">ask</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ minutes, title: part, query, doing, asking }) => (
              <tr key={part}>
                <td>{minutes}</td>
                <th scope="row">
                  <a href={`./?${query}&present=true`}>{part}</a>
                </th>
                <td>{doing}</td>
                <td>{asking}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Questions() {
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">To talk about</h2>
      <ol>
        {questions.map(({ question, notes }) => (
          <li key={question}>
            {question}
            <details>
              <summary>Notes for an answer</summary>
              <p>{notes}</p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
