import { existsSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const journey = (name: string) => `journey ${name} {\n  start -> success\n}\n`;

it("writes types beside each text, and nothing else", async () => {
  const folder = temporaryFolder({
    "src/both.journey": journey("A") + journey("B"),
    "src/inner/C.journey": journey("C"),
    "src/C.scenarios.journey": 'scenario "c" of C {\n  expect success\n}\n',
  });
  const { code, output } = await runCommand(folder, ["build", "src", "--target", "types"]);
  expect([code, output]).toEqual([0, "written    src/both.d.journey.ts\nwritten    src/inner/C.d.journey.ts\n"]);
  expect(existsSync(join(folder, "dist"))).toBe(false);
  const both = readFileSync(join(folder, "src", "both.d.journey.ts"), "utf8");
  expect(both).toMatch(/^export declare const A: .*^export declare const B: /ms);
  expect(both).not.toContain("export default");
  const { mtimeMs } = statSync(join(folder, "src", "both.d.journey.ts"));
  expect((await runCommand(folder, ["build", "src", "--target", "types"])).output).toMatch(/^unchanged {2}src\/both/);
  expect(statSync(join(folder, "src", "both.d.journey.ts")).mtimeMs).toBe(mtimeMs);
});

it("names the types of texts that are gone, and removes them with --prune", async () => {
  const folder = temporaryFolder({
    "src/a.journey": journey("A"),
    "src/inner/b.journey": journey("B"),
    "src/own.d.journey.ts": "export {};\n",
    "dist/c.d.journey.ts": "// Written by somebody else\n",
  });
  const build = (...args: readonly string[]) => runCommand(folder, ["build", "--target", "types", ...args]);
  await build();
  renameSync(join(folder, "src", "inner", "b.journey"), join(folder, "src", "inner", "c.journey"));
  expect((await build("src/a.journey")).talk).toBe("");
  const named = await build();
  expect([named.code, named.talk]).toEqual([
    0,
    "gone       src/inner/b.d.journey.ts  (no text b.journey was built; --prune removes it)\n",
  ]);
  const { gone } = JSON.parse((await build("--json")).output);
  expect(gone).toEqual([{ journey: "b", path: "src/inner/b.d.journey.ts", status: "kept" }]);
  expect((await build("--prune")).talk).toBe("removed    src/inner/b.d.journey.ts\n");
  expect(readdirSync(join(folder, "src", "inner"))).toEqual(["c.d.journey.ts", "c.journey"]);
  expect(existsSync(join(folder, "src", "own.d.journey.ts"))).toBe(true);
});

it("writes them with other targets, and reports them as JSON", async () => {
  const folder = temporaryFolder({
    "A.journey": journey("A"),
    "journey.config.json": '{ "targets": ["types", "export"] }',
  });
  const { output } = await runCommand(folder, ["build", "--json"]);
  expect(JSON.parse(output).outputs).toEqual([
    { journey: "A", target: "export", path: "dist/A.journey.json", status: "written" },
    { journey: "A", target: "types", path: "A.d.journey.ts", status: "written" },
  ]);
});

it("writes none where there are errors, and none of exports, which nobody imports", async () => {
  const folder = temporaryFolder({ "A.journey": journey("A"), "B.journey": "journey B {\n  start -> Nowhere\n}\n" });
  expect((await runCommand(folder, ["build", ".", "--target", "types"])).code).toBe(1);
  expect(existsSync(join(folder, "A.d.journey.ts"))).toBe(false);
  await runCommand(folder, ["build", "A.journey", "--out", "."]);
  const { code, output } = await runCommand(folder, ["build", "A.journey.json", "--target", "types"]);
  expect([code, output]).toEqual([0, ""]);
});
