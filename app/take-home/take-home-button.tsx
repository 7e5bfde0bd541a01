import { lazy, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../../components/controls/button.tsx";

// It comes when it is asked for, with all that writes and reads files.
const TakeHomeDialog = lazy(async () => {
  const { TakeHomeDialog: dialog } = await import("./take-home-dialog.tsx");
  return { default: dialog };
});

/** The door to everything that can be taken away from this page, and brought back. */
export function TakeHomeButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Take home
      </Button>
      {isOpen
        ? // A dialog has a header of its own, and must not lie in that of the page.
          createPortal(
            <Suspense>
              <TakeHomeDialog onClose={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}
