import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { typeIds } from "../../src/catalogue/catalogue.js";
import { behaviours } from "../../src/runtime/index.js";
import { thirdParties } from "../../src/serve/third-parties/behaviours.js";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/simulation-nodes.md", root), "utf8");

/** Pages and inner journeys are run by the engine itself. */
const ofEngine = new Map([
  ["PageNode", "Run by the engine."],
  ["InnerTreeEvaluatorNode", "Run by the engine; an inner journey that was not given is a stub."],
]);

function row(type: string): string {
  const served = thirdParties.get(type);
  const behaviour = served ?? behaviours.get(type);
  const note = ofEngine.get(type);
  if (note !== undefined) return `| \`${type}\` | runs | ${note} |`;
  if (!behaviour) return `| \`${type}\` | stub | |`;
  const how = behaviour.runs === "fully" ? (served ? "served" : "runs") : served ? "served, partly" : "partly";
  return `| \`${type}\` | ${how} | ${behaviour.note ?? ""} |`.replace("|  |", "| |");
}

describe("docs/simulation-nodes.md", () => {
  it("says of every type of the catalogue how far it runs", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows).toEqual([...typeIds()].sort().map(row));
  });

  it("knows no type that the catalogue does not", () => {
    const known = new Set(typeIds());
    expect([...behaviours.keys()].filter((type) => !known.has(type))).toEqual([]);
  });
});

describe("tests of nodes", () => {
  it("are there for every type that runs", () => {
    const folder = new URL("test/runtime/", root);
    const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => readFileSync(new URL(file, folder), "utf8"))
      .join("\n");
    expect([...behaviours.keys()].filter((type) => !texts.includes(`"${type}`) && !texts.includes(type))).toEqual([]);
  });
});
