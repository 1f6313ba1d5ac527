import { type Disposable, type Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ClientFiles, journeyRequests } from "../../../src/language-server/journey-requests.js";

/** What journeys depend on: texts, exports, configurations, scripts and resources. */
const pattern = "**/*.{journey,json,js,groovy,html,md,txt}";
const elsewhere = "**/{node_modules,dist,.git}/**";
/** Nothing that journeys need is longer. */
const longest = 8_000_000;

/** The files of the workspace for a server that cannot read them. */
export class WorkspaceFiles implements Disposable {
  readonly #watcher = workspace.createFileSystemWatcher(pattern);
  readonly #disposables: Disposable[] = [this.#watcher];

  /** All files as they are now. */
  async read(): Promise<ClientFiles["files"]> {
    const uris = await workspace.findFiles(pattern, elsewhere);
    return Promise.all(uris.map(textOf));
  }

  /** Tells of changes from now on. */
  tell(client: BaseLanguageClient): void {
    const send = async (uri: Uri) => {
      const told: ClientFiles = { files: [await textOf(uri)] };
      // A server that has been stopped is told of all files when it starts again.
      await client.sendNotification(journeyRequests.files, told).catch(() => undefined);
    };
    this.#disposables.push(
      this.#watcher.onDidCreate(send),
      this.#watcher.onDidChange(send),
      this.#watcher.onDidDelete(send),
    );
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }
}

/** A file that cannot be read is told as one that is not there. */
async function textOf(uri: Uri): Promise<ClientFiles["files"][number]> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    const text = bytes.length > longest ? null : new TextDecoder().decode(bytes);
    return { uri: uri.toString(), text };
  } catch {
    return { uri: uri.toString(), text: null };
  }
}
