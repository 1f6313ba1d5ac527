import { resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { AcceptedFindings } from "../../project/accepted-findings.js";
import { findingsAtRevision } from "../../project/findings-at-revision.js";
import { loadBaseline } from "../../project/load-baseline.js";
import type { LoadedConfiguration } from "../../project/load-configuration.js";
import type { ProjectRequest } from "../../project/open-project.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import type { OptionValues } from "../commands/define-command.js";
import { revisionNames } from "../completion/revision-names.js";
import type { Host } from "../process/host.js";

/** The options that say which findings are accepted. */
export const acceptedOptions = {
  baseline: { type: "string", value: "FILE", help: "report only what this file does not accept" },
  "update-baseline": { type: "boolean", help: "accept what is found now: write it to the baseline" },
  since: {
    type: "string",
    value: "REV",
    help: "report only what is new since this branch left a revision of git",
    completes: revisionNames,
  },
} as const;

/** What is accepted, where it stands, and whether that file is to be written anew. */
export interface Accepted {
  readonly findings: AcceptedFindings;
  /** The absolute path of the baseline, if there is one. */
  readonly baseline: string | undefined;
  readonly isUpdate: boolean;
  /** Why the baseline cannot be used. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens what the options, or else the configuration, say is accepted. */
export async function openAccepted(
  host: Host,
  request: ProjectRequest & Required<Pick<ProjectRequest, "settings">>,
  options: OptionValues<typeof acceptedOptions>,
): Promise<Accepted> {
  const { since, "update-baseline": isUpdate = false } = options;
  if (since !== undefined && (options.baseline !== undefined || isUpdate)) {
    throw new UsageError("--since and a baseline exclude each other", "Both say which findings are accepted");
  }
  const baseline =
    since === undefined ? baselineFile(options.baseline, host, request.settings.configuration) : undefined;
  if (isUpdate && baseline === undefined) {
    throw new UsageError(
      "--update-baseline needs a baseline",
      "Name it with --baseline FILE, or as `baseline` in the configuration",
    );
  }
  const isThere = baseline !== undefined && typeof host.files.kindOf(baseline) === "string";
  if (baseline !== undefined && !isThere && !isUpdate) {
    const shown = shownPath(baseline, host.workingDirectory);
    throw new UsageError(`There is no baseline ${shown}`, "--update-baseline writes it");
  }
  const loaded = isThere ? loadBaseline(baseline, host) : { findings: [], diagnostics: [] };
  const known = since === undefined ? loaded.findings : await findingsAtRevision(host, since, request);
  return {
    findings: new AcceptedFindings(known, host, request.paths),
    baseline,
    isUpdate,
    diagnostics: loaded.diagnostics,
  };
}

/** The absolute path of the baseline that the command line names, or else the configuration. */
function baselineFile(
  given: string | undefined,
  { workingDirectory }: Host,
  { configuration, folder }: LoadedConfiguration,
): string | undefined {
  if (given !== undefined) return resolve(workingDirectory, given);
  return configuration.baseline === undefined ? undefined : resolve(folder, configuration.baseline);
}
