import { outcomeIdOf } from "../../machine/outcome-id-of.js";
import { stateName } from "../../machine/state-names.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import type {
  ExpectStep,
  Name,
  ObjectValue,
  OutcomeReference,
  Reference,
  ScenarioDeclaration,
  ScenarioStep,
} from "../../syntax/ast.js";
import type { JsonObject } from "../../text/json.js";
import { emptyRange } from "../../text/range.js";
import { makeEntry, makeName, makeQuotedName, makeString } from "../../write/journey/make-syntax.js";
import { valueToSyntax } from "../../write/journey/value-to-syntax.js";
import type { PlannedStep } from "./choose-paths.js";
import type { DrivenPath } from "./drive-path.js";
import { knownUser } from "./guess-inputs.js";

/** Writes the scenario of a path that a run has followed, with a title that is not taken yet. */
export function scenarioSyntax(driven: DrivenPath, journey: Journey, taken: Set<string>): ScenarioDeclaration {
  const { path, stubs, acts, state } = driven;
  const names = new AuthorNames(journey);
  const steps: ScenarioStep[] = [];
  if (acts.length > 0 || stubs.length < path.steps.length) steps.push(given("user", knownUser));
  if (state) steps.push(given("state", state));
  for (const { step, state: written } of stubs) {
    steps.push({
      kind: "stub",
      node: names.reference(step.node),
      outcome: names.outcome(step),
      state: written && objectSyntax(written),
      range: emptyRange,
    });
  }
  for (const act of acts) {
    if (act.kind === "resume") {
      steps.push(expectation("suspended"), { kind: "resume", range: emptyRange });
    } else {
      const inputs = Object.keys(act.inputs).length === 0 ? undefined : objectSyntax(act.inputs);
      steps.push({ kind: "submit", node: names.reference(act.node), inputs, range: emptyRange });
    }
  }
  steps.push(expectation(path.end));
  steps.push({ ...expectation("path"), path: path.steps.map((step) => names.pathReference(step)) });
  return {
    kind: "scenario",
    title: makeString(distinct(names.title(driven), taken)),
    journey: makeName(journey.name),
    script: undefined,
    steps,
    range: emptyRange,
  };
}

function distinct(title: string, taken: Set<string>): string {
  let free = title;
  for (let number = 2; taken.has(free); number++) free = `${title} (${number})`;
  taken.add(free);
  return free;
}

function given(subject: string, value: JsonObject): ScenarioStep {
  return { kind: "given", subject: makeName(subject), name: undefined, value: objectSyntax(value), range: emptyRange };
}

function expectation(subject: string): ExpectStep {
  return {
    kind: "expect",
    subject: makeName(subject),
    at: undefined,
    path: undefined,
    text: undefined,
    value: undefined,
    range: emptyRange,
  };
}

/** More decisions than these make a title that nobody reads. */
const mostDecisions = 4;

const noRealm = { realm: "" };

/** Writes an object with its members in the given order, which is that of the form. */
function objectSyntax(value: JsonObject): ObjectValue {
  const entries = Object.entries(value).map(([key, each]) => makeEntry(key, valueToSyntax(each, noRealm)));
  return { kind: "object", entries, range: emptyRange };
}

/** Translates the names of the machine to the names that authors write. */
class AuthorNames {
  readonly #journey: Journey;
  /** The nodes by their states. */
  readonly #nodes: ReadonlyMap<string, JourneyNode>;

  constructor(journey: Journey) {
    this.#journey = journey;
    // Of two nodes with one name, the first counts.
    this.#nodes = new Map([...journey.nodes].reverse().map((node) => [stateName(node.name), node]));
  }

  /** What decides where the path goes, and its end. Of many decisions, those that the path was chosen for stand. */
  title({ path: { steps, goal, end } }: DrivenPath): string {
    const decisions = steps.filter((step) => step === goal || (this.#nodes.get(step.node)?.outcomes.length ?? 0) > 1);
    const told = decisions.map((step) => ({ text: this.#decision(step), isGoal: step === goal }));
    const place = Math.max(
      told.findIndex(({ isGoal }) => isGoal),
      0,
    );
    const from = Math.max(0, Math.min(place - 1, told.length - mostDecisions));
    const shown = told.slice(from, from + mostDecisions).map(({ text }) => text);
    const causes = [...(from > 0 ? ["…"] : []), ...shown, ...(from + mostDecisions < told.length ? ["…"] : [])];
    return `${causes.join(", ")} ${shown.length > 1 ? "lead" : "leads"} to ${end}`;
  }

  #decision(step: PlannedStep): string {
    const { child, outcome } = this.outcome(step);
    return [this.#nameOf(step.node), ...(child ? [child.text] : []), outcome.text].join(".");
  }

  reference(state: string): Reference {
    return { parts: [makeName(this.#nameOf(state))], range: emptyRange };
  }

  /** A step of `expect path`; without the outcome where the node has only one. */
  pathReference(step: PlannedStep): Reference {
    if (this.#nodes.get(step.node)?.outcomes.length === 1) return this.reference(step.node);
    const { child, outcome } = this.outcome(step);
    const parts: Name[] = [makeName(this.#nameOf(step.node)), ...(child ? [child] : []), outcome];
    return { parts, range: emptyRange };
  }

  /** An outcome; with the name of the inner node where the page has several outcomes of one name. */
  outcome({ node: state, outcome: name }: PlannedStep): OutcomeReference {
    const node = this.#nodes.get(state);
    const id = outcomeIdOf(this.#journey, state, name);
    const known = node?.outcomes.find((each) => each.id === id);
    const shown = known?.outcome ?? id;
    const isAmbiguous = (node?.outcomes.filter(({ outcome }) => outcome === shown).length ?? 0) > 1;
    const child = isAmbiguous && known?.child !== undefined ? makeName(known.child) : undefined;
    return { child, outcome: known ? makeName(shown) : makeQuotedName(shown), range: emptyRange };
  }

  #nameOf(state: string): string {
    return this.#nodes.get(state)?.name ?? state;
  }
}
