import { lazy, Suspense, useState } from "react";
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
      {isOpen ? (
        <Suspense>
          <TakeHomeDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
