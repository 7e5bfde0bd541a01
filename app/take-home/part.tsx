import { useId } from "react";
import type { ReactNode } from "react";

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One thing to take home: its name, what it is, and the button. */
export function Part({ title, children }: PartProps) {
  const id = useId();
  return (
    <section className="take-home-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
