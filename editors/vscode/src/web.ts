import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { startExtension } from "./extension.js";
import { clientName, clientOptions } from "./language-client.js";
import { WorkspaceFiles } from "./workspace-files.js";

declare const Worker: new (address: string) => ConstructorParameters<typeof LanguageClient>[3];

/** The extension in a browser (vscode.dev, github.dev): the server is a web worker, which is told of all files. */
export async function activate(context: ExtensionContext): Promise<void> {
  const files = new WorkspaceFiles();
  const worker = () => new Worker(Uri.joinPath(context.extensionUri, "server", "worker.js").toString(true));
  const initializationOptions = { ...clientOptions.initializationOptions, files: await files.read() };
  const options = { ...clientOptions, initializationOptions };
  const client = new LanguageClient("journey", clientName, worker() as never, options);
  context.subscriptions.push(files);
  await startExtension(context, client);
  files.tell(client);
}
