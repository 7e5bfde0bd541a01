import type { ReactNode } from "react";
import { EmbedPage } from "./embed/embed-page.tsx";
import { ExplorePage } from "./explore/explore-page.tsx";
import { isEmbed } from "./route-of.ts";

/** The doors. */
export function Routes({ path }: { readonly path: string }): ReactNode {
  return isEmbed(path) ? <EmbedPage /> : <ExplorePage />;
}
