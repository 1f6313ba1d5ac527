import { runGit } from "../../project/git.js";
import type { Candidate } from "../commands/define-command.js";
import type { Host } from "../process/host.js";

/** The branches and tags of the repository. */
export function revisionNames({ workingDirectory }: Host): readonly Candidate[] {
  const listing = runGit(workingDirectory, ["for-each-ref", "--format=%(refname:short)\t%(contents:subject)"]);
  return listing
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [value = "", description = ""] = line.split("\t");
      return { value, description };
    });
}
