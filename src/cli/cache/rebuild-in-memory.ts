import type { WrittenOutput } from "../output/write-outputs.js";
import type { Host } from "../process/host.js";
import { amendedDetails, amendedOverview } from "./amended-build.js";
import { compareBuild } from "./check-build.js";
import { FileClock } from "./file-clock.js";
import type { BuildMemory } from "./incremental-build.js";
import { rebuildTexts } from "./rebuild-texts.js";
import { storedInMemory } from "./stored-in-memory.js";

/**
 * Builds what has changed since the last build of this process, if that is only the content of a few texts. Answers the outputs of these;
 * `undefined`, and nothing has been done, where a build is needed that looks at everything.
 */
export async function rebuildInMemory(
  memory: BuildMemory | undefined,
  host: Host,
): Promise<readonly WrittenOutput[] | undefined> {
  if (memory?.kept === undefined) return undefined;
  const clock = clockIn(memory.check.folder);
  if (clock === undefined) return undefined;
  try {
    const { kept } = memory;
    const rebuilt = await rebuildTexts(compareBuild(kept, host.workingDirectory), host, clock);
    const details = kept.details();
    if (rebuilt === undefined || details === undefined) return undefined;
    const amendments = [rebuilt.amendment];
    memory.kept = storedInMemory(amendedOverview(kept.overview, amendments), amendedDetails(details, amendments));
    return rebuilt.outputs;
  } finally {
    clock.close();
  }
}

function clockIn(folder: string): FileClock | undefined {
  try {
    return new FileClock(folder);
  } catch {
    return undefined;
  }
}
