import { expect, test } from "vitest";
import { lookUpType, typeIds } from "../src/catalogue/catalogue.js";
import { rules } from "../src/check/rules/index.js";
import { commands } from "../src/cli/commands/index.js";
import { codes } from "../src/diagnostics/codes.js";
import { callbackTypes } from "../src/runtime/callbacks/callback-types.js";
import { behaviours } from "../src/runtime/nodes/behaviours.js";
import { corpusEntries, corpusIsThere } from "./support/corpus.js";
import { expectFigures } from "./support/figures.js";

/** Pages and inner journeys are run by the engine, not by a behaviour. */
const runByEngine = ["PageNode", "InnerTreeEvaluatorNode"];

test("docs/figures.md counts what the program knows", () => {
  const types = [...typeIds()];
  const run = (how: string) => [...behaviours.values()].filter(({ runs }) => runs === how).length;
  const fully = run("fully") + runByEngine.length;
  expectFigures("The program", {
    commands: Object.keys(commands).length,
    diagnostics: Object.keys(codes).length,
    "of them found by rules": rules.length,
    "node types in the catalogue": types.length,
    "of them with several versions": types.filter((id) => Object.keys(lookUpType(id)?.versions ?? {}).length > 1)
      .length,
    "node types that the simulation runs": fully,
    "node types that it runs in part": run("partly"),
    "node types that are stubs": types.length - fully - run("partly"),
    "callback types": callbackTypes.size,
  });
});

test.skipIf(!corpusIsThere)("docs/figures.md counts the corpus (skipped where ../shared/corpus is absent)", () => {
  const entries = corpusEntries();
  const single = entries.filter(({ kind }) => kind === "journey");
  expect(single.every(({ family }) => family !== undefined)).toBe(true);
  expectFigures("The corpus", {
    repositories: new Set(entries.map(({ source }) => source.repo)).size,
    "files with one journey": single.length,
    "families of these": new Set(single.map(({ family }) => family)).size,
    "files with several journeys": entries.length - single.length,
  });
});
