import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportFixture } from "../../support/export-fixture.js";
import { runCommand } from "../../support/fake-host.js";
import { buildText, type LooseExport } from "../../support/import-support.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const fixture = (): LooseExport => ({ trees: { "Sign In": exportFixture() } });
const json = (value: unknown) => JSON.stringify(value);
const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

describe("journeyc import", () => {
  it("writes journeys, and beside them scripts and resources", async () => {
    const folder = temporaryFolder({ "export.json": json(fixture()) });
    const { code, output } = await runCommand(folder, ["import", "export.json", "--out", "journeys"]);
    expect(code).toBe(0);
    expect(output).toContain("written    journeys/Sign In.journey\n");
    const text = read(folder, "journeys/Sign In.journey");
    expect(text).toMatch(/^journey SignIn "Sign In" \{/);
    const again = await runCommand(folder, ["import", "export.json", "--out", "journeys"]);
    expect(again.code).toBe(0);
    expect(again.output).not.toContain("written");
  });

  it("builds what it was given", async () => {
    const folder = temporaryFolder({ "export.json": json(fixture()) });
    await runCommand(folder, ["import", "export.json", "--out", "journeys"]);
    const { code } = await runCommand(folder, ["build", "journeys", "--out", "dist"]);
    expect(code).toBe(0);
    await runCommand(folder, ["import", "dist", "--out", "second"]);
    expect(read(folder, "second/Sign In.journey")).toBe(read(folder, "journeys/Sign In.journey"));
  });

  it("makes a copy under another name that clashes with nothing", async () => {
    const folder = temporaryFolder({ "export.json": json(fixture()) });
    await runCommand(folder, ["import", "export.json", "--out", "both"]);
    expect((await runCommand(folder, ["import", "export.json", "--out", "both", "--as", "Copy"])).code).toBe(0);
    expect(read(folder, "both/Copy.journey")).toMatch(/^journey Copy \{/);
    const { output } = await runCommand(folder, ["check", "both", "--json"]);
    expect(output).not.toContain("node-in-two-journeys");
    await runCommand(folder, ["import", "export.json", "--out", "new", "--new-ids"]);
    expect(read(folder, "new/Sign In.journey")).not.toMatch(/^ {4}\w+ .*"[0-9a-f]{8}-/m);
    const two = json({
      trees: { ...fixture().trees, Other: { ...exportFixture(), tree: { _id: "Other", nodes: {} } } },
    });
    const refused = await runCommand(folder, ["import", "-", "--as", "Copy"], { input: two });
    expect([refused.code, refused.talk]).toEqual([
      2,
      expect.stringContaining("--as names one journey, and here are 2"),
    ]);
    expect((await runCommand(folder, ["import", "-", "--as", "X", "--into", "a.journey"], { input: two })).code).toBe(
      2,
    );
  });

  it("leaves out what equals its default, unless all is wanted", async () => {
    const retries = {
      tree: {
        _id: "R",
        entryNodeId: "n1",
        enabled: true,
        innerTreeOnly: false,
        mustRun: false,
        identityResource: "managed/alpha_user",
        uiConfig: { categories: "[]" },
        nodes: { n1: { displayName: "Again", nodeType: "RetryLimitDecisionNode", connections: {} } },
      },
      nodes: { n1: { _id: "n1", retryLimit: 3, incrementUserAttributeOnFailure: true } },
      innerNodes: {},
      scripts: {},
    };
    const folder = temporaryFolder({ "export.json": json({ trees: { R: retries } }) });
    await runCommand(folder, ["import", "export.json", "--out", "short"]);
    await runCommand(folder, ["import", "export.json", "--out", "full", "--full"]);
    expect(read(folder, "full/R.journey")).toContain("retryLimit: 3");
    expect(read(folder, "short/R.journey")).not.toContain("retryLimit");
    for (const out of ["short", "full"]) await runCommand(folder, ["build", out, "--out", `${out}/dist`]);
    expect(read(folder, "short/dist/R.journey.json")).toBe(read(folder, "full/dist/R.journey.json"));
    expect(JSON.parse(read(folder, "short/dist/R.journey.json")).trees.R.nodes.n1.retryLimit).toBe(3);
    expect(await runCommand(folder, ["import", "export.json", "--full", "--minimal"])).toMatchObject({ code: 2 });
  });

  it("takes standard input", async () => {
    const folder = temporaryFolder();
    expect(await runCommand(folder, ["import", "-"], { input: json(fixture()) })).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, "Sign In.journey"))).toBe(true);
  });

  it("overwrites its own work, and a text with comments only by force", async () => {
    const folder = temporaryFolder({ "export.json": json(fixture()) });
    await runCommand(folder, ["import", "export.json"]);
    const changed = fixture();
    changed.trees["Sign In"].tree.description = "New";
    writeFileSync(join(folder, "export.json"), json(changed));
    expect(await runCommand(folder, ["import", "export.json"])).toMatchObject({ code: 0 });
    expect(read(folder, "Sign In.journey")).toContain('description: "New"');
    const byHand = `// Mine.\n${read(folder, "Sign In.journey")}`;
    writeFileSync(join(folder, "Sign In.journey"), byHand);
    writeFileSync(join(folder, "export.json"), json(fixture()));
    const refused = await runCommand(folder, ["import", "export.json"]);
    expect(refused.code).toBe(1);
    expect(refused.talk).toContain("JRN440");
    expect(read(folder, "Sign In.journey")).toBe(byHand);
    expect(await runCommand(folder, ["import", "export.json", "--force"])).toMatchObject({ code: 0 });
    expect(read(folder, "Sign In.journey")).not.toBe(byHand);
  });

  it("updates a source in place", async () => {
    const text =
      "journey Login {\n  start -> Check\n\n  // Why.\n  node Check: DataStoreDecision {\n    true -> success\n  }\n}\n";
    const value = buildText(text);
    value.trees.Login.tree.description = "Changed";
    const folder = temporaryFolder({ "Login.journey": text, "export.json": json(value) });
    expect(await runCommand(folder, ["import", "export.json", "--into", "Login.journey"])).toMatchObject({ code: 0 });
    expect(read(folder, "Login.journey")).toBe(text.replace("{\n  start", '{\n  description: "Changed"\n\n  start'));
    const other = await runCommand(folder, ["import", "-", "--into", "Login.journey"], { input: json(fixture()) });
    expect(other.code).toBe(1);
    expect(other.talk).toContain("JRN441");
  });

  it("writes nothing outside of --out, whatever names and links say", async () => {
    const hostile = fixture();
    const journey = hostile.trees["Sign In"];
    journey.tree._id = "../../evil";
    hostile.trees = { "../../evil": journey };
    const folder = temporaryFolder({ "export.json": json(hostile), "inner/keep.txt": "" });
    const { code } = await runCommand(folder, ["import", "export.json", "--out", "inner/out"]);
    expect(code).toBe(0);
    expect(existsSync(join(folder, "evil.journey"))).toBe(false);
    expect(
      existsSync(join(folder, "inner/out", "..%2F..%2Fevil.journey")) || existsSync(join(folder, "inner/out")),
    ).toBe(true);
    mkdirSync(join(folder, "target"));
    mkdirSync(join(folder, "linked"));
    symlinkSync(join(folder, "target"), join(folder, "linked", "scripts"));
    symlinkSync(join(folder, "target"), join(folder, "linked", "resources"));
    await runCommand(folder, ["import", "export.json", "--out", "linked"]);
    expect(existsSync(join(folder, "target", "anything"))).toBe(false);
  });

  it.each([
    ["not JSON", "{", 2],
    ["JSON of something else", '{"a": 1}', 2],
    ["an empty file", "", 2],
    ["truncated", json(fixture()).slice(0, 400), 2],
  ])("ends in a diagnostic for %s", async (_, text, expected) => {
    const folder = temporaryFolder({ "export.json": text });
    const { code, talk } = await runCommand(folder, ["import", "export.json", "--out", "out"]);
    expect(code).toBe(expected);
    expect(talk).toMatch(/JRN40\d/);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("says what is wrong with its arguments", async () => {
    const folder = temporaryFolder();
    expect(await runCommand(folder, ["import"])).toMatchObject({ code: 2 });
    expect(await runCommand(folder, ["import", "missing.json"])).toMatchObject({ code: 2 });
    expect(await runCommand(folder, ["import", "a", "--out", "x", "--into", "y"])).toMatchObject({ code: 2 });
  });
});
