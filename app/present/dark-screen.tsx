import { useEffect, useRef } from "react";

/** Nothing to look at, until any key or a click. */
export function DarkScreen({ onEnd }: { readonly onEnd: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = dialog.current;
    node?.showModal();
    const end = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      onEnd();
    };
    // Before anyone else hears the key that only means “light again”.
    document.addEventListener("keydown", end, { capture: true });
    return () => {
      document.removeEventListener("keydown", end, { capture: true });
      node?.close();
    };
  }, [onEnd]);
  return (
    <dialog ref={dialog} className="dark-screen" aria-label="Dark screen">
      <button type="button" onClick={onEnd}>
        Light again: any key
      </button>
    </dialog>
  );
}
