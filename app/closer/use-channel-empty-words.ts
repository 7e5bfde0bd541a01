import { useEmptyWords } from "../panels/empty-words.ts";
import { usePage } from "../store/hooks.ts";

/** What is said while no channel has come: they are sent only while somebody looks. */
export function useChannelEmptyWords(): string {
  const words = useEmptyWords();
  const hasBegun = usePage(({ phase }) =>
    ["running", "paused", "rewinding", "finished"].includes(phase),
  );
  return hasBegun
    ? "Channels are kept from the step at which you begin to look. Play, or take a step."
    : words;
}
