import { Component } from "react";
import type { ReactNode } from "react";

interface State {
  readonly error: Error | null;
}

/** Our own mistakes end here, as a sentence and a way on, instead of an empty page. */
export class PageErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="page-error">
        <h1>Normscope made a mistake</h1>
        <p>
          It could not draw this page: <code>{error.message}</code>
        </p>
        <p>
          <a href={location.href}>Load the page again</a>, or{" "}
          <a href={location.pathname}>start from the default experiment</a>.
        </p>
      </main>
    );
  }
}
