import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** The plainest host there is: files under a folder of its own, no routes, nothing rewritten. */
export class StaticHost {
  readonly #server: Server;
  /** Files that are on no disk, or instead of those that are, by their path. */
  readonly pages = new Map<string, string>();
  origin = "";

  /** `at` is where the built site lies, such as `/some/where/`. */
  constructor(at = "/") {
    this.#server = createServer(({ url = "/" }, response) => {
      const { pathname } = new URL(url, "http://host");
      const page = this.pages.get(pathname);
      if (page !== undefined) return this.#send(response, extname(pathname)).end(page);
      const inside = pathname.startsWith(at) ? pathname.slice(at.length) : null;
      const file = inside === null ? null : fileAt(inside);
      if (file) return createReadStream(file).pipe(this.#send(response, extname(file)));
      this.#send(response, ".html", 404);
      return createReadStream("dist/404.html").pipe(response);
    });
  }

  #send(response: ServerResponse, extension: string, status = 200): ServerResponse {
    response.writeHead(status, {
      "Content-Type": TYPES[extension] ?? "application/octet-stream",
      "Access-Control-Allow-Origin": "*",
    });
    return response;
  }

  async open(): Promise<this> {
    const port = await new Promise<number>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () => {
        const address = this.#server.address();
        if (typeof address === "object" && address) resolve(address.port);
      });
    });
    this.origin = `http://127.0.0.1:${port}`;
    return this;
  }

  /** No network any more: whoever asks is refused. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

function fileAt(inside: string): string | null {
  const file = join("dist", normalize(decodeURIComponent(inside)));
  const found = inside === "" || inside.endsWith("/") ? join(file, "index.html") : file;
  return existsSync(found) && statSync(found).isFile() ? found : null;
}
