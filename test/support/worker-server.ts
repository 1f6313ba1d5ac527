import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as lsp from "vscode-languageserver-protocol/node";
import { builtPackage } from "./built-package.js";

/** Makes a thread of Node look like a web worker, and runs the build of the server in it. */
const webWorker = `
const { parentPort, workerData } = require("node:worker_threads");
const { readFileSync } = require("node:fs");
const listeners = [];
globalThis.addEventListener = (type, listener) => { if (type === "message") listeners.push(listener); };
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on("message", (data) => {
  for (const listener of listeners) listener({ data });
  globalThis.onmessage?.({ data });
});
for (const name of ["require", "Buffer", "setImmediate", "clearImmediate", "global"]) delete globalThis[name];
(0, eval)(readFileSync(workerData, "utf8"));
`;

/** The language server in a worker, with files in memory at `memfs:/`. */
export class WorkerServer {
  readonly connection: lsp.ProtocolConnection;
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.connection = lsp.createProtocolConnection(
      new lsp.PortMessageReader(worker as never),
      new lsp.PortMessageWriter(worker as never),
    );
    this.connection.listen();
  }

  static async start(files: Readonly<Record<string, string>>): Promise<WorkerServer> {
    const file = join(builtPackage().folder, "dist", "language-server", "worker.js");
    const server = new WorkerServer(new Worker(webWorker, { eval: true, workerData: file }));
    await server.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: "memfs:/", name: "test" }],
      initializationOptions: {
        files: Object.entries(files).map(([name, text]) => ({ uri: server.uri(name), text })),
      },
    });
    await server.connection.sendNotification(lsp.InitializedNotification.type, {});
    return server;
  }

  uri(name: string): string {
    return `memfs:/${name}`;
  }

  async stop(): Promise<void> {
    this.connection.dispose();
    await this.#worker.terminate();
  }
}
