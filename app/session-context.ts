import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import { usePageStore } from "./store/hooks.ts";
import type { State } from "./store/store.ts";
import type { PaintClock, Painted } from "./session/paint-clock.ts";
import type { Session } from "./session/session.ts";

export const SessionContext = createContext<{
  readonly session: Session;
  readonly clock: PaintClock;
} | null>(null);

export function useSession(): Session {
  return useContextOrThrow().session;
}

/** What there is to draw: a new object at most once a frame, for all charts in the same frame. */
export function usePainted(): Painted {
  const { clock } = useContextOrThrow();
  const painted = (): Painted => clock.painted;
  return useSyncExternalStore(clock.subscribe, painted, painted);
}

// Faster than this, digits cannot be read.
const READOUT_MS = 200;

/**
 * A piece of the state for reading as text: at most five times a second, and the last value always. `select` stands
 * outside the component, so that it stays the same.
 */
export function useReadout<Piece>(select: (state: State) => Piece): Piece {
  const store = usePageStore();
  const [piece, setPiece] = useState(() => select(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      timer = undefined;
      setPiece(select(store.getState()));
    };
    show();
    const unsubscribe = store.subscribe(() => {
      timer ??= setTimeout(show, READOUT_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, select]);
  return piece;
}

function useContextOrThrow() {
  const context = use(SessionContext);
  if (!context) throw new Error("SessionContext is missing above this component");
  return context;
}
