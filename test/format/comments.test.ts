import { describe, expect, it } from "vitest";
import { attachComments } from "../../src/format/attach-comments.js";
import { printFile } from "../../src/format/format.js";
import type { FileNode, JourneyDeclaration, NodeDeclaration } from "../../src/syntax/ast.js";
import { formatText, read } from "./format-text.js";

function journey(members: string): string {
  return `journey A {\n${members}}\n`;
}

describe("the owner of a comment", () => {
  it.each([
    ["above a member", "  -> N\n  // about a\n  a: 1\n", "  // about a\n  a: 1\n\n  -> N\n"],
    ["beside a member", "  -> N // beside\n  a: 1\n", "  a: 1\n\n  -> N // beside\n"],
    ["below a member, cut off", "  -> N\n  // below\n\n  a: 1\n", "  a: 1\n\n  -> N\n  // below\n"],
    ["apart from both", "  -> N\n\n  // apart\n\n  a: 1\n", "  // apart\n\n  a: 1\n\n  -> N\n"],
    ["at the end", "  -> N\n  a: 1\n  // end\n", "  a: 1\n\n  -> N\n  // end\n"],
    ["at the end, apart", "  -> N\n  a: 1\n\n  // end\n", "  a: 1\n\n  -> N\n\n  // end\n"],
    [
      "several of each",
      "  -> N // x\n  // y\n  // z\n\n  // u\n\n  // v\n  a: 1 /* p */ // q\n",
      "  // u\n\n  // v\n  a: 1 /* p */ // q\n\n  -> N // x\n  // y\n  // z\n",
    ],
    ["between outcomes", "  true, /* yes */ false /* no */ -> N\n", "  /* yes */\n  /* no */\n  true, false -> N\n"],
    ["before a value", "  a: // why\n  [1]\n", "  // why\n  a: [1]\n"],
    ["in a list, before its item", "  a: [1, /* two */ 2]\n", "  a: [\n    1,\n    /* two */\n    2,\n  ]\n"],
    ["in a list, after its item", "  a: [1, // one\n 2 /* two */]\n", "  a: [\n    1, // one\n    2, /* two */\n  ]\n"],
    ["in an empty list", "  a: [ // none\n  ]\n", "  a: [ // none\n  ]\n"],
    ["in an empty object", "  a: { /* none */ }\n", "  a: {\n    /* none */\n  }\n"],
    [
      "deep in a value",
      "  a: { b: [{ c: 1 /* c */ }] }\n",
      "  a: {\n    b: [\n      {\n        c: 1, /* c */\n      },\n    ],\n  }\n",
    ],
  ])("%s", (_, before, after) => {
    const node = (members: string): string =>
      `journey A {\n  node N: T {\n${members.replaceAll(/^(?=.)/gm, "  ")}  }\n}\n`;
    expect(formatText(node(before))).toBe(node(after));
    expect(formatText(node(after))).toBe(node(after));
  });

  it("is the block where it stands behind the brace", () => {
    expect(formatText("journey A { // open\n  // first\n a: 1 }")).toBe(
      journey("").replace("{\n", "{ // open\n  // first\n  a: 1\n"),
    );
    expect(formatText("journey A { // nothing yet\n}")).toBe("journey A { // nothing yet\n}\n");
  });

  it("is the file where nothing follows, and the declaration where it stands beside its brace", () => {
    expect(formatText("// only")).toBe("// only\n");
    expect(formatText("\n\n// licence\n\n\nparam a // a\n// below\n\nparam b\n\n// end\n\n\n")).toBe(
      "// licence\n\nparam a // a\n// below\n\nparam b\n\n// end\n",
    );
    expect(formatText("journey A { a: 1 } // end of A\njourney B {}")).toBe(
      "journey A {\n  a: 1\n} // end of A\n\njourney B {}\n",
    );
  });
});

describe("the text of a comment", () => {
  it("keeps all but blanks at the end of a line comment and the indentation of rows of stars", () => {
    expect(formatText("//  no // change  \t\n/**\n * a\n      * b\n */\n/* x\n     y */\nparam a")).toBe(
      "//  no // change\n/**\n * a\n * b\n */\n/* x\n     y */\nparam a\n",
    );
  });
});

describe("comments of a tree that a program changed", () => {
  it("follow the nodes that are still there, and those that are handed on", () => {
    const parsed = read(
      "journey A {\n  // gone\n  node A: T\n\n  // kept\n  node B: T // beside B\n\n  // moved\n  node C: T\n}\n",
    );
    const comments = attachComments(parsed.file, parsed.source);
    const before = parsed.file.items[0] as JourneyDeclaration;
    const c = before.members[2] as NodeDeclaration;
    const renamed: NodeDeclaration = { ...c, name: { text: "D", quoted: false, range: c.range } };
    comments.move(c, renamed);
    const file: FileNode = {
      ...parsed.file,
      items: [{ ...before, members: [renamed, ...before.members.slice(1, 2)] }],
    };
    expect(printFile(file, comments)).toBe(
      "journey A {\n  // moved\n  node D: T\n\n  // kept\n  node B: T // beside B\n}\n",
    );
  });
});

describe("hostile input", () => {
  it("keeps keys that JavaScript treats in a special way", () => {
    const text = "param a = { __proto__: 1, constructor: { toString: 2 } }\n";
    expect(formatText(text)).toBe(text);
  });

  it("goes as deep as the parser", () => {
    const text = `param a = ${"[".repeat(195)}"${"x".repeat(100)}"${"]".repeat(195)}\n`;
    const once = formatText(text);
    expect(once.split("\n").length).toBeGreaterThan(390);
    expect(formatText(once)).toBe(once);
  });

  it("leaves nothing of an empty text, a mark at the beginning and blank lines", () => {
    for (const text of ["", "\n\n", "\ufeff", "\ufeff \r\n\t"]) expect(formatText(text)).toBe("");
    expect(formatText("\ufeffparam a")).toBe("param a\n");
  });
});
