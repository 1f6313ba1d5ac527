import { resolve } from "node:path";
import { typeOutputs } from "../../compile/type-outputs.js";
import type { Journey } from "../../model/model.js";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { UsageError } from "../../project/usage-error.js";
import type { Host } from "../process/host.js";
import { FileSet } from "./file-set.js";
import type { WrittenOutput } from "./write-outputs.js";

/** Writes the types of texts beside them, all files or none. */
export async function writeTypes(
  journeys: readonly Journey[],
  { workingDirectory }: Host,
): Promise<readonly WrittenOutput[]> {
  const outputs = await typeOutputs(journeys);
  const files = new FileSet();
  let at = "";
  try {
    const written: WrittenOutput[] = [];
    for (const { journey, target, fileName, text } of outputs) {
      at = fileName;
      written.push({ journey, target, path: fileName, status: files.add(resolve(workingDirectory, fileName), text) });
    }
    files.commit();
    return written;
  } catch (error) {
    files.discard();
    throw new UsageError(`Cannot write ${at}: ${describeFileProblem(error)}`);
  }
}
