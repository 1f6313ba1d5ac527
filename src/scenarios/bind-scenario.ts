import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Journey, Model, ScenarioContext } from "../model/model.js";
import { reachableJourneys } from "../simulate/reachable-journeys.js";
import type { ExpectStep, GivenStep, ScenarioDeclaration, ScenarioStep, StubStep, Value } from "../syntax/ast.js";
import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { resolveNode } from "./resolve-node.js";
import {
  type BoundStep,
  type Expectation,
  expectableStatuses,
  expectableThings,
  type Given,
  type GivenSubject,
  givenSubjects,
  type Scenario,
  type Stub,
} from "./scenario.js";

export interface BoundScenario {
  readonly title: string;
  readonly place: Place;
  /** `undefined` where the diagnostics say what keeps it from running. */
  readonly scenario: Scenario | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives meaning to the scenarios of a model. Those that come from no text cannot be, and are left out. */
export function bindScenarios(model: Model): readonly BoundScenario[] {
  return model.scenarios.flatMap((declaration) => {
    const context = model.scenarioContexts?.get(declaration);
    return context === undefined ? [] : [bindScenario(declaration, context, model)];
  });
}

function bindScenario(declaration: ScenarioDeclaration, context: ScenarioContext, model: Model): BoundScenario {
  const { title: text, journey: name, range } = declaration;
  const title = textOf(text === undefined ? undefined : context.values.get(text)) ?? textOfParts(text) ?? "";
  const place: Place = { source: context.source, range: text?.range ?? range };
  const journey =
    model.journeys.find((each) => each.name === name?.text) ?? model.journeys.find((each) => each.id === name?.text);
  if (!journey) {
    const problem = name === undefined ? "The scenario names no journey" : `Journey "${name.text}" is not at hand`;
    const at = { source: context.source, range: name?.range ?? range };
    return { title, place, scenario: undefined, diagnostics: [createDiagnostic("invalid-step", at, { problem })] };
  }
  const binder = new StepBinder(context, reachableJourneys(journey, model));
  const steps = declaration.steps.flatMap((step) => binder.bind(step) ?? []);
  const { diagnostics } = binder;
  return { title, place, diagnostics, scenario: diagnostics.length > 0 ? undefined : { title, journey, place, steps } };
}

function textOfParts(text: ScenarioDeclaration["title"]): string | undefined {
  return text?.parts.map((part) => (typeof part === "string" ? part : `\${${part.param}}`)).join("");
}

/** Turns steps of the tree into steps that run. What the parser has missed and reported makes no second diagnostic. */
class StepBinder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #context: ScenarioContext;
  readonly #journeys: readonly Journey[];

  constructor(context: ScenarioContext, journeys: readonly Journey[]) {
    this.#context = context;
    this.#journeys = journeys;
  }

  bind(step: ScenarioStep): BoundStep | undefined {
    const place = this.#placeOf(step);
    switch (step.kind) {
      case "given":
        return this.#given(step, place);
      case "stub":
        return this.#stub(step, place);
      case "submit": {
        if (!step.node) return this.#fault(step, "`submit` needs the name of a node");
        const inputs = this.#object(step.inputs) ?? {};
        return { kind: "submit", place, node: resolveNode(step.node, this.#journeys), inputs };
      }
      case "resume":
        return { kind: "resume", place };
      case "wait":
        if (!step.duration) return this.#fault(step, "`wait` needs a duration such as `15m`");
        return { kind: "wait", place, milliseconds: step.duration.milliseconds };
      case "expect": {
        const expectation = this.#expectation(step);
        return expectation && { kind: "expect", place, ...expectation };
      }
      default:
        return step satisfies never;
    }
  }

  #given(step: GivenStep, place: Place): Given | undefined {
    const word = step.subject?.text ?? "";
    const subject = subjects.find((each) => each === word);
    if (!subject) return this.#unknown(step, "given", word, subjects);
    const value = this.#value(step.value);
    if (isNamed(subject)) {
      const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
      if (!step.name || typeof text !== "string") {
        return this.#fault(step, `\`given ${subject}\` needs a name and a text: \`given ${subject} name "value"\``);
      }
      return { kind: "given", place, subject, name: step.name.text, value: text };
    }
    const object = this.#object(step.value);
    if (!object) return this.#fault(step, `\`given ${subject}\` needs an object: \`given ${subject} { … }\``);
    if (subject === "session" && typeof object.username !== "string") {
      return this.#fault(step, "A session needs a `username`");
    }
    return { kind: "given", place, subject, value: object };
  }

  #stub(step: StubStep, place: Place): Stub | undefined {
    if (!step.node || !step.outcome)
      return this.#fault(step, "`stub` needs a node and an outcome: `stub Node -> outcome`");
    const node = resolveNode(step.node, this.#journeys, step.outcome);
    const outcomeId = node.outcomeId ?? step.outcome.outcome.text;
    return { kind: "stub", place, node: { ...node, outcomeId }, state: this.#object(step.state) };
  }

  #expectation(step: ExpectStep): Expectation | undefined {
    const word = step.subject?.text ?? "";
    const text = textOf(this.#value(step.text));
    const status = expectableStatuses.find((each) => each === word);
    if (status) return { subject: status };
    const thing = expectableThings.find((each) => each === word);
    if (thing) return { subject: thing, name: text, value: this.#value(step.value) };
    switch (word) {
      case "at":
        if (!step.at) return this.#fault(step, "`expect at` needs the name of a node");
        return { subject: "at", node: resolveNode(step.at, this.#journeys) };
      case "path":
        return { subject: "path", path: (step.path ?? []).map((each) => resolveNode(each, this.#journeys)) };
      case "message":
        if (text === undefined) return this.#fault(step, "`expect message` needs a text");
        return { subject: "message", text };
      default:
        return this.#unknown(step, "expect", word, [
          ...expectableStatuses,
          ...expectableThings,
          "at",
          "path",
          "message",
        ]);
    }
  }

  #value(value: Value | undefined): Json | undefined {
    return value && this.#context.values.get(value);
  }

  #object(value: Value | undefined): JsonObject | undefined {
    const bound = this.#value(value);
    return isJsonObject(bound) ? bound : undefined;
  }

  #unknown(step: ScenarioStep, keyword: string, word: string, known: readonly string[]): undefined {
    const nearest = nearestName(word, known);
    const help = nearest === undefined ? `There are ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
    return this.#fault(step, `There is no \`${keyword} ${word}\``, help);
  }

  #fault(step: ScenarioStep, problem: string, help?: string): undefined {
    const extras = help === undefined ? {} : { help };
    this.diagnostics.push(createDiagnostic("invalid-step", this.#placeOf(step), { problem }, extras));
    return undefined;
  }

  #placeOf({ range }: ScenarioStep): Place {
    return { source: this.#context.source, range };
  }
}

const subjects = Object.keys(givenSubjects) as readonly GivenSubject[];

function isNamed(subject: GivenSubject): subject is Extract<Given, { readonly name: string }>["subject"] {
  return givenSubjects[subject] === "named";
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
