import { useId } from "react";
import type { ChangeEvent } from "react";
import { chosenFiles } from "../panels/dropped-files.ts";
import { useSession } from "../session-context.ts";
import { Part } from "./part.tsx";
import { openAll } from "./take-in.ts";

/** The way back in, for those who do not drop. */
export function OpenSection({ onClose }: { readonly onClose: () => void }) {
  const { store } = useSession();
  const id = useId();
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const files = chosenFiles(currentTarget.files);
    currentTarget.value = "";
    if (files.length === 0) return;
    void openAll(files, store).then(onClose);
  };
  return (
    <Part title="Bring back">
      <p>
        An experiment, a run or a CSV from this page, or what the PyTorch recorder wrote. It opens
        above the charts; the run that is going goes on.
      </p>
      <div className="take-home-actions">
        <label className="button take-home-chooser" htmlFor={id}>
          Open a file
          <input id={id} type="file" multiple onChange={choose} />
        </label>
      </div>
    </Part>
  );
}
