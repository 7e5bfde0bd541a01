import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** All doors lead to one page, which looks at its own name. */
const DOORS = ["embed.html", "lessons.html"];

/** Static hosts know no routes: each door is a file beside the first, and what is not found has a page of its own. */
export function pagesForStaticHosts(): Plugin {
  return {
    name: "pages-for-static-hosts",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") return;
      for (const fileName of DOORS) this.emitFile({ type: "asset", fileName, source: page.source });
      const lost = readFileSync(join(import.meta.dirname, "404.html"), "utf8");
      this.emitFile({ type: "asset", fileName: "404.html", source: lost });
    },
  };
}
