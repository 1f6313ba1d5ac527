import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { AnswerStep, ExpectStep, GivenStep, ScenarioStep, StubStep, SubmitStep, Value } from "../syntax/ast.js";
import { isTerminalName } from "../syntax/reserved-names.js";
import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import type { Range } from "../text/range.js";
import { formOfAnswer, readCall, readReply } from "./bind-answer.js";
import type { StepNodeBinder } from "./bind-step-node.js";
import { bindValue } from "./bind-value.js";
import {
  type Answer,
  type BoundStep,
  type Expectation,
  expectableStatuses,
  expectableThings,
  type Given,
  type GivenSubject,
  givenSubjects,
  type KeyPlaces,
  type PartPlaces,
  type Stub,
  type Submit,
  services,
} from "./scenario.js";
import { type FileScope, placeIn } from "./scope.js";
import { subjectCalled } from "./subject-words.js";

/** Binds the steps of one scenario. A step that the parser has reported is left out without another diagnostic. */
export class StepBinder {
  readonly faults: Diagnostic[] = [];
  readonly #nodes: StepNodeBinder;
  readonly #file: FileScope;
  /** The name of the script that the scenario runs alone. */
  readonly #script: string | undefined;

  constructor(nodes: StepNodeBinder, file: FileScope, script: string | undefined) {
    this.#nodes = nodes;
    this.#file = file;
    this.#script = script;
  }

