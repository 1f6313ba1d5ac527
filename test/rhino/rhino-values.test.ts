import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runLegacy } from "../simulate/scripts/script-fixture.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";

interface Row {
  readonly script: string;
  /** The last value as a text; absent where the script throws. */
  readonly value?: string;
  readonly throws?: true;
}

const rows = JSON.parse(readFileSync(join(import.meta.dirname, "values.json"), "utf8")) as readonly Row[];
/** What `RunTable.java` gives the scripts under the name `jmap`. */
const jmap = {
  name: "demo",
  same: "demo",
  empty: "",
  number: 5,
  zero: 0,
  half: 2.5,
  yes: true,
  no: false,
  nothing: null,
  list: ["a", "b"],
  map: { key: "value" },
};

const asText = 'made === undefined ? "undefined" : made === null ? "null" : String(made)';

/** The value of one script, which has the sandbox for itself; `undefined` where it throws. */
async function valueAlone(script: string): Promise<string | undefined> {
  const body = `var jmap = sharedState.get("jmap"); var made = eval(${JSON.stringify(script)}); outcome = ${asText};`;
  const { result } = await runLegacy(body, { shared: { jmap } });
  return result.kind === "done" ? String(result.outcome) : undefined;
}

/** The values of several scripts in one run, where each is inside a function. What goes wrong has to be tried alone. */
async function valuesTogether(scripts: readonly string[]): Promise<readonly (string | null)[]> {
  const body = `var codes = ${JSON.stringify(scripts)}, all = [];
    function run(code) { var jmap = sharedState.get("jmap"); var made = eval(code); return ${asText}; }
    for (var at = 0; at < codes.length; at++) { try { all.push(run(codes[at])) } catch (e) { all.push(null) } }
    outcome = JSON.stringify(all);`;
  const { result } = await runLegacy(body, { shared: { jmap } });
  return result.kind === "done" ? (JSON.parse(String(result.outcome)) as (string | null)[]) : scripts.map(() => null);
}

const together = 40;

test("scripts have the values that Rhino gives them, but for those that docs/rhino-differences.md lists", async () => {
  const page = readFileSync(join(projectRoot, "docs", "rhino-differences.md"), "utf8");
  const listed = fencedBlocks(page).flatMap(({ text }) => text.trimEnd().split("\n"));
  const differing: string[] = [];
  for (let from = 0; from < rows.length; from += together) {
    const some = rows.slice(from, from + together);
    const found = await valuesTogether(some.map(({ script }) => script));
    for (const [index, { script, value }] of some.entries()) {
      if ((found[index] ?? undefined) === value && !listed.includes(script)) continue;
      if ((await valueAlone(script)) !== value) differing.push(script);
    }
  }
  expect(differing.sort()).toEqual(listed.sort());
  expect(rows.length).toBeGreaterThan(1000);
}, 60_000);
