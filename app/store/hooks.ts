import { createContext, use } from "react";
import { useStore } from "zustand";
import type { State, Store } from "./store.ts";

export const StoreContext = createContext<Store | null>(null);

/** The store itself, for actions. */
export function useActions(): State {
  return usePageStore().getState();
}

/** A piece of the state; the component draws again when the piece changes. */
export function usePage<Piece>(select: (state: State) => Piece): Piece {
  return useStore(usePageStore(), select);
}

function usePageStore(): Store {
  const store = use(StoreContext);
  if (!store) throw new Error("StoreContext is missing above this component");
  return store;
}
