import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseScript } from "../../src/rhino/parse-script.js";
import { refusedIn } from "../../src/rhino/refused-syntax.js";

const rows = JSON.parse(readFileSync(join(import.meta.dirname, "parses.json"), "utf8")) as readonly {
  readonly script: string;
  readonly parses: boolean;
}[];
/** What Rhino refuses and is not reported: strict mode, assignments to a value, and old or reserved forms that nobody writes. */
const leftToRhino = ["1=2", "[for (x of [1,2]) x].join()", "'use strict'; var eval=1"];

test("what Rhino compiles is not reported, and what it refuses is", () => {
  const differing = rows.filter(({ script, parses }) => {
    const parsed = parseScript(script);
    if (parsed.kind === "unread") return !parses;
    return (parsed.kind === "tree" && refusedIn(parsed.program, parsed.clean.text).length === 0) !== parses;
  });
  expect(differing.map(({ script }) => script).sort()).toEqual([...leftToRhino].sort());
  expect(rows.length).toBeGreaterThan(300);
});
