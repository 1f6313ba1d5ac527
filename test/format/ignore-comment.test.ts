import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachComments } from "../../src/format/attach-comments.js";
import { formatFile, printFile } from "../../src/format/format.js";
import type { FileNode, JourneyDeclaration, NodeDeclaration } from "../../src/syntax/ast.js";
import { arbitraryFile } from "./arbitrary-file.js";
import { formatText, messages, read } from "./format-text.js";
import { meaningOf } from "./meaning.js";
import { boundaries, insertAt, membersOf, textsBelow } from "./untidy-text.js";

const mark = "// prettier-ignore";

function journey(members: string): string {
  return `journey A {\n${members}}\n`;
}

describe("a member below prettier-ignore", () => {
  it.each([
    ["a property", "a  :  [ 1,2 ]"],
    ["a start", "start->B"],
    ["a node", "node  B:T {\n      x:  1\n\n\n  true->success; false->failure }".replace(";", "\n")],
    ["an inner comment", "node B: T { // one\n /* two */ x: /* three */ 1 }"],
    ["a page", "page B{ node   C: T\n  -> success }"],
    ["a script", 'script S  "S" { source:   """\n      a\n    """ }'],
    ["a resource", 'resource   theme "a" from   "b"'],
    ["a rule", "require  B   before success"],
    ["export options", "export {  a:1 }"],
    ["a layout", "layout {\n  B      10,  20\n  LongerName 300, 200\n}"],
    ["raw", "raw   { a:1 }"],
  ])("stays as it is: %s", (_, text) => {
    const kept = journey(`  ${mark}\n  ${text}\n`);
    expect(formatText(kept)).toBe(kept);
    expect(formatText(kept.replace(mark, "/* prettier-ignore */"))).toContain(text);
    expect(formatText(kept.replace(mark, "// prettier ignore"))).not.toContain(`  ${text}\n`);
  });

  it.each([
    ["an arrow", `node B: T {\n    ${mark}\n    true  ->  success\n    false -> failure\n  }`],
    ["an item of a list", `a: [\n    ${mark}\n    { x:1 },\n    { y: 2 },\n  ]`],
    ["an entry of an object", `a: {\n    ${mark}\n    x:   1,\n    y: 2,\n  }`],
    ["a line of the layout", `layout {\n    ${mark}\n    B     10,   20\n    C 20, 30\n  }`],
  ])("stays as it is inside of another: %s", (_, text) => {
    expect(formatText(journey(`  ${text}\n`))).toBe(journey(`  ${text}\n`));
  });

  it.each([
    ["a journey", "journey   A { start->success }"],
    ["an extern", 'extern  node T   "T" { a:1 }'],
    ["a script", "script  S{ source: 'x.js' }".replaceAll("'", '"')],
    ["a scenario", 'scenario "s"   of A { expect   success }'],
  ])("stays as it is in the file: %s", (_, text) => {
    expect(formatText(`${mark}\n${text}\nparam  x`)).toBe(`${mark}\n${text}\n\nparam x\n`);
  });

  it("takes its place among the others, with the other comments around it", () => {
    expect(
      formatText(
        journey(`  node B:T\n  // why\n  ${mark}\n  // so\n    a   : 1 // beside\n  // below\n\n  start->B\n`),
      ),
    ).toBe(journey(`  // why\n  ${mark}\n  // so\n  a   : 1 // beside\n  // below\n\n  start -> B\n\n  node B: T\n`));
  });

  it("is only the one that the comment belongs to", () => {
    for (const text of [`  a: 1 ${mark}\n  b:2\n`, `  a: 1\n  ${mark}\n\n  b:2\n`, `  a: 1\n  b:2\n  ${mark}\n`]) {
      expect(formatText(journey(text))).toContain("b: 2");
    }
  });

  it("is printed anew, with its comments, where a program has changed it", () => {
    const text = journey(`  ${mark}\n  node B:T { /* in */ x:1 /* out */ }\n`);
    const parsed = read(text);
    const comments = attachComments(parsed.file, parsed.source);
    const before = parsed.file.items[0] as JourneyDeclaration;
    const node = before.members[0] as NodeDeclaration;
    const renamed: NodeDeclaration = { ...node, name: { text: "C", quoted: false, range: node.range } };
    comments.move(node, renamed);
    const file: FileNode = { ...parsed.file, items: [{ ...before, members: [renamed] }] };
    expect(printFile(file, comments)).toBe(
      journey(`  ${mark}\n  node C: T {\n    /* in */\n    x: 1 /* out */\n  }\n`),
    );
  });
});

describe("any text with prettier-ignore above members", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const chosen = fc.array(place, { minLength: 1, maxLength: 3 });
  const blanks = fc.array(fc.tuple(place, fc.constantFrom(" ", "   ", "\t")), { maxLength: 12 });

  it("keeps them to the letter, means the same, and stays the same the second time", () => {
    let kept = 0;
    fc.assert(
      fc.property(arbitraryFile, chosen, blanks, (file, places, spaces) => {
        const text = untidy(printFile(file), places, spaces);
        const parsed = read(text);
        fc.pre(parsed.diagnostics.length === 0);
        const once = formatFile(parsed.file, parsed.source);
        const again = read(once);
        expect(messages(again)).toEqual([]);
        expect(meaningOf(again.file)).toEqual(meaningOf(parsed.file));
        expect(again.file.comments).toHaveLength(parsed.file.comments.length);
        expect(textsBelow(mark, once).toSorted()).toEqual(textsBelow(mark, text).toSorted());
        expect(formatFile(again.file, again.source)).toBe(once);
        kept += textsBelow(mark, text).length;
      }),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  /** The comment above some members that begin a line, and blanks before some tokens. */
  function untidy(plain: string, places: readonly number[], spaces: readonly (readonly [number, string])[]): string {
    const starts = membersOf(read(plain).file)
      .map(({ range }) => ({ start: range.start, line: plain.lastIndexOf("\n", range.start - 1) + 1 }))
      .filter(({ start, line }) => plain.slice(line, start).trim() === "");
    const at = (list: readonly number[], share: number) => list[Math.floor(share * (list.length - 1))] ?? 0;
    const lines = new Set(
      places.map((share) =>
        at(
          starts.map(({ line }) => line),
          share,
        ),
      ),
    );
    const marked = insertAt(
      plain,
      [...lines].map((line) => ({ at: line, text: `${mark}\n` })),
    );
    const tokens = boundaries(marked);
    return insertAt(
      marked,
      spaces.map(([share, text]) => ({ at: at(tokens, share), text })),
    );
  }
});
