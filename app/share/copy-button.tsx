import { useState } from "react";
import { Button } from "../../components/controls/button.tsx";

interface CopyProps {
  /** “Copy link”. */
  readonly label: string;
  readonly text: string;
  /** What to do by hand where the browser does not let a page copy: mark the text, say. */
  readonly onRefused: () => void;
}

/** Copies, and says whether that worked. The clipboard is missing on insecure hosts and refuses without permission. */
export function CopyButton({ label, text, onRefused }: CopyProps) {
  /** What became of which text: of another one there is nothing to say. */
  const [last, setLast] = useState<{ text: string; outcome: "copied" | "refused" } | null>(null);
  const outcome = last?.text === text ? last.outcome : null;
  const copy = (): void => {
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error());
    written.then(
      () => setLast({ text, outcome: "copied" }),
      () => {
        setLast({ text, outcome: "refused" });
        onRefused();
      },
    );
  };
  return (
    <div className="share-copy">
      <Button onClick={copy}>{label}</Button>
      <output>
        {outcome === "copied" ? "Copied." : null}
        {outcome === "refused"
          ? "The browser refused. The text is marked: copy it with the keyboard."
          : null}
      </output>
    </div>
  );
}