  /** `undefined` where the step is incomplete or wrong; then there is a fault. */
  bind(step: ScenarioStep): BoundStep | undefined {
    const place = placeIn(this.#file, step.range);
    switch (step.kind) {
      case "given":
        return this.#given(step, place);
      case "stub":
        return this.#stub(step, place);
      case "answer":
        return this.#answer(step, place);
      case "submit":
        return this.#submit(step, place);
      case "resume":
        return { kind: "resume", place };
      case "wait":
        if (!step.duration) return this.#fault(place, "`wait` needs a duration such as `15m`");
        return { kind: "wait", place, milliseconds: step.duration.milliseconds };
      case "expect": {
        const expectation = this.#expectation(step, place);
        return expectation && { kind: "expect", place, parts: this.#partsOfExpect(step), ...expectation };
      }
      default:
        return step satisfies never;
    }
  }

  #given(step: GivenStep, place: Place): Given | undefined {
    const value = this.#value(step.value, step);
    const word = step.subject?.text ?? "";
    const subject = subjects.find((each) => each === word);
    if (!subject) return this.#unknown(step, "given", subjects);
    if (isNamed(subject)) {
      const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
      if (!step.name || typeof text !== "string") {
        const [, name, given] = /^\s*([\w-]+)\s*[:=]\s*(.*)$/.exec(typeof text === "string" ? text : "") ?? [];
        const help = name === undefined ? undefined : `Write \`given ${subject} ${name} ${JSON.stringify(given)}\`.`;
        const form = `\`given ${subject} name "value"\``;
        return this.#fault(place, `\`given ${subject}\` needs a name and a text: ${form}`, help);
      }
      const parts = { word: placeIn(this.#file, step.name.range) };
      return { kind: "given", place, parts, subject, name: step.name.text, value: text };
    }
    if (!isJsonObject(value)) {
      return this.#fault(place, `\`given ${subject}\` needs an object: \`given ${subject} { … }\``);
    }
    if (subject === "session" && typeof value.username !== "string") {
      return this.#fault(place, "A session needs a `username`");
    }
    return { kind: "given", place, parts: {}, subject, value, keyPlaces: this.#keyPlaces(step.value) };
  }

  #stub(step: StubStep, place: Place): Stub | undefined {
    const state = this.#object(step.state, step);
    const { node, outcome } = step;
    if (this.#script !== undefined) {
      return this.#fault(place, "A script that runs alone has no nodes to stub", `Answer a call: ${formOfAnswer}.`);
    }
    const keyPlaces = this.#keyPlaces(step.state);
    if (node && outcome) return { kind: "stub", place, node: this.#nodes.bindStub(node, outcome), state, keyPlaces };
    if (node) this.#nodes.bind(node);
    return this.#fault(place, "`stub` needs a node and an outcome: `stub Node -> outcome`");
  }

  #submit(step: SubmitStep, place: Place): Submit | undefined {
    const inputs = this.#object(step.inputs, step) ?? {};
    const inputPlaces = this.#keyPlaces(step.inputs);
    const script = this.#script;
    if (script !== undefined) {
      const node = { text: script, journey: undefined, node: script, child: undefined, outcomeId: undefined };
      if (!step.node) return { kind: "submit", place, node, inputs, inputPlaces };
      return this.#fault(place, "A script that runs alone is answered without a name", "Write `submit { … }`.");
    }
    if (!step.node) return this.#fault(place, "`submit` needs the name of a node");
    return { kind: "submit", place, node: this.#nodes.bind(step.node), inputs, inputPlaces };
  }

  #answer(step: AnswerStep, place: Place): Answer | undefined {
    const target = textOf(this.#value(step.target, step));
    const value = this.#value(step.value, step);
    const service = step.service?.text ?? "";
    const call = this.#call(service, step.operation?.text, target, place, "stub");
    if (call === undefined) return undefined;
    const read = readReply(call, step.word?.text, value);
    if ("problem" in read) return this.#fault(place, read.problem, read.help);
    const parts = { word: this.#placeOf(step.operation), text: this.#placeOf(step.target) };
    return { kind: "answer", place, parts, call, reply: read };
  }

  #call(service: string, operation: string | undefined, target: string | undefined, place: Place, keyword: string) {
    const read = readCall(service, operation, target, keyword);
    return "problem" in read ? this.#fault(place, read.problem, read.help) : read;
  }

  #expectation(step: ExpectStep, place: Place): Expectation | undefined {
    const word = step.subject?.text ?? "";
    const bindsNodes = word === "at" || word === "path";
    const node = bindsNodes && step.at ? this.#nodes.bind(step.at) : undefined;
    const path = (step.path ?? []).map((reference) => this.#nodes.bind(reference));
    const text = textOf(this.#value(step.text, step));
    const value = this.#value(step.value, step);
    const isScript = this.#script !== undefined;
    if ((isScript ? onlyOfJourneys : onlyOfScripts).has(word)) {
      const [what, other] = isScript ? ["A script that runs alone", onlyOfJourneys] : ["A journey", onlyOfScripts];
      return this.#fault(place, `${what} has no \`expect ${word}\``, other.get(word));
    }
    const status = expectableStatuses.find((each) => each === word);
    if (status === "error") return { subject: status, text };
    if (status) return { subject: status };
    const thing = expectableThings.find((each) => each === word);
    if (thing) return { subject: thing, name: text, value, keyPlaces: this.#keyPlaces(step.value) };
    switch (word) {
      case "at":
        if (!node) return this.#fault(place, "`expect at` needs the name of a node");
        return { subject: "at", node };
      case "path": {
        const [end] =
          step.path?.flatMap(({ parts: [name, second] }) =>
            name !== undefined && second === undefined && !name.quoted && isTerminalName(name.text) ? [name] : [],
          ) ?? [];
        if (end !== undefined) {
          const help =
            end.text === "start" ? "Begin with the first node." : `Write \`expect ${end.text}\` as a step of its own.`;
          return this.#fault(placeIn(this.#file, end.range), `A path has nodes alone, and no "${end.text}"`, help);
        }
        return { subject: "path", path };
      }
      case "message":
        if (text === undefined) return this.#fault(place, "`expect message` needs a text");
        return { subject: "message", text };
      case "outcome": {
        const outcome = text ?? step.at?.parts.map((part) => part.text).join(".");
        if (outcome === undefined) return this.#fault(place, "`expect outcome` needs an outcome");
        return { subject: "outcome", outcome };
      }
      case "config":
        return { subject: "config", value };
      case "callbacks":
        return this.#callbacks(value, place);
      case "log": {
        const lines = text ?? value;
        if (typeof lines !== "string" && !Array.isArray(lines)) {
          return this.#fault(place, '`expect log` needs a text that some line has, or a list of all lines: `["…"]`');
        }
        return { subject: "log", lines };
      }
      case "http":
      case "openidm": {
        const call = this.#call(word, step.at?.parts[0]?.text, text, place, "expect");
        return call && { subject: "call", call, value };
      }
      default:
        return this.#unknown(step, "expect", isScript ? wordsOfScripts : wordsOfJourneys);
    }
  }

  #callbacks(value: Json | undefined, place: Place): Expectation | undefined {
    if (!Array.isArray(value)) {
      return this.#fault(place, '`expect callbacks` needs a list: `[{ type: "NameCallback", prompt: "…" }]`');
    }
    return { subject: "callbacks", callbacks: value };
  }

  #partsOfExpect({ at, text, value }: ExpectStep): PartPlaces {
    const entries = value?.kind === "object" ? value.entries : [];
    const values = entries.flatMap(({ key, value: each }): [string, Place][] =>
      each === undefined ? [] : [[key.text, placeIn(this.#file, each.range)]],
    );
    return { word: this.#placeOf(at), text: this.#placeOf(text), values: new Map(values) };
  }

  #placeOf(part: { readonly range: Range } | undefined): Place | undefined {
    return part && placeIn(this.#file, part.range);
  }

  #keyPlaces(value: Value | undefined): KeyPlaces {
    const entries = value?.kind === "object" ? value.entries : [];
    return new Map(entries.map(({ key }) => [key.text, placeIn(this.#file, key.range)]));
  }

  #value(value: Value | undefined, { kind }: ScenarioStep): Json | undefined {
    return value && bindValue(value, this.#file, kind).value;
  }

  #object(value: Value | undefined, step: ScenarioStep): JsonObject | undefined {
    const bound = this.#value(value, step);
    return isJsonObject(bound) ? bound : undefined;
  }

  #unknown(step: GivenStep | ExpectStep, keyword: string, known: readonly string[]): undefined {
    const { subject, range, kind } = step;
    const word = subject?.text ?? "";
    const place = placeIn(this.#file, subject?.range ?? range);
    if (kind === "expect" && step.at === undefined && this.#nodes.has(word)) {
      const edits = [{ range: { start: place.range.start, end: place.range.start }, text: "at " }];
      const extras = { help: `It is a node: write \`expect at ${word}\`.`, fixes: [{ title: "Write at", edits }] };
      this.faults.push(createDiagnostic("invalid-step", place, { problem: `There is no \`expect ${word}\`` }, extras));
      return undefined;
    }
    const nearest = nearestName(word, known) ?? subjectCalled(word, known);
    const fixes =
      nearest === undefined ? [] : [{ title: `Change to ${nearest}`, edits: [{ range: place.range, text: nearest }] }];
    // `given users [{ … }]`
    if (nearest !== undefined && kind === "given" && step.value?.kind === "list") {
      const args = { problem: `There is no \`given ${word}\`` };
      const help = `Write \`given ${nearest} { … }\` for each of them.`;
      this.faults.push(createDiagnostic("invalid-step", place, args, { help }));
      return undefined;
    }
    const help = nearest === undefined ? `There are ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
    const args = { problem: `There is no \`${keyword} ${word}\`` };
    this.faults.push(createDiagnostic("invalid-step", place, args, { help, fixes }));
    return undefined;
  }

  #fault(place: Place, problem: string, help?: string): undefined {
    this.faults.push(createDiagnostic("invalid-step", place, { problem }, help === undefined ? {} : { help }));
    return undefined;
  }
}

const instead = 'Write `expect outcome "…"`: alone, a script leads nowhere.';
const onlyOfJourneys: ReadonlyMap<string, string> = new Map([
  ["success", instead],
  ["failure", instead],
  ["at", instead],
  ["path", instead],
]);
const onlyOfScripts: ReadonlyMap<string, string> = new Map([
  ["outcome", "Write `expect path [A, B.outcome]`."],
  ["config", 'Test its script alone: `scenario "…" of script Name`.'],
]);
const allWords = [
  ...expectableStatuses,
  ...expectableThings,
  "at",
  "path",
  "message",
  "outcome",
  "config",
  "callbacks",
  "log",
  ...Object.keys(services),
];
export const wordsOfScripts = allWords.filter((word) => !onlyOfJourneys.has(word));
export const wordsOfJourneys = allWords.filter((word) => !onlyOfScripts.has(word));

const subjects = Object.keys(givenSubjects) as readonly GivenSubject[];

function isNamed(subject: GivenSubject): subject is Extract<Given, { readonly name: string }>["subject"] {
  return givenSubjects[subject] === "named";
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
