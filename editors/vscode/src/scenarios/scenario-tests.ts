import {
  commands,
  type Disposable,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  type TestRunProfile,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type DocumentScenarios,
  journeyRequests,
  type RunScenariosParams,
  type RunScenariosResult,
  type ScenarioOutcome,
} from "../../../../src/language-server/journey-requests.js";
import { askInPassing } from "../language-client.js";
import { locationOf, rangeOf } from "../places.js";
import type { Preview } from "../preview/preview.js";
import { coverageOf, detailsOf } from "./coverage.js";
import { RunTrace } from "./run-trace.js";

/** How long after a change, in milliseconds, the list of scenarios waits for the next one. */
const delay = 300;

/** The scenarios of the workspace in the Test Explorer. "Debug" shows the path and node state of each. */
export class ScenarioTests implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #preview: Preview;
  readonly #controller: TestController;
  readonly #trace = new RunTrace();
  readonly #disposables: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient, preview: Preview) {
    this.#client = client;
    this.#preview = preview;
    this.#controller = tests.createTestController("journey.scenarios", "Journey scenarios");
    this.#controller.refreshHandler = () => this.#list();
    const profile = this.#addProfile("Run", TestRunProfileKind.Run);
    this.#addProfile("Show path and state", TestRunProfileKind.Debug);
    const coverage = this.#addProfile("Run with coverage", TestRunProfileKind.Coverage);
    coverage.loadDetailedCoverage = async (_run, file) => detailsOf(file);
    const files = workspace.createFileSystemWatcher("**/*.journey");
    const changed = () => this.#schedule();
    this.#disposables = [
      this.#controller,
      this.#trace,
      files,
      commands.registerCommand("journey.runScenario", (uri: string, title: string) =>
        this.#runOne(profile, uri, title),
      ),
      files.onDidCreate(changed),
      files.onDidDelete(changed),
      files.onDidChange(changed),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "journey") changed();
      }),
      client.onDidChangeState(() => {
        if (client.isRunning()) changed();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#disposables) each.dispose();
  }

  #addProfile(name: string, kind: TestRunProfileKind) {
    const run = (request: TestRunRequest) => this.#run(request, kind);
    return this.#controller.createRunProfile(name, kind, run, true);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#list(), delay);
  }

  async #list(): Promise<void> {
    if (!this.#client.isRunning()) return;
    const documents = await askInPassing<readonly DocumentScenarios[]>(this.#client, journeyRequests.scenarios, {});
    if (documents === null) {
      this.#schedule();
      return;
    }
    this.#controller.items.replace(
      documents.map(({ uri, scenarios }) => {
        const file = this.#item(Uri.parse(uri).toString(), workspace.asRelativePath(Uri.parse(uri)), Uri.parse(uri));
        file.children.replace(
          scenarios.map(({ title, subject, range }) => {
            const item = this.#item(idOf(uri, title), title, Uri.parse(uri));
            item.range = rangeOf(range);
            item.description = subject;
            return item;
          }),
        );
        return file;
      }),
    );
  }

  #item(id: string, label: string, uri: Uri): TestItem {
    return this.#controller.createTestItem(id, label, uri);
  }

  /** Runs the scenario of a code lens. */
  async #runOne(profile: TestRunProfile, uri: string, title: string): Promise<void> {
    // The text may have changed since the scenarios were listed.
    await this.#list();
    const item = this.#controller.items.get(Uri.parse(uri).toString())?.children.get(idOf(uri, title));
    if (item === undefined) {
      await window.showInformationMessage(`There is no scenario "${title}" that can be run.`);
      return;
    }
    await this.#run(new TestRunRequest([item], undefined, profile), profile.kind);
  }

  async #run(request: TestRunRequest, kind: TestRunProfileKind): Promise<void> {
    const wanted = this.#wanted(request);
    const run = this.#controller.createTestRun(request);
    for (const item of wanted.values()) run.started(item);
    try {
      const params: RunScenariosParams = {
        scenarios: [...wanted.values()].map(({ uri, label }) => ({ uri: this.#wireUri(uri), title: label })),
      };
      const runs = await this.#client.sendRequest<RunScenariosResult>(journeyRequests.runScenarios, params, run.token);
      for (const error of runs.errors) run.appendOutput(`${lines(error.message)}\r\n`, locationOf(error));
      if (runs.errors.length > 0) {
        const reasons = runs.errors.map((error) => messageAt(error));
        for (const item of wanted.values()) run.errored(item, reasons);
        return;
      }
      for (const result of runs.results) {
        const item = wanted.get(idOf(result.uri, result.title));
        if (item) report(run, item, result);
      }
      if (kind === TestRunProfileKind.Debug) await this.#trace.show(runs.results);
      if (kind !== TestRunProfileKind.Coverage) return;
      for (const file of runs.coverage) run.addCoverage(coverageOf(file));
      this.#preview.showCoverage(runs.marks);
    } finally {
      run.end();
    }
  }

  /** As the server writes it, whatever the editor escapes. */
  #wireUri(uri: Uri | undefined): string {
    return uri ? this.#client.code2ProtocolConverter.asUri(uri) : "";
  }

  /** The scenarios of a request, by id. */
  #wanted({ include, exclude }: TestRunRequest): ReadonlyMap<string, TestItem> {
    const wanted = new Map<string, TestItem>();
    const left = new Set(exclude);
    const add = (item: TestItem) => {
      if (left.has(item)) return;
      if (item.children.size === 0) wanted.set(item.id, item);
      else for (const [, child] of item.children) add(child);
    };
    if (include) for (const item of include) add(item);
    else for (const [, item] of this.#controller.items) add(item);
    return wanted;
  }
}

function idOf(uri: string, title: string): string {
  return `${Uri.parse(uri).toString()}#${title}`;
}

function report(run: TestRun, item: TestItem, { passed, milliseconds, failures, path, log }: ScenarioOutcome): void {
  const steps = path.map(({ node, outcome }) => (outcome === undefined ? node : `${node}.${outcome}`)).join(" → ");
  run.appendOutput(`${item.label}: ${passed ? "passed" : "failed"}\r\n`, undefined, item);
  if (steps !== "") run.appendOutput(`  ${steps}\r\n`, undefined, item);
  for (const line of log) run.appendOutput(`  ${lines(line)}\r\n`, undefined, item);
  if (passed) run.passed(item, milliseconds);
  else run.failed(item, failures.map(messageAt), milliseconds);
}

function messageAt(failure: ScenarioOutcome["failures"][number]): TestMessage {
  const message = new TestMessage(failure.message);
  message.location = locationOf(failure);
  return message;
}

/** The panel of results is a terminal. */
function lines(text: string): string {
  return text.replace(/\r?\n/g, "\r\n");
}
