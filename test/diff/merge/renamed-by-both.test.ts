import { describe, expect, test } from "vitest";
import { mergeJourneys } from "../../../src/diff/merge/merge-journeys.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { importOptions } from "../../support/import-support.js";

const base = `param limit = 3

journey A {
  start -> P

  page P {
    pageHeader: "Hello"

    node U: UsernameCollector

    node S: PasswordCollector

    -> C
  }

  node C: DataStoreDecision {
    true -> In
    false -> failure
  }

  node In: InnerTreeEvaluator {
    tree: "B"

    true -> success
    false -> Tries
  }

  node Tries: RetryLimitDecision {
    // biome
    retryLimit: "\${limit}"

    Retry -> P
    Reject -> failure
  }

  require P.U before success

  layout {
    P.U 10, 10
  }
}

journey B {
  start -> C

  node C: DataStoreDecision {
    true -> success
    false -> failure
  }
}

scenario "in" of A {
  submit P { U: "demo", S: "x" }
  expect success
}
`.replace("    // biome\n", "");

type Edit = (text: string) => string;
const options = { ...importOptions, readText: () => ({ problem: "none" }) };

function merge(ours: Edit, theirs: Edit) {
  const [left, right] = [ours(base), theirs(base)];
  expect(left).not.toBe(base);
  expect(right).not.toBe(base);
  const result = mergeJourneys("A.journey", { base, ours: left, theirs: right }, options);
  if ("problem" in result) throw new Error(result.problem);
  expect(parse(new SourceFile("merged.journey", result.text)).diagnostics, result.text).toEqual([]);
  return { ...result, left };
}

const rename =
  (pattern: RegExp, to: string): Edit =>
  (text) =>
    text.replaceAll(pattern, to);

/** Each with the places where its name stands. */
const names: readonly [what: string, old: string, pattern: RegExp, declaration: string, where: string][] = [
  ["an inner node", "U", /\bU\b/g, "    node %: UsernameCollector", "journey A / node P / node %"],
  ["a page", "P", /\bP\b/g, "  page % {", "journey A / node %"],
  ["a node", "Tries", /\bTries\b/g, "  node %: RetryLimitDecision", "journey A / node %"],
  ["a journey", "A", /\bA\b/g, "journey % {", "journey %"],
  ["an inner journey", "B", /\bB\b/g, "journey % {", "journey %"],
  ["a parameter", "limit", /\blimit\b/g, "param % = 3", "param %"],
  ["a scenario", "in", /(?<=")in(?=")/g, 'scenario "%" of A', "scenario %"],
];

describe.each(names)("%s", (_what, old, pattern, declaration, where) => {
  test("that both sides renamed differently is there once, by the name of ours, and a conflict", () => {
    const { text, conflicts, left } = merge(rename(pattern, "Mine"), rename(pattern, "Yours"));
    const message = `both sides renamed ${old}: to Mine in ours, to Yours in theirs`;
    expect(conflicts).toEqual([{ where: where.replace("%", "Mine"), message }]);
    const line = declaration.replace("%", "Mine");
    expect(text).toBe(left.replace(line, `${/^ */.exec(line)?.[0]}// conflict: ${message}\n${line}`));
  });

  test("that one side renamed has the changes of the other side, on whichever side", () => {
    const change: Edit = (text) =>
      text
        .replace("node U: UsernameCollector", "node U: UsernameCollector@1.0")
        .replace("true -> success\n    false -> failure", "true, false -> failure")
        .replace("Reject -> failure", "Reject -> success")
        .replace('S: "x"', 'S: "y"')
        .replace("param limit = 3", "param limit = 3\n\nparam other = 4");
    const changed = rename(pattern, "Mine")(change(base));
    for (const [ours, theirs] of [
      [rename(pattern, "Mine"), change],
      [change, rename(pattern, "Mine")],
    ] as const) {
      const { text, conflicts } = merge(ours, theirs);
      if (old === "in") continue;
      expect(conflicts).toEqual([]);
      expect(text).toBe(changed);
    }
  });

  test("that both sides renamed alike is no conflict", () => {
    const { text, conflicts, left } = merge(rename(pattern, "Mine"), rename(pattern, "Mine"));
    expect(conflicts).toEqual([]);
    expect(text).toBe(left);
  });
});

test("both renamed a page and its inner node: each is a conflict of its own", () => {
  const both =
    (page: string, node: string): Edit =>
    (text) =>
      rename(/\bU\b/g, node)(rename(/\bP\b/g, page)(text));
  const { text, conflicts } = merge(both("Ask", "Name"), both("Enter", "Login"));
  expect(conflicts.map(({ message }) => message)).toEqual([
    "both sides renamed P: to Ask in ours, to Enter in theirs",
    "both sides renamed U: to Name in ours, to Login in theirs",
  ]);
  expect(text).not.toMatch(/(Enter|Login)(?! in theirs)/);
  expect(text).toContain("require Ask.Name before success");
  expect(text).toContain("    Ask.Name 10, 10");
  expect(text).toContain('submit Ask { Name: "demo", S: "x" }');
});

test("one side renamed the journey, the other a node in it", () => {
  const { text, conflicts } = merge(rename(/\bA\b/g, "Entry"), rename(/\bU\b/g, "Name"));
  expect(conflicts).toEqual([]);
  expect(text).toBe(rename(/\bA\b/g, "Entry")(rename(/\bU\b/g, "Name")(base)));
});

test("a parameter of another value that came where one went is not a new name of it", () => {
  const { text, conflicts } = merge(
    rename(/param limit = 3/g, "param host = 4"),
    rename(/param limit = 3/g, "param port = 5"),
  );
  expect(text).toContain("param host = 4");
  expect(text).toContain("param port = 5");
  expect(conflicts.map(({ message }) => message).join()).not.toContain("renamed");
});
