import { printFile } from "../../format/format.js";
import { journeyMachine } from "../../machine/journey-machine.js";
import { bind } from "../../model/bind.js";
import type { Journey } from "../../model/model.js";
import type { ScenarioDeclaration } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";
import { emptyRange } from "../../text/range.js";
import { SourceFile } from "../../text/source-file.js";
import { runScenario, type ScenarioResult } from "../run-scenario.js";
import { choosePaths, type PlannedPath, type PlannedStep } from "./choose-paths.js";
import { type DriveSurroundings, drivePath } from "./drive-path.js";
import { scenarioSyntax } from "./scenario-syntax.js";

/** The scenarios that were generated for one journey. */
export interface GeneratedScenarios {
  readonly journey: Journey;
  /** A `.journey` text of all scenarios; empty where there is nothing to cover. */
  readonly text: string;
  /** The same, scenario by scenario. */
  readonly texts: readonly string[];
  /** What the scenarios have come to when they ran: all have passed. */
  readonly results: readonly ScenarioResult[];
  /** Paths that no run comes along. */
  readonly missed: readonly PlannedPath[];
  /** How many paths were not tried, since `mayGoOn` ended the work. */
  readonly untried: number;
}

/**
 * Writes scenarios for what is not covered of a journey. Each is run as it is written: what does not pass is left out
 * and told. `mayGoOn` is asked again and again: it can bound the work, which grows with the square of a journey's length, and let other work in between.
 */
export async function generateScenarios(
  journey: Journey,
  surroundings: DriveSurroundings,
  isCovered: (step: PlannedStep) => boolean = () => false,
  mayGoOn: () => Promise<boolean> = async () => true,
): Promise<GeneratedScenarios> {
  const texts: string[] = [];
  const results: ScenarioResult[] = [];
  const missed: PlannedPath[] = [];
  let untried = 0;
  const { scenarios } = surroundings.model;
  const titles = new Set(scenarios.flatMap((each) => (each.journey === journey.id ? [each.title] : [])));
  const paths = choosePaths(journeyMachine(journey), isCovered);
  for (const [index, makePath] of paths.entries()) {
    const path = makePath();
    const driven = await drivePath(path, journey, surroundings, mayGoOn);
    if (!driven && !(await mayGoOn())) {
      untried = paths.length - index;
      break;
    }
    const text = driven ? textOf(scenarioSyntax(driven, journey, titles)) : "";
    const [result] = await runScenarioText(text, surroundings);
    if (result?.passed) {
      texts.push(text);
      results.push(result);
    } else missed.push(path);
  }
  return { journey, text: texts.join("\n"), texts, results, missed, untried };
}

function textOf(scenario: ScenarioDeclaration): string {
  return printFile({ kind: "file", items: [scenario], comments: [], range: emptyRange });
}

/** Runs the scenarios of a text of their own. */
export async function runScenarioText(
  text: string,
  surroundings: DriveSurroundings,
): Promise<readonly ScenarioResult[]> {
  const { journeys } = surroundings.model;
  const { scenarios } = bind([parse(new SourceFile("generated.journey", text))], {}, journeys).model;
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) results.push(await runScenario(scenario, surroundings));
  return results;
}
