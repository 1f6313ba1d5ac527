import { dirname } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { FileSet } from "./file-set.js";

/** Writes texts by absolute path, all of them or none: where one cannot be written, this is a usage error that names it. */
export function writeTogether(texts: ReadonlyMap<string, string>, workingDirectory: string): void {
  const files = new FileSet();
  let at = "";
  try {
    for (const [path, text] of texts) {
      at = path;
      files.addFolder(dirname(path));
      files.add(path, text);
    }
    files.commit();
  } catch (error) {
    files.discard();
    const path = (error as NodeJS.ErrnoException & { readonly dest?: string }).dest;
    const named = path !== undefined && texts.has(path) ? path : at;
    const hint = texts.size > 1 ? "No file was written" : undefined;
    throw new UsageError(`Cannot write ${shownPath(named, workingDirectory)}: ${describeFileProblem(error)}`, hint);
  }
}
