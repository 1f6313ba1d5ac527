import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import type { ClientFiles } from "../../../src/language-server/journey-requests.js";
import { startExtension } from "./extension.js";
import { clientName, clientOptions } from "./language-client.js";
import { WorkspaceFiles } from "./workspace-files.js";

/** The extension in a browser (vscode.dev, github.dev): the server is a web worker, which is told of all files. */
export async function activate(context: ExtensionContext): Promise<void> {
  const files = new WorkspaceFiles();
  const address = Uri.joinPath(context.extensionUri, "server", "worker.js").toString(true);
  let worker: Worker | undefined;
  let known: ClientFiles = { files: [] };
  const start = async () => {
    // One that is busy with a script ends in no other way.
    worker?.terminate();
    known = { files: await files.read() };
    worker = new Worker(address);
    // VS Code has a class of its own for workers, which the client would not know.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const initializationOptions = () => ({ ...clientOptions.initializationOptions, ...known });
  const options = { ...clientOptions, initializationOptions };
  const client = new LanguageClient("journey", clientName, start, options);
  context.subscriptions.push(files, { dispose: () => worker?.terminate() });
  files.tell(client);
  await startExtension(context, client);
}
