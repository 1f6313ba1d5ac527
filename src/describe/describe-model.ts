import { findInnerCalls } from "../check/inner-calls.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { createGraph } from "../model/graph.js";
import { reachableFrom } from "../model/graph-reachability.js";
import type { Journey, JourneyRule, Model, RuleTarget } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { findRequirements } from "../requires/find-requirements.js";
import { describeNodes } from "./describe-nodes.js";
import { describeScripts } from "./describe-scripts.js";
import type { Call, Caller, DescribedRule, Description, JourneyDescription, Need, Traits } from "./description.js";
import { sortFindings } from "./journey-findings.js";
import { type LabelOf, nodeLabels } from "./node-labels.js";
import { findScreens } from "./screens.js";
import { sentMessages } from "./sent-messages.js";
import { stateKeys } from "./state-keys.js";
import { waysToEnds } from "./ways.js";

/** What the journeys have in common, found once for all of them. */
interface Surroundings {
  readonly labels: ReadonlyMap<Journey, LabelOf>;
  readonly calls: ReadonlyMap<Journey, readonly Call[]>;
  readonly callers: ReadonlyMap<string, readonly Caller[]>;
  readonly model: Model;
  readonly findings: ReturnType<typeof sortFindings>;
}

/** Describes the journeys of a model, or only one of them. `diagnostics` are the findings that are told beside them. */
export function describeModel(model: Model, diagnostics: readonly Diagnostic[], only?: Journey): Description {
  const journeys = [...model.journeys].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
  const labels = new Map(journeys.map((journey) => [journey, nodeLabels(journey)]));
  const calls = callsOf(journeys, labels);
  const around: Surroundings = {
    labels,
    calls,
    callers: callersOf(calls),
    model,
    findings: sortFindings(journeys, diagnostics),
  };
  return {
    journeys: (only === undefined ? journeys : [only]).map((journey) => describeJourney(journey, around)),
    findings: around.findings.others,
  };
}

function describeJourney(journey: Journey, around: Surroundings): JourneyDescription {
  const { id, nodes } = journey;
  const labelOf = around.labels.get(journey) ?? nodeLabels(journey);
  const graph = createGraph(journey);
  const reached = reachableFrom(graph, graph.start);
  const scripts = new Map(journey.scripts.map((script) => [script.id, script]));
  const { screens, left, perhapsShown } = findScreens(graph, reached, labelOf, scripts);
  const { keys, writeAnything } = stateKeys(journey, labelOf, scripts);
  return {
    journey,
    id,
    purpose: textSetting(journey, "description"),
    traits: traitsOf(journey),
    counts: {
      nodes: nodes.length,
      nodesInPages: allNodes(nodes).length - nodes.length,
      connections: nodes.reduce((sum, { connections }) => sum + connections.length, 0),
      scripts: journey.scripts.length,
    },
    screens,
    screensLeft: left,
    perhapsShown,
    ends: waysToEnds(graph, reached, labelOf),
    nodes: describeNodes(journey, graph, labelOf),
    scripts: describeScripts(journey, labelOf),
    state: keys,
    writeAnything,
    messages: sentMessages(journey, labelOf),
    needs: needsOf(journey, around.model, labelOf),
    calls: around.calls.get(journey) ?? [],
    callers: around.callers.get(id) ?? [],
    rules: journey.rules.map((rule) => describeRule(rule, journey)),
    scenarios: around.model.scenarios.flatMap(({ journey: tested, title }) => (tested === id ? [title] : [])),
    findings: around.findings.of.get(journey) ?? [],
  };
}

/** Rules are of texts, whose nodes are known by their names. */
function describeRule(rule: JourneyRule, { nodes }: Journey): DescribedRule {
  const passed = (name: string) => {
    const node = nodes.find((each) => each.name === name);
    const outcome = rule.outcomeId === undefined ? undefined : node?.outcomes.find(({ id }) => id === rule.outcomeId);
    return rule.outcomeId === undefined ? name : `${name}.${outcome?.outcome ?? rule.outcomeId}`;
  };
  const target = (end: RuleTarget) => (end.kind === "node" ? end.name : end.kind);
  return rule.kind === "require"
    ? { kind: rule.kind, first: passed(rule.node), second: target(rule.before) }
    : { kind: rule.kind, first: passed(rule.after), second: target(rule.target) };
}

function textSetting({ settings }: Journey, name: string): string | undefined {
  const value = settings.get(name)?.value;
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function traitsOf(journey: Journey): Traits {
  const is = (name: string, value: boolean) => journey.settings.get(name)?.value === value;
  const categories = journey.categories?.value;
  return {
    identityResource: textSetting(journey, "identityResource"),
    categories: Array.isArray(categories) ? categories.filter((each) => typeof each === "string") : [],
    isDisabled: is("enabled", false),
    isInnerOnly: is("innerTreeOnly", true),
    mustRun: is("mustRun", true),
    noSession: is("noSession", true),
    isTransactional: is("transactionalOnly", true),
  };
}

function callsOf(
  journeys: readonly Journey[],
  labels: ReadonlyMap<Journey, LabelOf>,
): ReadonlyMap<Journey, readonly Call[]> {
  const ids = new Set(journeys.map(({ id }) => id));
  return new Map(
    journeys.map((journey) => [
      journey,
      findInnerCalls(journey).map(({ node, inner, isEvaluated }) => ({
        node: labels.get(journey)?.(node) ?? node.name,
        inner,
        isEvaluated,
        isHere: ids.has(inner),
      })),
    ]),
  );
}

function callersOf(calls: ReadonlyMap<Journey, readonly Call[]>): ReadonlyMap<string, readonly Caller[]> {
  const callers = new Map<string, Map<string, string[]>>();
  for (const [{ id }, made] of calls) {
    for (const { node, inner } of made) {
      const of = callers.get(inner) ?? new Map<string, string[]>();
      callers.set(inner, of.set(id, [...(of.get(id) ?? []), node]));
    }
  }
  return new Map([...callers].map(([inner, of]) => [inner, [...of].map(([journey, nodes]) => ({ journey, nodes }))]));
}

function needsOf(journey: Journey, model: Model, labelOf: LabelOf): readonly Need[] {
  // Alone, since what it brings along others may lack; but inner journeys come with the others.
  const requirements = findRequirements({ ...model, journeys: [journey] });
  return requirements.map(({ kind, id, title, provided, uses }) => {
    const users = uses.map(({ by }) => {
      if (by.kind === "journey") return "the journey";
      return by.kind === "node" ? labelOf(by.node) : `${by.kind} ${by.name}`;
    });
    const isHere = kind === "journey" ? model.journeys.some((each) => each.id === id) : provided;
    return { kind, id, title, provided: isHere, usedBy: [...new Set(users)] };
  });
}
