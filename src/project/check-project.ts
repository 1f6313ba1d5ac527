import { checkModel } from "../check/check-model.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Project } from "./open-project.js";
import type { ProjectModel } from "./read-model.js";

/** Everything that is to be said of the journeys of a project: what reading them has found, and what the rules find. */
export function checkProject({ severities, silenced, bind }: Project, read: ProjectModel): readonly Diagnostic[] {
  const { externalJourneys } = bind;
  return checkModel({ ...read, severities, externalJourneys, ...(silenced ? { silenced } : {}) });
}
