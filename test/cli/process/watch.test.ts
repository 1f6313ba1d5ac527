import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Host } from "../../../src/cli/process/host.js";
import { runOnChanges } from "../../../src/cli/process/watch.js";
import { UsageError } from "../../../src/project/usage-error.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

function listener() {
  const said: string[] = [];
  return { said, host: { talk: { write: (text: string) => said.push(text) } } as unknown as Host };
}

test("work is done again after a change, also after one that made it impossible, and in folders that come with it", async () => {
  const folder = temporaryFolder({ "a.journey": "", "more/b.journey": "" });
  const { said, host } = listener();
  const rounds: string[] = [];
  const outcomes = [
    () => new Set([folder]),
    () => {
      throw new UsageError("There are no\u0007 journeys");
    },
    () => new Set([folder, join(folder, "more")]),
    () => {
      throw new Error("end");
    },
  ];
  const work = async () => {
    const outcome = outcomes[rounds.length]!;
    rounds.push("done");
    return outcome();
  };
  const running = runOnChanges(host, work).catch((error: Error) => error.message);
  for (const [round, file] of [
    [1, "a.journey"],
    [2, "a.journey"],
    [3, "more/b.journey"],
  ] as const) {
    await expect.poll(() => rounds.length).toBe(round);
    // The watcher is set up once the work is done.
    await new Promise((settled) => setTimeout(settled, 100));
    writeFileSync(join(folder, file), `${round}`);
  }
  expect(await running).toBe("end");
  expect(rounds.length).toBe(4);
  expect(said[0]).toBe("Watching 1 folder; press Ctrl+C to stop\n");
  expect(said[1]).toMatch(/^There are no.* journeys\n$/);
  expect(said[1]).not.toContain("\u0007");
  expect(said[2]).toBe("Watching 2 folders; press Ctrl+C to stop\n");
});

test("wrong use of the command ends the first run", async () => {
  const { said, host } = listener();
  await expect(runOnChanges(host, () => Promise.reject(new UsageError("No such folder")))).rejects.toThrow(
    "No such folder",
  );
  expect(said).toEqual([]);
});
