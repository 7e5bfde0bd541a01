import type { Catalogue } from "../contract/catalogue.ts";
import type { Own, OwnData, OwnKind } from "../contract/own-data.ts";
import { unpack } from "../data/own/pack.ts";

/** What a learner brought, one set of each kind, unpacked when a run first asks for it. */
export class OwnStore {
  readonly #packed = new Map<OwnKind, OwnData>();
  readonly #unpacked = new Map<OwnKind, Promise<Own>>();

  keep(data: OwnData): void {
    this.#packed.set(data.packed.kind, data);
    this.#unpacked.delete(data.packed.kind);
  }

  /** The same catalogue, its workloads handed what they need of what was brought until now. */
  into(catalogue: Catalogue): Catalogue {
    const workloads = catalogue.workloads.map((workload): typeof workload => {
      const { needs } = workload;
      if (needs === undefined) return workload;
      return {
        ...workload,
        open: async (params, random) => workload.open(params, random, await this.#get(needs)),
      };
    });
    return { ...catalogue, workloads };
  }

  async #get(kind: OwnKind): Promise<Own | undefined> {
    const data = this.#packed.get(kind);
    if (!data) return undefined;
    const unpacked = this.#unpacked.get(kind) ?? unpack(data.packed);
    this.#unpacked.set(kind, unpacked);
    return unpacked;
  }
}
