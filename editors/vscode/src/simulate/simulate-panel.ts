import { commands, type Disposable, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  journeyRequests,
  type RequestRefusal,
  type SimulatedRun,
  type SimulateParams,
} from "../../../../src/language-server/journey-requests.js";
import { askInPassing } from "../language-client.js";
import { panelPage } from "../panel-page.js";
import { locationOf } from "../places.js";
import type { FromPage, ToPage } from "./simulate-messages.js";

/** "Simulate": the journey at the cursor in a panel, as its users see it. */
export function registerSimulate(client: BaseLanguageClient, extensionUri: Uri): Disposable {
  return commands.registerCommand("journey.simulate", async (uri?: Uri | string, journey?: unknown) => {
    const editor = window.activeTextEditor;
    const document = uri === undefined ? editor?.document.uri : typeof uri === "string" ? Uri.parse(uri) : uri;
    if (document === undefined) {
      await window.showInformationMessage("Open a journey first: a .journey file or an export.");
      return;
    }
    const isActive = document.toString() === editor?.document.uri.toString();
    const cursor = isActive ? editor?.selection.active : undefined;
    const position = cursor && { line: cursor.line, character: cursor.character };
    const begin: SimulateParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document) },
      ...(position && { position }),
      // A code lens names it; a menu gives something else.
      ...(typeof journey === "string" && { journey }),
    };
    const run = await client.sendRequest<SimulatedRun | RequestRefusal>(journeyRequests.simulate, begin);
    if ("problem" in run) await window.showErrorMessage(run.problem);
    else new SimulatePanel(client, extensionUri, begin, run);
  });
}

/** One run in its panel, from the start to the end and again. */
class SimulatePanel {
  readonly #client: BaseLanguageClient;
  readonly #begin: SimulateParams;
  readonly #panel: WebviewPanel;
  #run: SimulatedRun;

  constructor(client: BaseLanguageClient, extensionUri: Uri, begin: SimulateParams, run: SimulatedRun) {
    this.#client = client;
    this.#begin = begin;
    this.#run = run;
    const panel = window.createWebviewPanel("journey.simulate", `Run of ${run.journey}`, ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, "pages")],
      retainContextWhenHidden: true,
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message));
    panel.onDidDispose(() => void this.#forget());
    panel.webview.html = panelPage(panel.webview, extensionUri, "simulate");
    this.#panel = panel;
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case "ready":
        break;
      case "command":
        await this.#ask({ run: this.#run.run, command: message.command });
        break;
      case "again":
        await this.#forget();
        await this.#ask(this.#begin);
        break;
      case "open": {
        const { uri, range } = locationOf(message.location);
        await window.showTextDocument(uri, { viewColumn: ViewColumn.One, selection: range });
        return;
      }
      default:
        message satisfies never;
    }
    const told: ToPage = { run: this.#run };
    await this.#panel.webview.postMessage(told);
  }

  async #ask(params: SimulateParams): Promise<void> {
    const answer = await this.#client.sendRequest<SimulatedRun | RequestRefusal>(journeyRequests.simulate, params);
    if ("problem" in answer) await window.showErrorMessage(answer.problem);
    else this.#run = answer;
  }

  async #forget(): Promise<void> {
    const params: SimulateParams = { run: this.#run.run, command: { quit: true } };
    await askInPassing(this.#client, journeyRequests.simulate, params);
  }
}
