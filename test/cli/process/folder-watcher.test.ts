import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { FolderWatcher } from "../../../src/cli/process/folder-watcher.js";
import type { Host } from "../../../src/cli/process/host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

it("tells of journeys that change, not of logs and temporary files beside them", async () => {
  const folder = temporaryFolder({ "a.journey": "" });
  const said: string[] = [];
  const watcher = new FolderWatcher({ talk: { write: (text: string) => said.push(text) } } as unknown as Host);
  watcher.watch([folder]);
  expect(said).toEqual(["Watching 1 folder; press Ctrl+C to stop\n"]);
  let hasChanged = false;
  const change = watcher.changed().then(() => {
    hasChanged = true;
  });
  for (const name of ["build.log", ".a.journey.swp", "a.journey~", ".out.1.tmp"]) writeFileSync(join(folder, name), "");
  await setTimeout(300);
  expect(hasChanged).toBe(false);
  writeFileSync(join(folder, "a.journey"), "journey A {}");
  await change;
});
