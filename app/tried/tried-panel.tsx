import { useEffect, useState, useSyncExternalStore } from "react";
import type { MouseEvent } from "react";
import { Button } from "../../components/controls/button.tsx";
import { Panel } from "../../components/frame/panel.tsx";
import { formatInteger, formatMilliseconds, formatNumber } from "../../components/prose/format.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import { useSession } from "../session-context.ts";
import { RunLog } from "./run-log.ts";
import { shelfIn } from "./shelf.ts";
import type { LaneLoss, TriedRun } from "./tried-run.ts";
import "./tried-panel.css";

/** What was tried, so that it can be compared and tried again. Nothing is shown before the first run. */
export function TriedPanel() {
  const session = useSession();
  const [log] = useState(() => new RunLog(shelfIn(() => localStorage)));
  useEffect(() => log.follow(session, catalogue), [log, session]);
  const { runs, isKept } = useSyncExternalStore(log.subscribe, log.state);
  if (runs.length === 0) return null;
  return (
    <Panel
      title="What have you tried?"
      aside={
        <Button kind="quiet" onClick={log.removeAll}>
          Forget all
        </Button>
      }
    >
      <div className="tried">
        <table>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Row key={run.id} run={run} log={log} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="tried-words">
        {isKept
          ? "Kept in this browser, and sent nowhere."
          : "This browser keeps nothing for this page: the table lasts until you leave."}
      </p>
    </Panel>
  );
}

const HEADS = [
  "Name",
  "What differs from the preset",
  "Steps",
  "Loss, nats",
  "Time",
  "Device",
  "Again",
];

function Row({ run, log }: { readonly run: TriedRun; readonly log: RunLog }) {
  const { id, name, preset, differences, steps, losses, milliseconds, device } = run;
  return (
    <tr>
      <td>
        <input
          className="tried-name"
          aria-label={`Name of ${name}`}
          value={name}
          onChange={(event) => log.rename(id, event.target.value)}
        />
      </td>
      <td>
        {preset}
        {differences.length > 0 ? `: ${differences.join(", ")}` : ", as it is"}
      </td>
      <td className="tried-number">{formatInteger(steps)}</td>
      <td>{losses.map(lossWords).join(", ")}</td>
      <td className="tried-number">{formatMilliseconds(milliseconds)}</td>
      <td>{device === null ? "" : DEVICE_WORDS[device]}</td>
      <td className="tried-actions">
        <OpenAgain run={run} />
        <Button kind="quiet" onClick={() => log.remove(id)}>
          Delete <span className="said">{name}</span>
        </Button>
      </td>
    </tr>
  );
}

function lossWords({ label, on, value }: LaneLoss): string {
  const number = value === null ? "no number" : formatNumber(value);
  return `${label} ${number}${on === "train" ? " in training" : ""}`;
}

/** The link to the run; opened here, it is as if one had come back to it. */
function OpenAgain({ run: { name, query } }: { readonly run: TriedRun }) {
  const href = query === "" ? location.pathname : `?${query}`;
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", href);
    // The address bar's keeper reads a page that one comes back to.
    window.dispatchEvent(new PopStateEvent("popstate"));
    window.scrollTo({ top: 0 });
  };
  return (
    <a href={href} onClick={open}>
      Open <span className="said">{name}</span>
    </a>
  );
}
