import { createContext, use, useSyncExternalStore } from "react";
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

/** What there is to say of the data: a new object at most five times a second, for all charts in the same frame. */
export function usePainted(): Painted {
  const { clock } = useContextOrThrow();
  const painted = (): Painted => clock.painted;
  return useSyncExternalStore(clock.subscribe, painted, painted);
}

/** A piece of the state for reading as text: at most five times a second, and the last value always. */
export function useReadout<Piece>(select: (state: State) => Piece): Piece {
  const { clock } = useContextOrThrow();
  const piece = () => select(clock.state);
  return useSyncExternalStore(clock.subscribe, piece, piece);
}

function useContextOrThrow() {
  const context = use(SessionContext);
  if (!context) throw new Error("SessionContext is missing above this component");
  return context;
}
