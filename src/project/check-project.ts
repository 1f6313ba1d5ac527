import type { RunOptions } from "../check/check.js";
import { checkModel } from "../check/check-model.js";
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
  { only, memory }: Pick<RunOptions, "only" | "memory"> = {},
): readonly Diagnostic[] {
  const { severities, silenced, bind, targetRealm, configuration } = project;
  const { externalJourneys } = bind;
  const { setAside, simulate } = configuration.configuration;
  const incomplete = incompleteJourneys(read.model, read.parsed, read.diagnostics);
  const stubs = new Set(Object.keys(simulate.stubs ?? {}));
  return timed(project, "rules", () =>
    checkModel({
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
