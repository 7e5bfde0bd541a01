import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import type { Plugin } from "vite";
import type { Catalogue } from "../sim/contract/catalogue.ts";
import type { Preset } from "../sim/contract/experiment.ts";

/** All doors lead to one page, which looks at its own name. */
const DOORS = ["embed.html", "lessons.html", "article.html", "teach.html"];

/**
 * Where the site will live, as `https://HOST/normscope/`, for those who build it for one place: some readers of cards follow
 * no relative address. Without it the cards are relative.
 */
const HOME = process.env["NORMSCOPE_HOME"] ?? "";

/**
 * Static hosts know no routes: each door is a file beside the first, what is not found has a page of its own, and each
 * preset a page for those who read titles and follow no script.
 */
export function pagesForStaticHosts(): Plugin {
  return {
    name: "pages-for-static-hosts",
    enforce: "post",
    transformIndexHtml: (html) => html.replace("./card.png", `${HOME || "./"}card.png`),
    async generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") return;
      for (const fileName of DOORS) this.emitFile({ type: "asset", fileName, source: page.source });
      const lost = readFileSync(join(import.meta.dirname, "404.html"), "utf8");
      this.emitFile({ type: "asset", fileName: "404.html", source: lost });
      const { module } = await runnerImport<{ catalogue: Catalogue }>("/sim/catalogue.ts", {
        root: join(import.meta.dirname, ".."),
      });
      for (const preset of module.catalogue.presets)
        this.emitFile({
          type: "asset",
          fileName: `preset/${preset.id}.html`,
          source: pageOfPreset(preset),
        });
    },
  };
}

function pageOfPreset({ id, name, question }: Preset): string {
  const target = `../?preset=${id}`;
  const [title, asked] = [escaped(`${name} · Normscope`), escaped(question)];
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="refresh" content="0; url=${target}" />
    <meta name="description" content="${asked}" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${asked}" />
    <meta property="og:image" content="${HOME || "../"}card.png" />
    <meta name="twitter:card" content="summary_large_image" />
    <title>${title}</title>
  </head>
  <body>
    <p><a href="${target}">${asked}</a></p>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
