import { useMemo } from "react";
import { qrModules } from "./qr-modules.ts";

/** A link for a telephone. Dark on white on any ground, as readers expect it. */
export function QrCode({ text }: { readonly text: string }) {
  const modules = useMemo(() => qrModules(text), [text]);
  if (!modules) return <p className="share-note">The link is too long for a QR code.</p>;
  const size = modules.length;
  return (
    <svg className="share-qr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <title>The link as a QR code</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  );
}

/** A row’s neighbours are drawn in one stroke, so that no seam shows between them. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      row.map((isDark, x) => {
        if (!isDark || row[x - 1]) return "";
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join("");
}
