import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { facts, keptShare, mutations } from "./mutations.js";
import { parseText, problemsOf } from "./parse-text.js";

describe.each(["password-reset", "every-construct"])("%s with one broken token", (name) => {
  const text = readFileSync(join(import.meta.dirname, "samples", `${name}.journey`), "utf8");
  const wanted = facts(parseText(text).file);
  const results = mutations(text).map((mutation) => {
    const { file, diagnostics } = parseText(mutation.text);
    return { what: mutation.what, share: keptShare(wanted, facts(file)), diagnostics };
  });

  test("keeps 98 % of its nodes, arrows and properties", () => {
    const sum = results.reduce((total, { share }) => total + share, 0);
    expect(sum / results.length).toBeGreaterThan(0.98);
    expect(results.filter(({ share }) => share < 0.8).map(({ what }) => what)).toEqual([]);
  });

  test("has one diagnostic for one cause", () => {
    const more = results.filter(({ diagnostics }) => diagnostics.length > 1).length;
    expect(more / results.length).toBeLessThan(0.01);
    expect(Math.max(...results.map(({ diagnostics }) => diagnostics.length))).toBeLessThanOrEqual(3);
  });

  test("never meets a token that the grammar did not foresee", () => {
    const messages = results.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
    expect(messages.filter((message) => message.startsWith("Expected something else, found"))).toEqual([]);
  });
});

const around = (member: string) =>
  `journey J {\n  start -> A\n\n  node A: T {\n    a: 1\n${member}\n    z: 2\n\n    -> success\n  }\n}\n`;

describe("a broken member costs at most itself", () => {
  test.each([
    ['    b "x"', "syntax-error 6", 'Expected `:` after the name of a property, found "x"'],
    ["    b:", "syntax-error 6", 'Expected a value, found "z"'],
    ["    b", "syntax-error 6", 'Expected `:` and a value, or `->` and a target, found "z"'],
    ['    b: "x', "unterminated-string 6", 'The string has no closing `"`'],
    ['    b: x"', "unterminated-string 6", 'The string has no opening `"`'],
    ["    b: 1 2", "syntax-error 6", 'Expected a property, an outcome or `}`, found "2"'],
    ["    b: [1, 2", "unbalanced-brace 6", "A `]` is missing"],
    ["    b: { x: 1", "unbalanced-brace 6", "A `}` is missing"],
    ["    b: 1]", "unbalanced-brace 6", "This `]` has no matching `[`"],
    ["    b: [1 2]", "syntax-error 6", 'Expected `,` between two values, found "2"'],
    ["    b: 1 ?", "unexpected-character 6", 'Unexpected "?"'],
    ["    true, false A", "syntax-error 6", 'Expected `->` before the target, found "A"'],
    ["    true false -> A", "syntax-error 6", 'Expected `,` between two outcomes, found "false"'],
    ["    true ->", "syntax-error 6", 'Expected the name of a node after `->`, found "z"'],
    ["    true -> A B", "syntax-error 6", 'Expected the next statement, found "B"'],
    ["    journey X {\n    }", "misplaced-statement 6", "`journey` is not allowed in a node"],
  ])("%s", (member, problem, message) => {
    const { file, diagnostics } = parseText(around(member));
    expect(problemsOf(around(member))).toEqual([problem]);
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
    const kept = facts(file);
    for (const fact of ["journey: start -> A", "node A", "node: a.:", "node: z.:", "node:  -> success"]) {
      expect(kept).toContain(fact);
    }
  });

  test("indentation closes what is open, whatever follows", () => {
    const { file } = parseText(
      "journey J {\n  node A: T {\n    a: [1,\n  node B: T {\n    b: 1\n  }\n}\njourney K {\n}\n",
    );
    expect(file.items.map((item) => item.kind)).toEqual(["journey", "journey"]);
    expect(facts(file)).toEqual(["node A", "node: a.:", "node B", "node: b.:"]);
  });

  test("brackets that balance are right however they are indented", () => {
    expect(problemsOf("journey J {\nnode A: T {\na: {\nb: [\n1,\n]\n}\n}\n    }")).toEqual([]);
  });

  test("a half-typed keyword has a fix", () => {
    const [diagnostic] = parseText("journey J {\n  nod A: T {\n  }\n}").diagnostics;
    expect(diagnostic?.message).toBe('Unknown word "nod"; read as `node`');
    expect(diagnostic?.fixes[0]?.edits).toEqual([{ range: { start: 14, end: 17 }, text: "node" }]);
  });
});
