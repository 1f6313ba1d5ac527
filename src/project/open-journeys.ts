import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { BindOptions } from "../model/bind-options.js";
import type { Model } from "../model/model.js";
import { checkProject } from "./check-project.js";
import { machineHost } from "./machine-host.js";
import { openProject } from "./open-project.js";
import type { ProjectOptions } from "./project-options.js";
import { readModel } from "./read-model.js";

/** Options for opening journeys of this machine. Everything has a default. */
export interface OpenOptions extends ProjectOptions {
  /** The folder from which the configuration is looked for, and that messages name files from; by default, that of the process. */
  readonly workingDirectory?: string;
}

/** The journeys of some files and folders, with everything that is to be said of them. */
export interface OpenedJourneys {
  readonly model: Model;
  /** By file, then by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether something could not be read at all. What could be read is in the model all the same. */
  readonly isUnreadable: boolean;
  /** The settings of the project, for importing and merging beside these journeys. */
  readonly settings: Omit<BindOptions, "readText">;
}

/**
 * Reads journeys from the disk in any form that commands take: texts, exports, folders of configuration and folders of all of these; without
 * paths, those of the configuration. All rules are run. Rejects where an option names what the configuration does not have, and where there
 * are no journeys.
 */
export async function openJourneys(paths: readonly string[] = [], options: OpenOptions = {}): Promise<OpenedJourneys> {
  const { workingDirectory = process.cwd(), ...given } = options;
  const project = await openProject(machineHost(workingDirectory), { ...given, paths });
  const read = readModel(project);
  const { readText, ...settings } = project.bind;
  return { model: read.model, diagnostics: checkProject(project, read), isUnreadable: read.isUnreadable, settings };
}
