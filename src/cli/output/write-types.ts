import { rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { typeOutputs } from "../../compile/type-outputs.js";
import type { Journey } from "../../model/model.js";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import type { Project } from "../../project/open-project.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import type { Host } from "../process/host.js";
import { FileSet } from "./file-set.js";
import { goneTypes, typesEnding } from "./gone-types.js";
import { type GoneOutputs, goneLine, removedLine, type WrittenOutput, type WrittenOutputs } from "./write-outputs.js";

type WrittenTypes = Pick<WrittenOutputs, "written" | "gone" | "notes">;

/** Writes the types of texts beside them, all files or none, and names or removes those of texts that are gone. */
export async function writeTypes(
  journeys: readonly Journey[],
  { watched }: Pick<Project, "watched">,
  gone: GoneOutputs,
  host: Host,
): Promise<WrittenTypes> {
  const outputs = await typeOutputs(journeys);
  const files = new FileSet();
  const written: WrittenOutput[] = [];
  const paths = new Set<string>();
  let at = "";
  try {
    for (const { journey, target, fileName, text } of outputs) {
      at = fileName;
      const path = resolve(host.workingDirectory, fileName);
      paths.add(path);
      written.push({ journey, target, path: fileName, status: files.add(path, text) });
    }
    files.commit();
  } catch (error) {
    files.discard();
    throw new UsageError(`Cannot write ${at}: ${describeFileProblem(error)}`);
  }
  const left = gone === "unknown" ? [] : goneTypes(watched.folders(), paths);
  return { written, ...dealWith(left, gone === "removed", host) };
}

function dealWith(
  paths: readonly string[],
  isRemoved: boolean,
  { workingDirectory }: Host,
): Omit<WrittenTypes, "written"> {
  if (isRemoved) for (const path of paths) rmSync(path, { force: true });
  const left = paths.map((path) => {
    return { journey: basename(path, typesEnding), path: shownPath(path, workingDirectory) };
  });
  return {
    gone: left.map((each) => ({ ...each, status: isRemoved ? "removed" : "kept" })),
    notes: left.map(({ journey, path }) => ({
      line: isRemoved ? removedLine(path) : goneLine(path, `no text ${journey}.journey was built`, false),
      stays: !isRemoved,
    })),
  };
}
