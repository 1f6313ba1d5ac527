import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const text = "journey A {\n  start -> success\n}\n";
const folder = () =>
  temporaryFolder({
    "dairy/journey.config.json": JSON.stringify({ targets: ["mermaid"] }),
    "dairy/journeys/a.journey": text,
    "brewery/b.journey": text.replace("A", "B"),
  });
const unread = async (cwd: string, ...args: readonly string[]) => {
  const { code, output } = await runCommand(cwd, ["check", "--json", ...args]);
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { code: string; message: string; help: string; severity: string }[];
  };
  return { code, found: diagnostics.filter((each) => each.code === "unread-configuration") };
};

describe("a configuration below the working directory", () => {
  it.each([
    [["dairy"]],
    [["dairy/journeys"]],
    [["dairy/journeys/a.journey"]],
    [["dairy", "brewery", "dairy/journeys"]],
  ])("is told once, as a note, for %j", async (paths) => {
    expect(await unread(folder(), ...paths)).toMatchObject({
      code: 0,
      found: [
        {
          severity: "info",
          message: '"dairy/journey.config.json" is not read',
          help: "Run the command in dairy, or give it --config dairy/journey.config.json.",
        },
      ],
    });
  });

  it("is not told where it is read, is named, or governs nothing that was asked for", async () => {
    const root = folder();
    for (const args of [["brewery"], ["dairy", "--config", "dairy/journey.config.json"], []]) {
      expect((await unread(root, ...args)).found).toEqual([]);
    }
    expect((await unread(join(root, "dairy"), "journeys")).found).toEqual([]);
    expect((await unread(join(root, "dairy", "journeys"), "a.journey")).found).toEqual([]);
  });

  it("keeps no build from being made", async () => {
    const { code, output } = await runCommand(folder(), ["build", "dairy", "--out", "out"]);
    expect([code, output]).toEqual([0, expect.stringContaining("written")]);
  });
});
