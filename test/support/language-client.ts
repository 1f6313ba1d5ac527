import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as lsp from "vscode-languageserver-protocol/node";
import { builtPackage } from "./built-package.js";

export interface ClientOptions {
  /** The workspace folder, which need not exist; without one, documents stand alone. */
  readonly folder?: string;
  /** The URIs of the workspace folders as the client writes them, where it is not the one folder. */
  readonly workspaceFolders?: readonly string[];
  readonly capabilities?: lsp.ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly arguments?: readonly string[];
  /** What starts the server, where it is not the built package. */
  readonly command?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

/** A text in which `|` marks the cursor. */
export function marked(text: string): { readonly text: string; readonly position: lsp.Position } {
  const offset = text.indexOf("|");
  const before = text.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: text.slice(0, offset) + text.slice(offset + 1), position };
}

/** An editor that talks to a language server in a process of its own. */
export class LanguageClient {
  readonly connection: lsp.ProtocolConnection;
  readonly process: ChildProcess;
  readonly folder: string;
  /** What the server answered to `initialize`. */
  initialized!: lsp.InitializeResult;
  /** All that it has published so far, in order. */
  readonly published: lsp.PublishDiagnosticsParams[] = [];
  /** The watchers and the like that it has registered. */
  readonly registrations: lsp.Registration[] = [];
  readonly messages: string[] = [];
  refreshes = 0;
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  readonly #waiting = new Set<() => void>();

  private constructor(child: ChildProcess, folder: string) {
    this.process = child;
    this.folder = folder;
    if (child.stdout === null || child.stdin === null) throw new Error("The server has no streams");
    this.connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(child.stdout),
      new lsp.StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const look of this.#waiting) look();
    });
    this.connection.onNotification(lsp.ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      for (const look of this.#waiting) look();
    });
    this.connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => void this.messages.push(message));
    this.connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
    });
    this.connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      for (const look of this.#waiting) look();
    });
    this.connection.listen();
  }

  static async start({
    folder,
    workspaceFolders = folder === undefined ? undefined : [pathToFileURL(folder).href],
    capabilities = {},
    initializationOptions,
    ...options
  }: ClientOptions = {}): Promise<LanguageClient> {
    const command = options.command ?? [process.execPath, builtPackage().launcher, "lsp", "--stdio"];
    const [program = "", ...words] = [...command, ...(options.arguments ?? [])];
    const child = spawn(program, words, {
      cwd: folder !== undefined && existsSync(folder) ? folder : undefined,
      env: options.environment,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const client = new LanguageClient(child, folder ?? "/nowhere");
    client.initialized = await client.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: workspaceFolders?.map((uri) => ({ uri, name: "test" })) ?? null,
    });
    await client.connection.sendNotification(lsp.InitializedNotification.type, {});
    return client;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  open(name: string, text: string, languageId = "journey"): void {
    const uri = this.uri(name);
    this.#versions.set(uri, 1);
    this.#texts.set(uri, text);
    void this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the whole text; opens the document where it is not open. */
  write(name: string, text: string): void {
    if (this.#versions.has(this.uri(name))) this.#change(name, [{ text }]);
    else this.open(name, text);
    this.#texts.set(this.uri(name), text);
  }

  /** Replaces a part of the text, as typing does. */
  replace(name: string, part: string, by: string): void {
    const uri = this.uri(name);
    const text = this.#texts.get(uri) ?? "";
    const start = text.indexOf(part);
    if (start === -1) throw new Error(`No ${part} in ${name}`);
    this.#change(name, [
      { range: { start: positionIn(text, start), end: positionIn(text, start + part.length) }, text: by },
    ]);
    this.#texts.set(uri, text.slice(0, start) + by + text.slice(start + part.length));
  }

  textOf(name: string): string {
    return this.#texts.get(this.uri(name)) ?? "";
  }

  close(name: string): void {
    const uri = this.uri(name);
    this.#versions.delete(uri);
    void this.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  save(name: string): void {
    const textDocument = { uri: this.uri(name) };
    void this.connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument });
  }

  filesChanged(...names: readonly string[]): void {
    const changes: lsp.FileEvent[] = names.map((name) => ({
      uri: this.uri(name),
      type: lsp.FileChangeType.Changed,
    }));
    void this.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes });
  }

  /** What is published of the newest version of a document; of a file that is not open, what is published last. */
  async diagnostics(name: string): Promise<readonly lsp.Diagnostic[]> {
    const uri = this.uri(name);
    const version = this.#versions.get(uri);
    const find = () => this.published.findLast((each) => each.uri === uri && each.version === version);
    await this.until(() => find() !== undefined);
    return find()?.diagnostics ?? [];
  }

  /** Waits for something that messages of the server bring about. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  #change(name: string, contentChanges: lsp.TextDocumentContentChangeEvent[]): void {
    const uri = this.uri(name);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    void this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }
}

function positionIn(text: string, offset: number): lsp.Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** A text after edits of the protocol. */
export function edited(text: string, edits: readonly lsp.TextEdit[]): string {
  const offsetOf = ({ line, character }: lsp.Position) =>
    text
      .split("\n")
      .slice(0, line)
      .reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((left, right) => offsetOf(right.range.start) - offsetOf(left.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offsetOf(range.start)) + newText + now.slice(offsetOf(range.end)),
      text,
    );
}
