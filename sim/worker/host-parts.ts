import type { Catalogue } from "../contract/catalogue.ts";
import type { FromSim } from "../contract/protocol.ts";

/** What a host needs of the world around it; a test gives it another. */
export interface HostParts {
  readonly catalogue: Catalogue;
  readonly post: (message: FromSim, transfer: readonly ArrayBuffer[]) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Lets waiting messages in. */
  readonly nextTurn: () => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Says what takes long, and how far it is. */
export type Say = (doing: string, done: number, of: number) => void;
