import { openProject, type Project } from "../project/open-project.js";
import type { ProjectHost } from "../project/project-host.js";
import { type ProjectModel, readModel } from "../project/read-model.js";
import { shownPath } from "../project/shown-path.js";
import { UsageError } from "../project/usage-error.js";
import type { ProjectProblem } from "./language-project.js";

/** A file that was read alone. */
export interface ReadFile {
  readonly project: Project;
  readonly model: ProjectModel;
  /** The path as messages show it. */
  readonly shown: string;
}

/** Reads one text or export without the rest of its project, as a command does that is given its path. */
export async function readAlone(host: ProjectHost, path: string): Promise<ReadFile | ProjectProblem> {
  const shown = shownPath(path, host.workingDirectory);
  try {
    const project = await openProject(host, { paths: [shown] });
    return { project, model: readModel(project), shown };
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message };
    throw error;
  }
}
