import { settle } from "../check/settle.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadJourney, ReadOptions } from "../export-json/read/read-result.js";
import type { Journey, Model } from "../model/model.js";
import type { ParseResult } from "../syntax/parse.js";
import type { StreamOptions } from "./journey-stream.js";
import { openProject, type Project, type ProjectRequest } from "./open-project.js";
import type { ProjectHost } from "./project-host.js";
import { refuseUnknownParameters } from "./refuse-unknown-parameters.js";

/** All journeys of a project in one model. */
export interface ProjectModel {
  readonly model: Model;
  /** The journeys of exports that lie beside a text of the same journey. */
  readonly builds: readonly ReadJourney[];
  /** The syntax trees of its texts. */
  readonly parsed: readonly ParseResult[];
  /** The parameters that the texts declare, or `undefined` where not all of them are known. */
  readonly parameters: ReadonlySet<string> | undefined;
  /** Findings before severities and ignore comments are applied; `checkModel` and `settle` apply them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether something could not be read at all; commands then exit with 2. */
  readonly isUnreadable: boolean;
}

/** Reads all journeys of a project, for commands that need them together. */
export function readModel(project: Project, options: ReadOptions & Pick<StreamOptions, "memory"> = {}): ProjectModel {
  const stream = project.read({ ...options, keepsAll: true });
  const journeys: Journey[] = [];
  const parsed: ParseResult[] = [];
  for (const read of stream) {
    for (const journey of read.journeys) journeys.push(journey);
    if (read.kind === "text") parsed.push(read.parsed);
  }
  const { builds, parameters, diagnostics, isUnreadable, rest } = stream;
  return { model: { journeys, ...rest }, builds, parsed, parameters, diagnostics, isUnreadable };
}

/** A project and the model of its journeys, for commands that run no rules. */
export interface OpenedModel {
  readonly project: Project;
  readonly model: Model;
  /** Findings with the configured severities, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isUnreadable: boolean;
}

/** Opens a project and reads all its journeys. */
export async function openModel(host: ProjectHost, request: ProjectRequest): Promise<OpenedModel> {
  const project = await openProject(host, request);
  const { model, parsed, parameters, diagnostics, isUnreadable } = readModel(project);
  refuseUnknownParameters(project.chosenParams, parameters);
  const settled = settle(diagnostics, { parsed, severities: project.severities, allRulesRan: false });
  return { project, model, diagnostics: settled, isUnreadable };
}
