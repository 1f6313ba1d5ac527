import * as lsp from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { LanguageHost } from "../language/language-host.js";
import type { FileFindings, LanguageText, ReadProject } from "../language/language-project.js";
import { Workspace } from "../language/workspace.js";
import { absolutePath } from "../project/shown-path.js";
import { protocolDiagnostic } from "./protocol-diagnostic.js";
import { positionsIn, type TextPositions } from "./text-positions.js";
import { UriPaths } from "./uri-paths.js";

/** What the program around the server gives it. */
export interface ServerHost extends LanguageHost {
  readonly version: string;
  /** The address of the page that explains a code. */
  readonly pageOf: (code: string) => string | undefined;
  /** Takes a file that the client has read; absent where the server reads files itself. */
  readonly setFile?: (path: string, text: string | undefined) => void;
}

/** What a client can say in `initializationOptions`. */
export interface ClientOptions {
  /** The command of the editor that asks for completions once more, where the next word is known to be needed. */
  readonly continues?: string;
  /**
   * The commands of the editor behind code lenses, each called with the URI of the text, the title of the scenario or the id of the journey, and
   * the position of that. Without a command there is no lens.
   */
  readonly lenses?: { readonly runScenario?: string; readonly simulate?: string; readonly showCallers?: string };
}

/** A text, as a request finds it, with its positions. */
export interface RequestedText {
  readonly text: LanguageText;
  readonly uri: string;
  readonly positions: TextPositions;
}

/** What all requests of one client share: its documents, and what it can do. */
export class Session {
  readonly connection: lsp.Connection;
  readonly host: ServerHost;
  readonly workspace: Workspace;
  readonly paths = new UriPaths();
  client: lsp.ClientCapabilities = {};
  options: ClientOptions = {};
  #folders: readonly string[] = [];
  readonly #documents = new Map<string, TextDocument>();

  constructor(connection: lsp.Connection, host: ServerHost) {
    this.connection = connection;
    this.host = host;
    this.workspace = new Workspace(host);
  }

  /** Whether the client asks for diagnostics, so that they need not be sent. */
  get pullsDiagnostics(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  /** Whether the client tells of files that change outside of the editor. */
  get watchesFiles(): boolean {
    return this.client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Whether the client shows actions that cannot be taken, with the reason. */
  get showsDisabledActions(): boolean {
    return this.client.textDocument?.codeAction?.disabledSupport === true;
  }

  get takesSnippets(): boolean {
    return this.client.textDocument?.completion?.completionItem?.snippetSupport === true;
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris;
    this.workspace.setFolders(this.paths.setFolders(uris));
  }

  changeFolders(added: readonly lsp.WorkspaceFolder[], removed: readonly lsp.WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    const kept = this.#folders.filter((uri) => !gone.has(uri));
    this.setFolders([...new Set([...kept, ...added.map(({ uri }) => uri)])]);
  }

  /** Says in the client's log that something has gone wrong that is no fault of the user. */
  reportDefect(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  get openUris(): Iterable<string> {
    return this.#documents.keys();
  }

  openDocument({ uri, languageId, version, text }: lsp.TextDocumentItem): void {
    this.#setDocument(TextDocument.create(uri, languageId, version, text));
  }

  changeDocument({ textDocument: { uri, version }, contentChanges }: lsp.DidChangeTextDocumentParams): void {
    const document = this.#documents.get(uri);
    if (document !== undefined) this.#setDocument(TextDocument.update(document, contentChanges, version));
  }

  closeDocument(uri: string): void {
    this.#documents.delete(uri);
    this.workspace.close(this.paths.pathOf(uri));
  }

  /** The version of a document; `undefined` where it is not open. */
  versionOf(uri: string): number | undefined {
    return this.#documents.get(uri)?.version;
  }

  /**
   * Makes the handler of a request about one text. It answers `null` for anything else, and refuses to answer for a version that is not the
   * newest any more, or when the client has lost its interest.
   */
  onText<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    answer: (requested: RequestedText, params: Params) => Result | Promise<Result>,
  ): (params: Params, token: lsp.CancellationToken) => Promise<Result | null> {
    return async (params, token) => {
      const { uri } = params.textDocument;
      return this.fresh(token, async () => {
        const text = await this.workspace.textAt(this.paths.pathOf(uri));
        if (text === undefined) return null;
        return answer({ text, uri, positions: positionsIn(text.parsed.source) }, params);
      });
    };
  }

  /** Does the work, unless something changes meanwhile. */
  async fresh<Result>(token: lsp.CancellationToken, work: () => Promise<Result>): Promise<Result> {
    const { revision } = this.workspace;
    const result = await work();
    if (token.isCancellationRequested) throw new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, "Cancelled");
    if (revision !== this.workspace.revision) {
      throw new lsp.ResponseError(lsp.LSPErrorCodes.ContentModified, "The text has changed meanwhile");
    }
    return result;
  }

  /** The URI of a source of a project. */
  uriOf(source: Diagnostic["place"]["source"], { folder }: Pick<ReadProject, "folder">): string {
    return this.paths.uriOf(absolutePath(source.path, folder));
  }

  protocolDiagnostics({ diagnostics, folder }: FileFindings): lsp.Diagnostic[] {
    const links = {
      uriOf: (source: Diagnostic["place"]["source"]) => this.uriOf(source, { folder }),
      pageOf: this.host.pageOf,
    };
    return diagnostics.map((diagnostic) => protocolDiagnostic(diagnostic, links));
  }

  #setDocument(document: TextDocument): void {
    this.#documents.set(document.uri, document);
    this.workspace.open(this.paths.pathOf(document.uri), document.getText());
  }
}
