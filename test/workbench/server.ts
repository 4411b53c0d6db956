import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".xml": "text/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** An address, not a name: a machine may have no entry for the name, or lead it elsewhere. */
const HOST = "127.0.0.1";

export interface RunningServer {
  /** `http://127.0.0.1:40123/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the folder on a free port of this machine, to this machine only. */
export async function startServer(folder: string): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    void answer(folder, path === "/" ? "/index.html" : path, response);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, HOST, resolve));
  return { url: `http://${HOST}:${(server.address() as AddressInfo).port}/`, close: () => stop(server) };
}

async function answer(folder: string, path: string, response: ServerResponse): Promise<void> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return end(response, 404, "text/plain", "Not found");
  try {
    const content = await readFile(file);
    const isPane = path === "/pane/taskpane.html";
    end(
      response,
      200,
      TYPES[extname(file)] ?? "application/octet-stream",
      isPane ? withSeam(content) : content,
    );
  } catch {
    end(response, 404, "text/plain", "Not found");
  }
}

/** The built pane as it is, but that our Excel puts itself in place before office.js loads. */
function withSeam(html: Buffer): string {
  return html.toString("utf8").replace(/<script /, '<script src="../seam.js"></script><script ');
}

function end(response: ServerResponse, status: number, type: string, content: Buffer | string): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" });
  response.end(content);
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
