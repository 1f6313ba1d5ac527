import type { ComparedSide } from "../../diff/compare.js";
import { type VersionWithBuilds, withEditedBuilds } from "../../diff/edited-builds.js";
import { checkProject } from "../../project/check-project.js";
import { gitRevision, mergeBase } from "../../project/git-revision.js";
import { loadSettings, type ProjectSettings } from "../../project/load-settings.js";
import { openProject, type ProjectRequest } from "../../project/open-project.js";
import type { ProjectOptions } from "../../project/project-options.js";
import { readModel } from "../../project/read-model.js";
import { refuseUnknownParameters } from "../../project/refuse-unknown-parameters.js";
import { unignoredFiles } from "../../project/unignored-files.js";
import { UsageError } from "../../project/usage-error.js";
import { writePretty } from "../output/report.js";
import type { Host } from "../process/host.js";

/** `undefined` if it could not be read; the reasons have been written then. */
export type OpenedSide = ComparedSide | undefined;

const nothing: ComparedSide & VersionWithBuilds = {
  model: { journeys: [], externTypes: new Map(), scenarios: [] },
  builds: [],
  findings: [],
};

/** Opens the two versions that `diff` compares, in any form, and checks them. */
export async function openSides(
  host: Host,
  paths: readonly string[],
  given: ProjectOptions,
): Promise<readonly [OpenedSide, OpenedSide]> {
  const [old, current, more] = paths;
  if (old === undefined || current === undefined || more !== undefined) {
    throw new UsageError("diff takes two inputs", "journeyc diff <old> <new>, or journeyc diff --git REV [paths…]");
  }
  if (old === "-" && current === "-") {
    throw new UsageError("Standard input can be one of the two versions only", "Name a file for the other one");
  }
  const settings = await loadSettings(host, given);
  const open = (path: string) => openSide(host, { ...given, settings, paths: [path] });
  return openBoth(
    host,
    settings,
    () => open(old),
    () => open(current),
  );
}

/** A mistake in the configuration is told once, and so is a parameter that neither version has. */
async function openBoth(
  host: Host,
  { diagnostics, chosenParams }: ProjectSettings,
  openOld: () => Promise<OpenedVersion>,
  openCurrent: () => Promise<OpenedVersion>,
): Promise<readonly [OpenedSide, OpenedSide]> {
  if (diagnostics.length > 0) {
    writePretty(diagnostics, host.talk);
    return [undefined, undefined];
  }
  const [old, current] = [await openOld(), await openCurrent()];
  const parameters = old.parameters && current.parameters && new Set([...old.parameters, ...current.parameters]);
  refuseUnknownParameters(chosenParams, parameters);
  if (old.side === undefined || current.side === undefined) return [old.side, current.side];
  const [before, after] = withEditedBuilds(old.side, current.side);
  return [
    { ...old.side, model: before },
    { ...current.side, model: after },
  ];
}

interface OpenedVersion {
  readonly side: (ComparedSide & VersionWithBuilds) | undefined;
  /** The parameters of its texts, if they are known. */
  readonly parameters: ReadonlySet<string> | undefined;
}

/**
 * Opens the two versions of `diff --git`: `REV` and the present files, `REV..REV`, or `REV...REV`. A path stands for the texts and the exports
 * there alike, and for nothing where a revision does not have it. The present configuration is used for all revisions.
 */
export async function openGitSides(
  host: Host,
  range: string,
  paths: readonly string[],
  given: ProjectOptions,
): Promise<readonly [OpenedSide, OpenedSide]> {
  const [first, after, more] = range.split(/\.\.\.?/);
  // As in `git diff`: what the second one changed since the two parted.
  const before = first && after && range.includes("...") ? mergeBase(host.workingDirectory, first, after) : first;
  if (before === undefined || before === "" || more !== undefined || after === "") {
    throw new UsageError(`--git ${range} must be REV, REV..REV or REV...REV`);
  }
  const wanted = paths.length > 0 ? paths : ["."];
  const settings = await loadSettings(host, given);
  const request = { ...given, settings, forms: "all" } as const;
  const open = (revision: string) => {
    const { files, has } = gitRevision(host.workingDirectory, revision);
    const there = wanted.filter(has);
    return there.length === 0
      ? Promise.resolve({ side: nothing, parameters: new Set<string>() })
      : openSide({ ...host, files }, { ...request, paths: there });
  };
  const openPresent = () => {
    const files = unignoredFiles(host.workingDirectory, host.files);
    return openSide({ ...host, files }, { ...request, paths: wanted });
  };
  const sides = await openBoth(
    host,
    settings,
    () => open(before),
    () => (after === undefined ? openPresent() : open(after)),
  );
  if (sides.every((side) => side !== undefined && side.model.journeys.length + side.model.scenarios.length === 0)) {
    throw new UsageError("There are no journeys here, nor in the revision", "Give files or folders after --git REV");
  }
  return sides;
}

async function openSide(host: Host, request: ProjectRequest): Promise<OpenedVersion> {
  const project = await openProject(host, request);
  const read = readModel(project);
  if (read.isUnreadable) {
    writePretty(
      read.diagnostics.filter(({ severity }) => severity === "error"),
      host.talk,
    );
    return { side: undefined, parameters: read.parameters };
  }
  const side = { model: read.model, builds: read.builds, findings: checkProject(project, read) };
  return { side, parameters: read.parameters };
}
