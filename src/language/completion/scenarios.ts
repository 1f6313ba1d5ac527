import { nodeInputs } from "../../machine/node-inputs.js";
import { wordsOfJourneys, wordsOfScripts } from "../../model/bind-step.js";
import type { Journey } from "../../model/model.js";
import { givenSubjects, services } from "../../model/scenario.js";
import type { ScenarioDeclaration } from "../../syntax/ast.js";
import { writtenName } from "../../syntax/match-word.js";
import { journeysOfScenario, ownerOfNode } from "../names/scenario-names.js";
import type { CompletionPlace } from "./completion-place.js";
import { referenceCompletions } from "./node-parts.js";
import type { Offered } from "./offered.js";

/** What a scenario can say at a place; `before` is the step before the word. */
export function scenarioCompletions(scenario: ScenarioDeclaration, place: CompletionPlace): readonly Offered[] {
  const { before, value } = place;
  const journeys = journeysOfScenario(journeyOf(scenario, place), place.text.project);
  if (value?.object !== undefined) return inputCompletions(scenario, place, journeys);
  const inPath = partsInPath(scenario, place);
  if (inPath !== undefined) return stepCompletions(journeys, inPath);
  if (before === "") return steps(scenario);
  if (/^given\s+$/.test(before)) return words(Object.keys(givenSubjects), "world");
  if (/^stub\s+$/.test(before)) {
    return [
      ...(scenario.script === undefined ? stepCompletions(journeys, []) : []),
      ...words(Object.keys(services), "calls of scripts"),
    ];
  }
  const service = /^(?:stub|expect)\s+(http|openidm)\s+$/.exec(before)?.[1];
  if (service === "http" || service === "openidm") return words(services[service], "call");
  const stubbed = /^stub\s+(\S+)\s*->\s*(?:(\S+)\.)?$/.exec(before);
  if (stubbed !== null) {
    const [name = "", child] = (stubbed[1] ?? "").split(".");
    const inner = stubbed[2] ?? child;
    return stepCompletions(journeys, inner === undefined ? [name] : [name, inner]).filter(
      ({ kind }) => kind === "outcome",
    );
  }
  const reference = /^(?:stub|submit|expect\s+at|expect\s+path\s*\[(?:[^\]]*,)?)\s+((?:[^\s.,[]+\.)*)$/.exec(before);
  if (reference !== null) {
    if (scenario.script !== undefined && before.startsWith("submit")) return [];
    return stepCompletions(
      journeys,
      (reference[1] ?? "").split(".").filter((part) => part !== ""),
    );
  }
  if (value?.property === "expect") return stepCompletions(journeys, []);
  if (/^expect\s+$/.test(before))
    return words(scenario.script === undefined ? wordsOfJourneys : wordsOfScripts, "expectation");
  if (/^wait\s+$/.test(before)) return words(["30s", "5m", "1h", "1d"], "duration");
  return [];
}

/** What stands before the word in an item of `expect path`, whose list may go over many lines; `undefined` elsewhere. */
function partsInPath({ steps }: ScenarioDeclaration, { range, text }: CompletionPlace): readonly string[] | undefined {
  const step = steps.find((each) => each.range.start < range.start && range.start <= each.range.end);
  if (step?.kind !== "expect" || step.path === undefined) return undefined;
  const written = text.parsed.source.text.slice(step.range.start, range.start);
  if (!written.includes("[") || written.includes("]")) return undefined;
  const item = /[^[,\s]*$/.exec(written)?.[0] ?? "";
  return item.split(".").filter((part) => part !== "");
}

/** Journeys, and scripts behind `of script`. */
export function scenarioSubjects(before: string, { projects }: CompletionPlace): readonly Offered[] {
  const journeys = projects.flatMap(({ model }) => model.model.journeys);
  if (/\bof\s+script\s+$/.test(before)) {
    return [...new Set(journeys.flatMap(({ scripts }) => scripts.map(({ name }) => name)))].map((label) => ({
      label,
      kind: "script",
    }));
  }
  return [
    ...journeys.map(
      ({ name, id }): Offered => ({ label: name, kind: "journey", detail: id === name ? undefined : id }),
    ),
    { label: "script", kind: "keyword", detail: "a script alone", insert: "script ", rank: 7, goesOn: true },
  ];
}

function journeyOf({ journey: name }: ScenarioDeclaration, { projects }: CompletionPlace): Journey | undefined {
  const journeys = projects.flatMap(({ model }) => model.model.journeys);
  return journeys.find((each) => each.name === name?.text) ?? journeys.find(({ id }) => id === name?.text);
}

function steps({ script }: ScenarioDeclaration): readonly Offered[] {
  const step = (label: string, detail: string, snippet: string): Offered => ({
    label,
    kind: "keyword",
    detail,
    insert: `${label} `,
    snippet,
    goesOn: true,
  });
  return [
    step("given", "the world that the scenario runs in", "given $0"),
    step(
      "stub",
      "decides a node, or answers a call",
      script === undefined ? "stub ${1:Node} -> ${2:outcome}" : 'stub http GET "${1:url}" -> { $2 }',
    ),
    step("submit", "answers what is asked", script === undefined ? "submit ${1:Node} { $0 }" : "submit { $0 }"),
    step("expect", "what must be true then", "expect $0"),
    { label: "resume", kind: "keyword", detail: "follows the link of the last mail" },
    step("wait", "moves the clock", "wait ${1:5m}"),
  ];
}

function words(labels: readonly string[], detail: string): readonly Offered[] {
  return labels.map((label) => ({ label, kind: "keyword", detail }));
}

/**
 * What a step can refer to: nodes of the journey and of those that run in it, of which the nearest has a name, and inner nodes or outcomes behind
 * `Name.`.
 */
function stepCompletions(journeys: readonly Journey[], parts: readonly string[]): readonly Offered[] {
  if (parts.length > 0) return referenceCompletions(ownerOfNode(parts[0], journeys), parts);
  const byName = new Map<string, Offered>();
  for (const [distance, journey] of journeys.entries()) {
    for (const item of referenceCompletions(journey, [])) {
      const detail = distance === 0 ? item.detail : `${item.detail} of ${journey.name}`;
      if (!byName.has(item.label))
        byName.set(item.label, { ...item, detail, rank: (item.rank ?? 3) + (distance && 1) });
    }
  }
  return [...byName.values()];
}

/** The inputs that a node asks for and that are not answered yet. */
function inputCompletions(
  scenario: ScenarioDeclaration,
  { range, value }: CompletionPlace,
  journeys: readonly Journey[],
): readonly Offered[] {
  const step = scenario.steps.find((each) => each.range.start < range.start && range.start <= each.range.end);
  if (step?.kind !== "submit" || value?.object === undefined) return [];
  const asked = step.node?.parts[0]?.text;
  const node = ownerOfNode(asked, journeys)?.nodes.find(({ name }) => name === asked);
  const inputs = node && nodeInputs(node);
  if (node === undefined || inputs === undefined) return [];
  const given = new Set(value.object.entries.map(({ key }) => key.text));
  const names = inputs === "any" ? node.children.map(({ name }) => name) : [...inputs.keys()];
  return names
    .filter((name) => !given.has(name))
    .map((name) => {
      const written = writtenName(name);
      return { label: name, kind: "property", detail: "input", insert: `${written}: `, snippet: `${written}: "$1"` };
    });
}
