import {
  commands,
  type Disposable,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type JourneyPicture,
  journeyRequests,
  type PictureParams,
} from "../../../../src/language-server/journey-requests.js";
import { askInPassing, exportScheme } from "../language-client.js";
import { panelPage } from "../panel-page.js";
import type { FromPage, ToPage } from "./preview-messages.js";

/** How long after a change, in milliseconds, the picture waits for the next one. */
const delay = 60;

/** The diagram beside the text. It shows the journey at the cursor of the text editor that was used last and has one. */
export class Preview implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #extensionUri: Uri;
  readonly #disposables: Disposable[] = [];
  #panel: WebviewPanel | undefined;
  #shown: TextDocument | undefined;
  #picture: JourneyPicture | null = null;
  /** The document of the picture. */
  #drawn: TextDocument | undefined;
  #marks: PictureParams["marks"] = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with each request, so that a late answer is known as one. */
  #asked = 0;

  constructor(client: BaseLanguageClient, extensionUri: Uri) {
    this.#client = client;
    this.#extensionUri = extensionUri;
    this.#disposables.push(
      commands.registerCommand("journey.preview", (uri?: Uri) => this.open(uri)),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#shown) this.#schedule();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.#shown?.uri.toString())) this.#schedule();
      }),
    );
  }

  /** Opens the diagram beside a document, the active one if none is given. */
  async open(uri?: Uri): Promise<void> {
    const document = uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
    if (document === undefined || !hasJourneys(document)) {
      await window.showInformationMessage("Open a journey first: a .journey file or an export.");
      return;
    }
    if (uri && editorOf(document) === undefined) await window.showTextDocument(document, ViewColumn.One);
    this.#shown = document;
    if (this.#panel === undefined) this.#create();
    else this.#panel.reveal(undefined, true);
    await this.#update();
  }

  /** Draws coverage in, until the text changes or somebody clears it. */
  showCoverage(marks: NonNullable<PictureParams["marks"]>): void {
    this.#marks = marks;
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const each of this.#disposables) each.dispose();
  }

  #create(): void {
    const panel = window.createWebviewPanel(
      "journey.preview",
      "Journey",
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        localResourceRoots: [Uri.joinPath(this.#extensionUri, "pages")],
        retainContextWhenHidden: true,
      },
    );
    panel.iconPath = {
      light: Uri.joinPath(this.#extensionUri, "images", "file-light.svg"),
      dark: Uri.joinPath(this.#extensionUri, "images", "file-dark.svg"),
    };
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.html = panelPage(panel.webview, this.#extensionUri, "preview");
    this.#panel = panel;
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case "ready":
        this.#tellPicture();
        return;
      case "open":
        await this.#reveal(message.range);
        return;
      case "clear-coverage":
        this.#marks = {};
        await this.#update();
        return;
      default:
        message satisfies never;
    }
  }

  async #reveal({ start, end }: JourneyPicture["nodes"][number]["range"]): Promise<void> {
    if (this.#shown === undefined) return;
    const viewColumn = editorOf(this.#shown)?.viewColumn ?? ViewColumn.One;
    const editor = await window.showTextDocument(this.#shown, { viewColumn });
    const at = new Position(start.line, start.character);
    editor.selection = new Selection(at, at);
    editor.revealRange(
      new Range(at, new Position(end.line, end.character)),
      TextEditorRevealType.InCenterIfOutsideViewport,
    );
  }

  /** Goes along with the cursor. */
  #follow(editor: TextEditor | undefined): void {
    if (this.#panel === undefined || editor === undefined || !hasJourneys(editor.document)) return;
    const at = editor.selection.active;
    const isSame = editor.document === this.#shown;
    this.#shown = editor.document;
    const index = isSame ? this.#nodeAt(at) : undefined;
    if (index === undefined) this.#schedule();
    else void this.#tell({ kind: "select", index });
  }

  #nodeAt(at: Position): number | undefined {
    const found = this.#picture?.nodes.find(({ range: { start, end } }) =>
      new Range(start.line, start.character, end.line, end.character).contains(at),
    );
    return found?.index;
  }

  #schedule(): void {
    if (this.#panel === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), delay);
  }

  async #update(): Promise<void> {
    const document = this.#shown;
    if (this.#panel === undefined || document === undefined) return;
    const asked = ++this.#asked;
    const position = editorOf(document)?.selection.active;
    const params: PictureParams = {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) },
      ...(position && { position: { line: position.line, character: position.character } }),
      ...(this.#marks && { marks: this.#marks }),
    };
    const { version } = document;
    const picture = await askInPassing<JourneyPicture>(this.#client, journeyRequests.picture, params);
    // The picture stays while there is no server.
    if (picture === null && !this.#client.isRunning()) return;
    // Whatever has changed meanwhile has asked again.
    if (asked !== this.#asked || (picture === null && version !== document.version)) return;
    // Scenarios and settings have no journey: the one that was seen before stays.
    if (picture === null && this.#picture !== null && document !== this.#drawn) {
      this.#shown = this.#drawn;
      return;
    }
    this.#picture = picture;
    this.#drawn = document;
    if (this.#panel) this.#panel.title = picture ? picture.journey : "Journey";
    this.#tellPicture();
  }

  #tellPicture(): void {
    const hasCoverage = this.#picture !== null && Object.hasOwn(this.#marks ?? {}, this.#picture.journey);
    void this.#tell({ kind: "picture", picture: this.#picture, hasCoverage });
    const editor = this.#shown && editorOf(this.#shown);
    void this.#tell({ kind: "select", index: editor && this.#nodeAt(editor.selection.active) });
  }

  async #tell(message: ToPage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

function hasJourneys({ languageId, uri }: TextDocument): boolean {
  if (uri.scheme === exportScheme) return false;
  return languageId === "journey" || languageId === "json";
}

function editorOf(document: TextDocument): TextEditor | undefined {
  return window.visibleTextEditors.find((editor) => editor.document === document);
}
