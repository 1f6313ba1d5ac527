import { createDiagnostic, type DiagnosticExtras } from "../diagnostics/diagnostic.js";
import type { Name, Reference, ScenarioDeclaration } from "../syntax/ast.js";
import { StepBinder } from "./bind-step.js";
import { StepNodeBinder } from "./bind-step-node.js";
import { findTestedScript, type TestedScripts } from "./find-tested-script.js";
import type { Journey, Scenario } from "./model.js";
import type { NotedUses } from "./name-uses.js";
import { toldScript } from "./reporter.js";
import type { BoundStep } from "./scenario.js";
import { type FileScope, placeIn } from "./scope.js";

/** The journeys that scenarios may name, and the uses of their names. */
export interface UsedJourneys extends TestedScripts, NotedUses {}

/** Binds a scenario. An unknown journey, node or parameter is reported; other faults are kept with the scenario. */
export function bindScenario(declaration: ScenarioDeclaration, journeys: UsedJourneys, file: FileScope): Scenario {
  const { title, journey: name, script: reference, range } = declaration;
  const place = placeIn(file, title?.range ?? range);
  const tested = reference && findTestedScript(reference, journeys, file);
  const journey = reference === undefined ? findJourney(declaration, journeys, file) : undefined;
  const nodes = new StepNodeBinder(journey, journeys, file);
  const binder = new StepBinder(nodes, file, reference && scriptNameOf(reference));
  const steps = declaration.steps.flatMap((step): BoundStep[] => {
    const bound = binder.bind(step);
    return bound === undefined ? [] : [bound];
  });
  nodes.settle();
  const script = tested?.script;
  const scenario = {
    title: titleOf(declaration),
    place,
    extent: range,
    journeyName: name?.text,
    journey: journey?.id,
    scriptName: reference && scriptNameOf(reference),
    script,
  };
  if (journey !== undefined || script !== undefined) return { ...scenario, steps, faults: binder.faults };
  const isTold = reference !== undefined && file.reporter.told.has(toldScript(scriptNameOf(reference)));
  return { ...scenario, isTold, steps: [], faults: [tested?.fault ?? withoutJourney(declaration, journeys, file)] };
}

function withoutJourney({ journey: name, range }: ScenarioDeclaration, { withScript }: UsedJourneys, file: FileScope) {
  const problem = name === undefined ? "The scenario names no journey" : `Journey "${name.text}" is not at hand`;
  const isScript = name !== undefined && (file.scripts.has(name.text) || withScript(name.text).length > 0);
  const extras = isScript ? { help: `A script is tested alone with \`of script ${name.text}\`.` } : {};
  return createDiagnostic("invalid-step", placeIn(file, name?.range ?? range), { problem }, extras);
}

function scriptNameOf({ parts }: Reference): string {
  return parts.map(({ text }) => text).join(".");
}

function titleOf({ title }: ScenarioDeclaration): string {
  return (title?.parts ?? []).map((part) => (typeof part === "string" ? part : `\${${part.param}}`)).join("");
}

function findJourney(
  { journey: name }: ScenarioDeclaration,
  journeys: UsedJourneys,
  file: FileScope,
): Journey | undefined {
  if (name === undefined) return undefined;
  const { reporter } = file;
  const journey = journeys.byName(name.text) ?? journeys.byId(name.text);
  if (journey !== undefined) journeys.use(journey.name);
  else if (!journeys.isElsewhere(name.text)) {
    const place = placeIn(file, name.range);
    journeys.unknown({
      name: name.text,
      place,
      near: reporter.nearest(name.text, journeys.namesInTexts()),
      report: (extras) =>
        reporter.report("unknown-journey", place, { name: name.text }, { ...extras, ...meantBy(name, journeys, file) }),
    });
  }
  return journey;
}

/** What a scenario names that is no journey: a script, a node, or nothing where the file has one journey only. */
function meantBy({ text, range }: Name, journeys: UsedJourneys, file: FileScope): DiagnosticExtras {
  if (file.scripts.has(text) || journeys.withScript(text).length > 0) {
    const edits = [{ range: { start: range.start, end: range.start }, text: "script " }];
    return {
      help: `It is a script, which is tested alone with \`of script ${text}\`.`,
      fixes: [{ title: `Write script ${text}`, edits }],
    };
  }
  const inFile = [...file.journeyIds.keys()].flatMap((name) => journeys.byName(name) ?? []);
  const owner = inFile.find(({ nodes }) => nodes.some((node) => node.name === text));
  if (owner !== undefined) return { help: `It is a node: a scenario is one of its journey, \`${owner.name}\`.` };
  const [only, second] = inFile.filter(({ settings }) => settings.get("innerTreeOnly")?.value !== true);
  if (file.reporter.nearest(text, journeys.namesInTexts()) !== undefined) return {};
  return only !== undefined && second === undefined ? { help: `Did you mean \`${only.name}\`?` } : {};
}
