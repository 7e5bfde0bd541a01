import { useRef } from "react";
import { CopyButton } from "./copy-button.tsx";

interface CopiedTextProps {
  readonly id: string;
  readonly label: string;
  readonly copyLabel: string;
  readonly text: string;
  readonly rows: number;
}

/** A text to take away: shown whole, and copied by a button or by hand. */
export function CopiedText({ id, label, copyLabel, text, rows }: CopiedTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const mark = (): void => {
    area.current?.focus();
    area.current?.select();
  };
  return (
    <div className="share-text">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} ref={area} readOnly rows={rows} value={text} spellCheck={false} />
      <CopyButton label={copyLabel} text={text} onRefused={mark} />
    </div>
  );
}
