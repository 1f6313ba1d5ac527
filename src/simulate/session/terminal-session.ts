import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import type { WireCallback } from "../../runtime/callbacks/callback.js";
import type { JsonValue } from "../../runtime/machine.js";
import { type Run, RunError } from "../../runtime/run.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { describePath, describePosition, describeStatus, stubName } from "../describe-run.js";
import type { LineInput } from "./line-input.js";
import { answered, type Question, questionsOf, readAnswer, wireOutput } from "./question.js";
import { showMessage, showStep } from "./show-step.js";

/** The end of a session: that of the journey, or `left` where the user left before it. */
export type SessionEnd = "success" | "failure" | "left";

const help = "r follow the link   w wait 15 minutes   p path   s state   q quit";

/** Runs a journey with a person at the terminal as its user, as a login page would. */
export class TerminalSession {
  readonly #run: Run;
  readonly #input: LineInput;
  readonly #write: (text: string) => void;
  readonly #style: Style;
  #mailShown = 0;
  #logShown = 0;
  #left = false;

  constructor(run: Run, input: LineInput, write: (text: string) => void, style: Style) {
    this.#run = run;
    this.#input = input;
    this.#write = write;
    this.#style = style;
  }

  async play(): Promise<SessionEnd> {
    while (!this.#left) {
      this.#showMailAndWarnings();
      const end = await this.#stop();
      if (end) return end;
    }
    return "left";
  }

