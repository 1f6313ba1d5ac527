import { expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import type { Severity } from "../../src/diagnostics/codes.js";
import { SourceFile } from "../../src/text/source-file.js";
import { codesOf } from "../support/check-text.js";

const text = (...comments: readonly string[]) => `journey Login {
  start -> Ask

  node Ask: UsernameCollector {
    -> success
  }

${comments.map((comment) => `  ${comment}\n`).join("")}  node Lost: PasswordCollector {
    -> success
  }
}
`;

const found = (source: string, severities?: ReadonlyMap<string, Severity | "off">) =>
  checkFiles([new SourceFile("test.journey", source)], severities ? { severities } : {}).diagnostics;

const aboutNode = (source: string) => found(source).filter(({ code }) => code !== "success-without-credential");

test("a comment with a reason sets the next line's finding aside", () => {
  expect(codesOf(found(text()))).toEqual(["unreachable-node"]);
  expect(codesOf(found(text("// journey-ignore-next-line unreachable-node: for the next release")))).toEqual([]);
});

test("comments may stand one above the other, and one may name several codes", () => {
  const stacked = text("// journey-ignore-next-line unreachable-node: later", "// what this is for");
  expect(codesOf(found(stacked))).toEqual([]);
  const several = text("// journey-ignore-next-line same-title, unreachable-node: later");
  expect(codesOf(found(several))).toEqual(["unused-suppression"]);
});

test("a comment that lacks its reason or misspells its code is told, and not what it is meant for", () => {
  expect(codesOf(found(text("// journey-ignore-next-line unreachable-node")))).toEqual(["suppression-without-reason"]);
  for (const written of ["unreachable-nod", "unreachableNode", "JRN305", "unreachable_node"]) {
    const [only, ...others] = aboutNode(text(`// journey-ignore-next-line ${written}: later`));
    expect([only?.code, only?.help, others]).toEqual(["unknown-suppression", "Did you mean unreachable-node?", []]);
    const [edit] = only!.fixes[0]!.edits;
    expect(only!.place.source.text.slice(edit!.range.start, edit!.range.end)).toBe(written);
  }
});

test("a comment for something else sets nothing aside", () => {
  expect(codesOf(found(text("// journey-ignore-next-line quite-another: later")))).toEqual([
    "unknown-suppression",
    "unreachable-node",
  ]);
  // Where something else is wrong, that the comment sets nothing aside may come of it.
  expect(codesOf(found(text("// journey-ignore-next-line no-way-out: later")))).toEqual(["unreachable-node"]);
});

test("a comment away from what it is for is told to move, and its finding is not told again", () => {
  const [only, ...others] = aboutNode(text("// journey-ignore-next-line unreachable-node: later", ""));
  expect([only?.code, only?.help, only?.fixes, others]).toEqual([
    "unused-suppression",
    expect.stringMatching(/^It holds for line \d+\. Move it right above line \d+, where the finding is\.$/),
    [],
    [],
  ]);
});

test("an unused comment is removed by its fix, with its line", () => {
  const lines = text().split("\n");
  lines.splice(3, 0, "  // journey-ignore-next-line no-way-out: later");
  const source = lines.join("\n");
  const unused = found(source).find(({ code }) => code === "unused-suppression");
  const edit = unused?.fixes[0]?.edits[0];
  expect(edit && source.slice(0, edit.range.start) + edit.text + source.slice(edit.range.end)).toBe(text());
});

test("the configuration changes severities and sets aside, but not errors", () => {
  expect(codesOf(found(text(), new Map([["unreachable-node", "off"]])))).toEqual([]);
  const raised = found(text(), new Map([["unreachable-node", "error"]]));
  expect(raised.find(({ code }) => code === "unreachable-node")?.severity).toBe("error");
  const broken = text().replace("-> success", '-> "8f2c1b9e-5f0f-4f7e-9a30-0d2f8f1c7a11"');
  expect(codesOf(found(broken, new Map([["dangling-connection", "off"]])))).toContain("dangling-connection");
});

test("a comment in a string is none", () => {
  const inString = text().replace(
    "node Ask: UsernameCollector {",
    'node Ask: UsernameCollector "// journey-ignore-next-line unreachable-node: no" {',
  );
  expect(codesOf(found(inString))).toEqual(["unreachable-node"]);
});
