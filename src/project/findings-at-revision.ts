import { resolve } from "node:path";
import type { KnownFinding } from "../check/known-findings.js";
import { checkProject } from "./check-project.js";
import { gitRevision, mergeBase } from "./git-revision.js";
import { openProject, type ProjectRequest, pathsOf } from "./open-project.js";
import type { ProjectHost } from "./project-host.js";
import { readModel } from "./read-model.js";

/**
 * The findings that the same paths had where the present branch left a revision, with absolute file paths. The present configuration is
 * used for it: a rule that has become stricter finds nothing new.
 */
export async function findingsAtRevision(
  host: ProjectHost,
  revision: string,
  request: ProjectRequest & Required<Pick<ProjectRequest, "settings">>,
): Promise<readonly KnownFinding[]> {
  const { workingDirectory } = host;
  const { files, has } = gitRevision(workingDirectory, mergeBase(workingDirectory, revision, "HEAD"));
  // What has another name now is found under its old one somewhere in the project.
  const paths = request.paths.every(has) ? request.paths : [];
  if (!pathsOf(paths, request.settings.configuration).some(has)) return [];
  const project = await openProject({ ...host, files }, { ...request, paths, mayBeEmpty: true });
  return checkProject(project, readModel(project, { withoutNames: true })).map(({ code, message, place }) => {
    return { code, message, file: resolve(workingDirectory, place.source.path), count: 1, place };
  });
}
