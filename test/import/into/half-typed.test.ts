import { expect, test } from "vitest";
import { buildText, into } from "../../support/import-support.js";
import { intoFiles, intoText, replaceOnce } from "../../support/into-text.js";

const change = replaceOnce('"Signs in"', '"Lets in"');
const changed = buildText(change(intoText), intoFiles);

function brought(text: string): string {
  const { text: result, lost, raw } = into(text, changed, intoFiles);
  expect({ lost, raw }).toEqual({ lost: undefined, raw: undefined });
  return result;
}

test.each([
  "node",
  "page",
  "script",
  'script { file: "rate.js" }',
  "resource",
  "resource theme",
  'resource "x" from "blue.json"',
  'resource theme from "blue.json"',
  "start ->",
  "raw",
  "require",
  "export { treeId: }",
  "layout { Nowhere }",
  "Check ->",
  "description:",
  'description: "Asks"',
  "frobnicate",
])("`%s` stays as it is while the rest changes", (line) => {
  const text = replaceOnce("  // Looks.\n", `  ${line}\n\n  // Looks.\n`)(intoText);
  expect(brought(text)).toBe(change(text));
});

test("of two lines for one node in the layout, the first one counts", () => {
  const twice = replaceOnce("    Check 20, 20\n", "    Check 21, 20\n    Check 20, 20\n")(intoText);
  expect(brought(twice)).toBe(change(replaceOnce("Check 21, 20", "Check 20, 20")(twice)));
});

test("a journey without anything in it gets all of it", () => {
  const { text, lost } = into('journey Login "Sign In" {\n}\n', changed, intoFiles);
  expect(lost).toBeUndefined();
  expect(buildText(text, new Map([...intoFiles, ...into('journey Login "Sign In" {\n}\n', changed).files]))).toEqual(
    changed,
  );
});
