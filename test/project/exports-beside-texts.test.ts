import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const text = (name: string) => `journey ${name} {\n  start -> failure\n}\n`;

/** A folder with the text A, its build, and the export of B, which no text has. */
async function mixed(): Promise<string> {
  const folder = temporaryFolder({ "b.journey": text("B"), "both/a.journey": text("A") });
  await runCommand(folder, ["build", "b.journey", "both/a.journey", "-o", "both/exports"]);
  return folder;
}

const check = (folder: string, ...more: readonly string[]) => runCommand(folder, ["check", "both", ...more]);

test("a folder stands for its texts and the exports beside them, builds of the texts left out", async () => {
  const folder = await mixed();
  expect(await check(folder)).toEqual({ code: 0, output: "", talk: "No findings in 2 files\n" });
  const { output } = await runCommand(folder, ["uses", "journey", "both"]);
  expect(output.match(/^Journey .*/gm)).toEqual(["Journey A", "Journey B"]);
});

test("what is wrong in an export beside a text is found", async () => {
  const folder = await mixed();
  const broken = '{ "trees": { "C": { "tree": { "_id": "C", "entryNodeId": "gone", "nodes": {} }, "nodes": {} } } }';
  writeFileSync(join(folder, "both", "c.json"), broken);
  const { code, output } = await check(folder);
  expect([code, output.includes("both/c.json")]).toEqual([1, true]);
});

test("a file that is no JSON is told where it has something of an export", async () => {
  const folder = await mixed();
  writeFileSync(join(folder, "both", "x.json"), '{ "trees": { bad');
  const { code, output } = await check(folder);
  expect([code, output.includes("both/x.json:1:14")]).toEqual([0, true]);
  expect(output).toMatch(/^warning invalid-json/m);
  writeFileSync(join(folder, "both", "x.json"), "{bad");
  expect((await check(folder)).output).toBe("");
});

test("other JSON beside texts is nothing", async () => {
  const folder = temporaryFolder({
    "both/a.journey": text("A"),
    "both/package.json": '{ "name": "x" }',
    "both/tsconfig.json": '{\n  // strict, always\n  "strict": true,\n}\n',
    "both/journey.config.json": "{}",
  });
  expect((await runCommand(join(folder, "both"), ["check", "."])).talk).toBe("No findings in 1 file\n");
});

test("two builds of one text are none of two journeys, nor of another realm", async () => {
  const folder = await mixed();
  mkdirSync(join(folder, "both/realms/alpha"), { recursive: true });
  await runCommand(folder, ["build", "both/a.journey", "-o", "both/realms/alpha"]);
  expect((await check(folder)).code).toBe(0);
  expect((await check(folder, "--realm", "bravo")).code).toBe(0);
});

test("build takes the texts of such a folder alone", async () => {
  const folder = await mixed();
  expect((await runCommand(folder, ["build", "both", "-o", "out"])).output).toBe("written    out/A.journey.json\n");
});
