import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { type ExtensionContext, Uri, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { startExtension } from "./extension.js";
import { clientName, clientOptions } from "./language-client.js";
import { registerTasks } from "./tasks.js";

/** The extension on the desktop: the server is a process, `journeyc lsp --stdio`. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = program(context.extensionUri);
  const server = { module, args: ["lsp"], transport: TransportKind.stdio };
  const client = new LanguageClient("journey", clientName, server, clientOptions);
  context.subscriptions.push(registerTasks(module));
  await startExtension(context, client);
}

/**
 * The journeyc to start: that of the settings, else the one that the workspace has installed, else the extension's own. A workspace that is not
 * trusted has no say.
 */
function program(extensionUri: Uri): string {
  const own = Uri.joinPath(extensionUri, "server", "cli", "journeyc.cjs").fsPath;
  if (!workspace.isTrusted) return own;
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const chosen = workspace.getConfiguration("journey").get<string>("server.path", "");
  if (chosen !== "") return isAbsolute(chosen) ? chosen : join(folders[0] ?? "", chosen);
  const installed = folders.map((folder) => join(folder, "node_modules", "journeyc", "dist", "cli", "journeyc.cjs"));
  return installed.find((path) => existsSync(path)) ?? own;
}
