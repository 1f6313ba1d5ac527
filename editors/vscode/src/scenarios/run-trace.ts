import {
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { ScenarioOutcome } from "../../../../src/language-server/journey-requests.js";

const scheme = "journey-run";
const address = Uri.parse(`${scheme}:/Path and state`);

/** The path and node state of the last runs, as a text that cannot be edited. */
export class RunTrace implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registered = workspace.registerTextDocumentContentProvider(scheme, this);
  #text = "";

  provideTextDocumentContent(): string {
    return this.#text;
  }

  async show(results: readonly ScenarioOutcome[]): Promise<void> {
    this.#text = results.map(traceOf).join("\n");
    this.#changed.fire(address);
    const document = await workspace.openTextDocument(address);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}

function traceOf({ title, passed, failures, path, state, log }: ScenarioOutcome): string {
  const root = path[0]?.journey;
  const steps = path.map(({ journey, node, outcome, stub }) => {
    const name = journey === root ? node : `${journey}/${node}`;
    return `  ${name}${outcome === undefined ? "" : ` → ${outcome}`}${stub === true ? " (chosen)" : ""}`;
  });
  return [
    `${title}: ${passed ? "passed" : "failed"}`,
    ...failures.map(({ message }) => `  ${message}`),
    ...part("Path", steps),
    ...part("Node state", JSON.stringify(state, undefined, 2).split("\n").map(indented)),
    ...part("Log", log.map(indented)),
    "",
  ].join("\n");
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function indented(line: string): string {
  return `  ${line}`;
}
