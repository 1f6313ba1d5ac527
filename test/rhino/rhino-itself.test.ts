import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inRhino, rhinoIsThere } from "../support/rhino/in-rhino.js";

function table<Row extends { readonly script: string }>(file: string): readonly Row[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"));
}

test.skipIf(!rhinoIsThere)("the tables are Rhino's (skipped where librhino-java and a JDK are absent)", () => {
  const parses = table<{ readonly script: string; readonly parses: boolean }>("parses.json");
  const values = table<{ readonly script: string; readonly value?: string; readonly throws?: true }>("values.json");
  const answers = inRhino([...parses, ...values].map(({ script }) => script));
  expect(answers.length).toBe(parses.length + values.length);
  expect(parses.map(({ script }, index) => ({ script, parses: answers[index]!.parses }))).toEqual(parses);
  const made = values.map(({ script }, index) => {
    const { value, error } = answers[parses.length + index]!;
    return error === null ? { script, value: value ?? "null" } : { script, throws: true };
  });
  expect(made).toEqual(values);
});
