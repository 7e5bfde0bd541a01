import { createContext, use } from "react";

/**
 * Why the controls below may be seen and not be used; undefined where they may. The sentence stands once where the page
 * likes to have it, and is only said at each control.
 */
export const LockContext = createContext<string | undefined>(undefined);

/** The same props, with the lock's reason if there is one. */
export function useLocked<Props extends { readonly disabledReason?: string | undefined }>(
  props: Props,
): Props {
  const lock = use(LockContext);
  return lock === undefined ? props : { ...props, disabledReason: lock };
}
