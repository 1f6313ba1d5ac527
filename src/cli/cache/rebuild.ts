import { diskFiles } from "../../project/disk-files.js";
import { outputLine } from "../output/output-line.js";
import type { WrittenOutput } from "../output/write-outputs.js";
import type { BuildCheck } from "./build-check.js";
import { amendStored } from "./cache-file.js";
import type { BuildSurroundings } from "./check-build.js";
import { FileClock } from "./file-clock.js";
import type { BuildAmendment, KeptReport } from "./kept-build.js";
import { rebuildTexts } from "./rebuild-texts.js";

/**
 * Builds what has changed since the last build, where that is only the content of a few texts. False, and nothing has been done, where
 * the whole program is needed. This is a program of its own, which is loaded in half the time.
 */
export async function rebuild(check: BuildCheck, host: BuildSurroundings): Promise<boolean> {
  const { earlier, folder, file } = check;
  const report = earlier?.overview.report;
  if (earlier === undefined || report === undefined) return false;
  let clock: FileClock;
  try {
    clock = new FileClock(folder);
  } catch {
    return false;
  }
  try {
    const rebuilt = await rebuildTexts(earlier, { workingDirectory: host.workingDirectory, files: diskFiles }, clock);
    if (rebuilt === undefined) return false;
    host.talk.write(report.talk);
    host.output.write(wordsAfter(report, rebuilt.outputs, host));
    keepAmendment(file, rebuilt.amendment);
    return true;
  } finally {
    clock.close();
  }
}

function keepAmendment(file: string, amendment: BuildAmendment): void {
  try {
    amendStored(file, amendment);
  } catch {
    // It costs speed only: the next build compiles the texts once more.
  }
}

/** The words of a build that has written some of the outputs. */
function wordsAfter(
  { output, isJson }: KeptReport,
  outputs: readonly WrittenOutput[],
  host: Pick<BuildSurroundings, "output">,
): string {
  const written = outputs.filter(({ status }) => status === "written");
  if (isJson) return jsonAfter(output, new Set(written.map(({ path }) => path)));
  let words = `\n${output}`;
  for (const { path } of written) {
    const [before, after] = (["unchanged", "written"] as const).map((status) =>
      outputLine({ path, status }, host.output.style),
    );
    words = words.replace(`\n${before}`, () => `\n${after}`);
  }
  return words.slice(1);
}

function jsonAfter(output: string, written: ReadonlySet<string>): string {
  const report = JSON.parse(output) as { readonly outputs: { readonly path: string; status: string }[] };
  for (const each of report.outputs) if (written.has(each.path)) each.status = "written";
  return `${JSON.stringify(report, null, 2)}\n`;
}
