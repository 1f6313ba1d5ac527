import type { RunOptions } from "../check/check.js";
import { checkModelByFile } from "../check/check-model.js";
import { incompleteJourneys } from "../check/incomplete-journeys.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { scenarioFaults } from "../machine/scenario-faults.js";
import type { Project } from "./open-project.js";
import { timed } from "./project-host.js";
import type { ProjectModel } from "./read-model.js";
import { unusedParams } from "./unused-params.js";

/** Runs the rules over the journeys of a project, or over those that somebody asks about, and adds what reading all has found. */
export function checkProject(
  project: Project,
  read: ProjectModel,
  options: Pick<RunOptions, "only" | "memory"> = {},
): readonly Diagnostic[] {
  return [...checkProjectByFile(project, read, options).values()].flat();
}

/** The same by the path of the file that messages show. With a memory, a file about which nothing is new has the same list as the last time. */
export function checkProjectByFile(
  project: Project,
  read: ProjectModel,
  { only, memory }: Pick<RunOptions, "only" | "memory">,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const { severities, silenced, bind, targetRealm, configuration } = project;
  const { externalJourneys } = bind;
  const { setAside, simulate } = configuration.configuration;
  const incomplete = incompleteJourneys(read.model, read.parsed, read.diagnostics);
  const stubs = new Set(Object.keys(simulate.stubs ?? {}));
  return timed(project, "rules", () =>
    checkModelByFile({
      ...read,
      diagnostics: [
        ...read.diagnostics,
        ...unusedParams(project, read),
        ...scenarioFaults(read.model, { stubs, incomplete }),
      ],
      severities,
      externalJourneys,
      targetRealm,
      setAside,
      memory,
      ...(silenced ? { silenced } : {}),
      ...(only ? { only } : {}),
    }),
  );
}
