import { Dialog } from "../../components/frame/dialog.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { usePage } from "../store/hooks.ts";
import { printAddress } from "../store/url.ts";
import { CopiedText } from "./copied-text.tsx";
import { FigureForPage } from "./figure-for-page.tsx";
import { QrCode } from "./qr-code.tsx";
import { linkTo } from "./snippet.ts";
import "./share.css";

/** What is on the screen as a link, as a code for a telephone, and as a figure for a page. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const query = usePage((state) => printAddress(state, catalogue));
  const figure = usePage((state) => printAddress({ ...state, theme: "auto" }, catalogue));
  const site = new URL("./", location.href).href;
  const preset = usePage((state) => state.preset.id);
  const link = linkTo(query, preset, site);
  return (
    <Dialog title="Share" onClose={onClose}>
      <div className="share">
        <section className="share-link" aria-labelledby="share-link-title">
          <h3 id="share-link-title">A link to this experiment</h3>
          <div className="share-link-parts">
            <CopiedText
              id="share-link"
              label="Settings and view as they are now"
              copyLabel="Copy link"
              text={link}
              rows={3}
            />
            <QrCode text={link} />
          </div>
        </section>
        <FigureForPage query={figure} site={site} />
      </div>
    </Dialog>
  );
}