  async #stop(): Promise<SessionEnd | undefined> {
    switch (this.#run.status) {
      case "waiting":
        await this.#answer();
        return undefined;
      case "suspended":
        await this.#suspended();
        return undefined;
      case "stub":
        await this.#chooseStub();
        return undefined;
      case "success":
      case "failure":
      case "error":
        return this.#ended();
      default:
        return this.#run.status satisfies never;
    }
  }

  async #answer(): Promise<void> {
    const { step, at } = this.#run;
    if (!step) return;
    this.#line("", this.#style.dim(`── ${printable(at?.node ?? "")} `.padEnd(40, "─")));
    this.#line(...showStep(step, this.#style));
    const callbacks: WireCallback[] = [];
    let asked = false;
    for (const callback of step.callbacks) {
      const questions = questionsOf(callback);
      asked ||= questions.length > 0;
      const values = await this.#askAll(questions);
      if (!values) return;
      callbacks.push(answered(callback, values));
      // The platform lets a user on only after the time, not at its last instant.
      if (callback.type === "PollingWaitCallback") this.#run.wait((Number(wireOutput(callback, "waitTime")) || 0) + 1);
    }
    if (!asked && (await this.#ask("Enter to go on", false)) === undefined) return;
    await this.#act(() => this.#run.submitCallbacks(callbacks));
  }

  async #askAll(questions: readonly Question[]): Promise<ReadonlyMap<number, JsonValue> | undefined> {
    const values = new Map<number, JsonValue>();
    for (const question of questions) {
      for (const [index, { text }] of question.choices.entries()) this.#line(`  ${index + 1}) ${printable(text)}`);
      for (;;) {
        const text = await this.#ask(labelOf(question), question.kind === "secret");
        if (text === undefined) return undefined;
        const answer = readAnswer(question, text);
        if (typeof answer !== "string") {
          values.set(question.input, answer.value);
          break;
        }
        this.#line(answer);
      }
    }
    return values;
  }

  async #suspended(): Promise<void> {
    this.#line("", ...showStep(this.#run.step ?? { callbacks: [] }, this.#style), this.#style.dim(help));
    const text = await this.#ask("suspended", false);
    if (text === undefined) return;
    if (text === "r") await this.#act(() => this.#run.resume());
    else if (text === "w") this.#wait();
    else if (!this.#command(text)) this.#line(this.#style.dim("r, w, p, s or q"));
  }

  #wait(): void {
    this.#run.wait(15 * 60_000);
    this.#line(`It is ${this.#run.world.clock.text()}`);
  }

  async #chooseStub(): Promise<void> {
    const { stub } = this.#run;
    if (!stub) return;
    this.#line("", this.#style.yellow(printable(`${stubName(stub)} cannot run: ${stub.reason}`)));
    for (const [index, outcome] of stub.outcomes.entries()) this.#line(`  ${index + 1}) ${printable(outcome)}`);
    this.#line(
      this.#style.dim('An outcome, and what the node writes into shared state, if anything: 1 {"key": "value"}'),
    );
    const text = await this.#ask("outcome", false);
    if (text === undefined || this.#command(text)) return;
    const [, word = "", json] = /^(.*?)\s*(\{.*)?$/s.exec(text) ?? [];
    const shared = json === undefined ? {} : parseObject(json);
    const outcome = stub.outcomes[Number(word) - 1] ?? word;
    if (outcome === "" || shared === undefined) {
      this.#line(
        shared === undefined ? printable(`The state must be a JSON object, not ${json}`) : "An outcome, please",
      );
      return;
    }
    await this.#act(() => this.#run.chooseStub(outcome, { shared }));
  }

  #ended(): SessionEnd {
    const { status, session, successUrl, message, path, problem } = this.#run;
    const { green, red, dim } = this.#style;
    if (status === "success") {
      const who = session ? `: ${session.username} is signed on` : ", without a session";
      this.#line(
        "",
        green(printable(`✓ Success${who}`)),
        ...(successUrl ? [printable(`  goes to ${successUrl}`)] : []),
      );
    } else {
      const why = problem && status === "failure" ? ` (${problem.message})` : "";
      this.#line(
        "",
        red(printable(status === "failure" ? `✗ Failure: ${message ?? ""}${why}` : `✗ ${describeStatus(this.#run)}`)),
      );
      if (problem?.source) this.#line(printable(`  script ${describePosition(problem.source)}`));
    }
    if (path.length > 0) this.#line(dim(printable(`  path: ${describePath(path)}`)));
    return status === "success" ? "success" : "failure";
  }

  /** Where a text is asked for, a command begins with a colon, and `::` begins a text with a colon. */
  async #ask(label: string, isSecret: boolean): Promise<string | undefined> {
    for (;;) {
      const text = await this.#input.ask(`${this.#style.bold(printable(label))}: `, isSecret);
      if (text === undefined) this.#left = true;
      if (text === undefined || isSecret || !text.startsWith(":")) return text;
      if (text.startsWith("::")) return text.slice(1);
      if (!this.#command(text.slice(1))) this.#line(this.#style.dim(":p path   :s state   :q quit"));
      if (this.#left) return undefined;
    }
  }

  #command(word: string): boolean {
    switch (word) {
      case "p":
        this.#line(this.#run.path.length === 0 ? "No node yet" : printable(describePath(this.#run.path)));
        return true;
      case "s":
        this.#line(...this.#stateLines());
        return true;
      case "q":
        this.#left = true;
        return true;
      default:
        return false;
    }
  }

  #stateLines(): readonly string[] {
    return Object.entries(this.#run.state).flatMap(([store, values]) => {
      const members: readonly [string, Json][] = Object.entries(values);
      const shown = members.map(([key, value]) =>
        printable(`  ${key}: ${isSecretKey(key) ? hidden : JSON.stringify(value, hideSecrets)}`),
      );
      return [this.#style.bold(store), ...(shown.length === 0 ? [this.#style.dim("  empty")] : shown)];
    });
  }

  #showMailAndWarnings(): void {
    const { outbox } = this.#run;
    for (const message of outbox.slice(this.#mailShown)) this.#line("", ...showMessage(message, this.#style));
    this.#mailShown = outbox.length;
    const { log } = this.#run.world;
    for (const { level, script, text } of log.slice(this.#logShown)) {
      if (level === "warn") this.#line("", this.#style.yellow(printable(`Script "${script}" warns: ${text}`)));
    }
    this.#logShown = log.length;
  }

  async #act(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      this.#line(this.#style.red(printable(error.message)));
    }
  }

  #line(...lines: readonly string[]): void {
    for (const line of lines) this.#write(`${line}\n`);
  }
}

function labelOf({ label, kind, byDefault, choices }: Question): string {
  switch (kind) {
    case "secret":
      return label;
    case "flag":
      return `${label} [${byDefault === true ? "Y/n" : "y/N"}]`;
    case "choice": {
      const place = choices.findIndex(({ value }) => value === byDefault);
      return place < 0 ? label : `${label} [${place + 1}]`;
    }
    case "text":
    case "number":
    case "json":
      return byDefault === "" || byDefault === null
        ? label
        : `${label} [${typeof byDefault === "string" ? byDefault : JSON.stringify(byDefault)}]`;
    default:
      return kind satisfies never;
  }
}

const hidden = "•••";

function hideSecrets(key: string, value: unknown): unknown {
  return isSecretKey(key) ? hidden : value;
}

function isSecretKey(key: string): boolean {
  return /password|secret/i.test(key);
}

function parseObject(text: string): { readonly [key: string]: JsonValue } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
