import { useState } from "react";
import { Button } from "../../components/controls/button.tsx";

interface CopyButtonProps {
  readonly label: string;
  readonly text: () => string;
}

/** Puts a text where it can be pasted, and says whether it could. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState("");
  const copy = (): void => {
    // The clipboard is missing on insecure hosts and refuses without permission.
    const written = navigator.clipboard?.writeText(text()) ?? Promise.reject(new Error());
    written.then(
      () => setOutcome("Copied."),
      () => setOutcome("The browser refused; select the text and copy it."),
    );
  };
  return (
    <>
      <Button onClick={copy}>{label}</Button>
      <output className="take-home-outcome">{outcome}</output>
    </>
  );
}
