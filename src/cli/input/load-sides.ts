import { checkModel } from "../../check/check-model.js";
import type { ComparedSide } from "../../diff/compare.js";
import { checkOut } from "../../project/git-revision.js";
import { loadConfiguration } from "../../project/load-configuration.js";
import { loadBound } from "../../project/load-model.js";
import type { ProjectOptions } from "../../project/project-options.js";
import { UsageError } from "../../project/usage-error.js";
import { writePretty } from "../output/report.js";
import type { Host } from "../process/host.js";

/** `undefined`: it could not be read, which has been said. */
export type LoadedSide = ComparedSide | undefined;

const nothing: ComparedSide = {
  model: { journeys: [], externTypes: new Map(), scenarios: [] },
  findings: [],
};

/** One side of a comparison: journeys in any form, with what is found in them. */
export async function loadSide(host: Host, paths: readonly string[], given: ProjectOptions): Promise<LoadedSide> {
  const bound = await loadBound(host, paths, given);
  if (bound.isUnreadable) {
    writePretty(
      bound.diagnostics.filter(({ severity }) => severity === "error"),
      host.talk,
    );
    return undefined;
  }
  return { model: bound.model, findings: checkModel({ ...bound.options, ...bound }) };
}

/** `REV` against the files as they are, or `REV..REV`. What a revision does not have counts as nothing. */
export async function loadGitSides(
  host: Host,
  range: string,
  paths: readonly string[],
  given: ProjectOptions,
): Promise<readonly [LoadedSide, LoadedSide]> {
  const [before, after, more] = range.split(/\.\.\.?/);
  if (before === undefined || before === "" || more !== undefined || after === "") {
    throw new UsageError(`--git ${range} must be REV or REV..REV`);
  }
  const wanted = paths.length > 0 ? paths : ["."];
  const left = await loadRevision(host, before, wanted, given);
  const right =
    after === undefined ? await loadSide(host, wanted, given) : await loadRevision(host, after, wanted, given);
  return [left, right];
}

/** The configuration is the present one for all revisions: it says how to read, not what. */
async function loadRevision(
  host: Host,
  revision: string,
  paths: readonly string[],
  given: ProjectOptions,
): Promise<LoadedSide> {
  const { file } = await loadConfiguration(host, given.config);
  const files = checkOut(host.workingDirectory, revision, paths);
  try {
    if (files.paths.length === 0) return nothing;
    const options = file === undefined ? given : { ...given, config: file };
    return await loadSide({ ...host, workingDirectory: files.folder }, files.paths, options);
  } finally {
    files.remove();
  }
}
