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
  /** A `.journey` text of scenarios; empty where there is nothing to cover. */
  readonly text: string;
  /** What the scenarios have come to when they ran: all have passed. */
  readonly results: readonly ScenarioResult[];
  /** Paths that no run comes along. */
  readonly missed: readonly PlannedPath[];
}

/**
 * Writes scenarios for what is not covered of a journey. Each is run as it is written: what does not pass is left out
 * and told.
 */
export async function generateScenarios(
  journey: Journey,
  surroundings: DriveSurroundings,
  isCovered: (step: PlannedStep) => boolean = () => false,
): Promise<GeneratedScenarios> {
  const written: { readonly declaration: ScenarioDeclaration; readonly path: PlannedPath }[] = [];
  const missed: PlannedPath[] = [];
  const { scenarios } = surroundings.model;
  const titles = new Set(scenarios.flatMap((each) => (each.journey === journey.id ? [each.title] : [])));
  for (const path of choosePaths(journeyMachine(journey), isCovered)) {
    const driven = await drivePath(path, journey, surroundings);
    if (driven) written.push({ declaration: scenarioSyntax(driven, journey, titles), path });
    else missed.push(path);
  }
  const results = await runScenarioText(textOf(written.map(({ declaration }) => declaration)), surroundings);
  const good = written.filter((_, index) => results[index]?.passed === true);
  for (const [index, { path }] of written.entries()) if (results[index]?.passed !== true) missed.push(path);
  return {
    journey,
    text: textOf(good.map(({ declaration }) => declaration)),
    results: results.filter(({ passed }) => passed),
    missed,
  };
}

function textOf(items: readonly ScenarioDeclaration[]): string {
  return items.length === 0 ? "" : printFile({ kind: "file", items, comments: [], range: emptyRange });
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
