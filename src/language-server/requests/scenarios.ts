import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ReadProject } from "../../language/language-project.js";
import { runProjectScenarios, type ScenarioRun } from "../../language/run-scenarios.js";
import type { Scenario } from "../../model/model.js";
import { loadWorld } from "../../project/load-world.js";
import { coverageMarks } from "../../scenarios/coverage/coverage-marks.js";
import {
  type DocumentScenarios,
  type FailurePlace,
  journeyRequests,
  type ListedScenario,
  type RunScenariosParams,
  type RunScenariosResult,
  type ScenarioOutcome,
} from "../journey-requests.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";
import { coverageOfFiles } from "./covered-files.js";
import { pathPlaces } from "./path-places.js";

/** Lists the scenarios of all projects, and runs them. */
export function answerScenarios(session: Session): void {
  const { connection, workspace } = session;
  connection.onRequest(journeyRequests.scenarios, (_params: object, token): Promise<readonly DocumentScenarios[]> => {
    return session.fresh(token, async () => {
      const documents = new Map<string, ListedScenario[]>();
      for (const read of await workspace.projects()) {
        for (const scenario of read.model.model.scenarios) {
          const uri = session.uriOf(scenario.place.source, read);
          const listed = documents.get(uri);
          if (listed) listed.push(listedScenario(scenario));
          else documents.set(uri, [listedScenario(scenario)]);
        }
      }
      return [...documents].map(([uri, scenarios]) => ({ uri, scenarios }));
    });
  });
  connection.onRequest(
    journeyRequests.runScenarios,
    async (params: RunScenariosParams): Promise<RunScenariosResult> => {
      const runs = [];
      for (const read of await workspace.projects()) runs.push(await runIn(read, params.scenarios, session));
      return {
        results: runs.flatMap(({ results }) => results),
        errors: runs.flatMap(({ errors }) => errors),
        coverage: runs.flatMap(({ coverage }) => coverage),
        marks: Object.fromEntries(runs.flatMap(({ marks }) => marks)),
      };
    },
  );
}

function listedScenario({ title, journeyName, scriptName, place, extent }: Scenario): ListedScenario {
  return { title, subject: journeyName ?? scriptName ?? "", range: positionsIn(place.source).rangeOf(extent) };
}

interface ProjectRuns extends Omit<RunScenariosResult, "marks"> {
  readonly marks: readonly (readonly [journey: string, marks: RunScenariosResult["marks"][string]])[];
}

async function runIn(
  read: ReadProject,
  names: RunScenariosParams["scenarios"],
  session: Session,
): Promise<ProjectRuns> {
  const { model } = read.model;
  const wanted = new Set(names?.map(({ uri, title }) => keyOf(uri, title)));
  const uriOf = (scenario: Scenario) => session.uriOf(scenario.place.source, read);
  const scenarios = model.scenarios.filter((each) => names === undefined || wanted.has(keyOf(uriOf(each), each.title)));
  const nothing = { results: [], errors: [], coverage: [], marks: [] };
  if (scenarios.length === 0) return nothing;
  const { world, diagnostics } = loadWorld(session.workspace.hostAt(read.folder), read.project.configuration, {});
  if (diagnostics.length > 0)
    return { ...nothing, errors: diagnostics.map((each) => failurePlace(each, read, session)) };
  const errors = read.model.diagnostics.filter(({ severity }) => severity === "error");
  const { results, coverage } = await runProjectScenarios(scenarios, { model, world, errors });
  return {
    results: results.map((result) => outcomeOf(result, read, session)),
    errors: [],
    coverage: coverageOfFiles(coverage, read, session),
    marks: coverage.journeys.map((each) => [each.journey.id, Object.fromEntries(coverageMarks(each))]),
  };
}

function outcomeOf(run: ScenarioRun, read: ReadProject, session: Session): ScenarioOutcome {
  const { scenario, title, passed, milliseconds, diagnostics, path, state, log } = run;
  return {
    uri: session.uriOf(scenario.place.source, read),
    title,
    passed,
    milliseconds,
    failures: diagnostics.map((each) => failurePlace(each, read, session)),
    path: pathPlaces(path, read, session),
    state: state ?? {},
    log: log.map(({ level, script, text }) => `${level} ${script}: ${text}`),
  };
}

function failurePlace({ message, help, place }: Diagnostic, read: ReadProject, session: Session): FailurePlace {
  return {
    message: help === undefined ? message : `${message}\n${help}`,
    uri: session.uriOf(place.source, read),
    range: positionsIn(place.source).rangeOf(place.range),
  };
}

function keyOf(uri: string, title: string): string {
  return JSON.stringify([uri, title]);
}
