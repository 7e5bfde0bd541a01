import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Dialog } from "./dialog.tsx";
import { Notice } from "./notice.tsx";
import { Panel } from "./panel.tsx";
import { Progress } from "./progress.tsx";

it("a panel is a region named by its heading", () => {
  const markup = renderToStaticMarkup(
    <Panel title="Does it learn?" headingLevel={3}>
      yes
    </Panel>,
  );
  expect(markup).toMatch(/<section class="panel" aria-labelledby="(\S+)">.*<h3 id="\1"/);
});

it("a dialog is named by its title, and has a button to close it", () => {
  const markup = renderToStaticMarkup(
    <Dialog title="Batch Normalisation" onClose={() => {}}>
      One statistic for each channel.
    </Dialog>,
  );
  expect(markup).toMatch(/<dialog [^>]*aria-labelledby="(\S+)">.*<h2 id="\1"/);
  expect(markup).toContain(">Close</button>");
});

it("a notice is heard as what it is, and can be dismissed", () => {
  const markup = renderToStaticMarkup(
    <Notice kind="alert" onDismiss={() => {}}>
      PN diverged at step 318.
    </Notice>,
  );
  expect(markup).toContain('role="alert"');
  expect(markup).toContain(">Dismiss</button>");
});

it("progress says what is done and how far, and does not guess", () => {
  const far = renderToStaticMarkup(<Progress doing="Building PN" done={3} of={12} />);
  expect(far).toContain("3 of 12");
  expect(far).toContain('value="3" max="12"');
  expect(renderToStaticMarkup(<Progress doing="Loading" done={0} of={0} />)).not.toContain("value");
});
