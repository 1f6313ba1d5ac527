import {
  commands,
  Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ExportText,
  journeyRequests,
  type RequestRefusal,
} from "../../../../src/language-server/journey-requests.js";
import { ask, exportScheme as scheme } from "../language-client.js";
import { chosenFile } from "./chosen-file.js";

/** Exports as journey text that cannot be edited and follows its file. */
class ExportTexts implements TextDocumentContentProvider {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const params = { textDocument: { uri: uri.query } };
    const answer = await ask<ExportText | RequestRefusal>(this.#client, journeyRequests.exportText, params);
    if (answer === null) return "";
    return "text" in answer ? answer.text : `// ${answer.problem}\n`;
  }

  /** To be called when a file has changed. */
  follow(file: Uri): void {
    const query = this.#client.code2ProtocolConverter.asUri(file);
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === scheme && uri.query === query) this.#changed.fire(uri);
    }
  }

  addressOf(file: Uri): Uri {
    const path = file.path.replace(/\.json$/i, "");
    return Uri.from({ scheme, path: `${path}.journey`, query: this.#client.code2ProtocolConverter.asUri(file) });
  }
}

/** "Open as Journey Text": an export as a virtual document. */
export function registerExportText(client: BaseLanguageClient): Disposable {
  const texts = new ExportTexts(client);
  const watcher = workspace.createFileSystemWatcher("**/*.json");
  return Disposable.from(
    watcher,
    watcher.onDidChange((uri) => texts.follow(uri)),
    workspace.onDidChangeTextDocument(({ document }) => texts.follow(document.uri)),
    workspace.registerTextDocumentContentProvider(scheme, texts),
    commands.registerCommand("journey.openAsText", async (uri?: Uri) => {
      const file = chosenFile(uri);
      if (file === undefined) return;
      const document = await workspace.openTextDocument(texts.addressOf(file));
      await window.showTextDocument(document, { viewColumn: ViewColumn.Active, preview: true });
    }),
  );
}
