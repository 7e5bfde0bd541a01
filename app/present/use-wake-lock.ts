import { useEffect } from "react";

/** Asks that the screen stays on while the page is seen. A browser that has no such thing, or refuses, changes nothing. */
export function useWakeLock(): void {
  useEffect(() => {
    let held: WakeLockSentinel | null = null;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      const lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (isWanted) held = lock;
      else await lock?.release();
    };
    // A lock is lost whenever the page is hidden.
    const again = (): void => void ask();
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      isWanted = false;
      document.removeEventListener("visibilitychange", again);
      void held?.release();
    };
  }, []);
}
