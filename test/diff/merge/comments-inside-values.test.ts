import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeJourneys } from "../../../src/diff/merge/merge-journeys.js";
import { importOptions } from "../../support/import-support.js";

function merge(base: string, ours: string, theirs: string) {
  const result = mergeJourneys(
    "a.journey",
    { base, ours, theirs },
    { ...importOptions, readText: () => ({ problem: "-" }) },
  );
  if (!("text" in result)) throw new Error(result.problem);
  return result;
}

/** A journey with the members of one node, or of the journey itself. */
const journey = (members: string) => `journey A {\n${members}\n  start -> success\n}\n`;
const node = (body: string) => `journey A {\n  start -> N\n\n  node N: MessageNode {\n${body}\n  }\n}\n`;

describe("comments inside values stay", () => {
  test("where each side changes another item of a list", () => {
    const of = (a: string, c: string) =>
      journey(`  categories: [\n    "${a}", // one\n    // two\n    "b",\n    "${c}", // three\n    // end\n  ]\n`);
    expect(merge(of("a", "c"), of("a2", "c"), of("a", "c2"))).toEqual({
      text: of("a2", "c2"),
      conflicts: [],
      notes: [],
    });
  });

  test("where each side changes another locale", () => {
    const of = (en: string, de: string) =>
      node(
        `    message: {\n      en: "${en}", // english\n      de: "${de}", // german\n    }\n\n    true, false -> success`,
      );
    expect(merge(of("Yes", "Ja"), of("Yes!", "Ja"), of("Yes", "Ja!")).text).toBe(of("Yes!", "Ja!"));
  });

  test("where one side removes an item, its comment goes, and what the other says of another item comes", () => {
    const base = journey('  categories: [\n    "a", // one\n    "b", // two\n    "c",\n  ]\n');
    const ours = journey('  categories: [\n    "b", // two\n    "c",\n  ]\n');
    const theirs = journey(
      '  categories: [\n    "a", // one\n    "b", // two and more\n    "c",\n    // a new one\n    "d",\n  ]\n',
    );
    expect(merge(base, ours, theirs).text).toBe(
      journey('  categories: [\n    "b", // two and more\n    "c",\n    // a new one\n    "d",\n  ]\n'),
    );
  });

  test("where one side removes an item and the other one speaks of it, the comment stands above the value", () => {
    const base = journey('  categories: ["a", "b"]\n');
    const ours = journey('  categories: ["b"]\n');
    const theirs = journey('  categories: [\n    "a", // why not\n    "b",\n  ]\n');
    expect(merge(base, ours, theirs).text).toBe(journey('  // why not\n  categories: ["b"]\n'));
  });

  test("where one side changes a value and the other one a comment in it", () => {
    const base = journey('  categories: ["a", "b"]\n');
    const ours = journey('  categories: ["a2", "b"]\n');
    const theirs = journey('  categories: [\n    "a", // the first\n    "b",\n  ]\n');
    expect(merge(base, ours, theirs).text).toBe(journey('  categories: [\n    "a2", // the first\n    "b",\n  ]\n'));
  });

  test("in the value that is kept where both sides changed it in different ways", () => {
    const base = journey('  description: "x"\n  other: "a"\n');
    const ours = journey('  description: "x"\n  other: ["a"]\n');
    const theirs = journey('  description: "x"\n  other: {\n    a: 1, // from theirs\n  }\n');
    const { text, conflicts } = merge(base, ours, theirs);
    expect(conflicts).toHaveLength(1);
    expect(text).toContain("// from theirs");
  });

  test("of arrows that are put together or go", () => {
    const base = node("    true -> success\n    false -> failure");
    const ours = node("    true, false -> success");
    const theirs = node("    true -> success // yes\n    // no\n    false -> failure");
    const { text } = merge(base, ours, theirs);
    expect(text).toContain("// yes");
    expect(text.match(/\/\/ no$/gm)).toHaveLength(1);
    const gone = merge(base, node('    message: "m"'), node("    true -> success // yes\n    false -> failure"));
    expect(gone.text).toContain("// yes");
  });

  test("of the steps of a scenario", () => {
    const of = (text: string, first: string, last: string) =>
      `${journey("")}\nscenario "s" of A {\n  ${first}// first\n  submit Ask { a: 1 }\n  expect message "${text}"\n  wait 2s\n  expect success // ${last}\n}\n`;
    const { text, conflicts } = merge(of("a", "", "end"), of("b", "", "end"), of("a", "wait 1s\n  ", "the end"));
    expect([text, conflicts]).toEqual([of("b", "wait 1s\n  ", "the end"), []]);
  });
});

/** An item with the comments above and beside it, which are numbers. */
interface Item {
  readonly text: string;
  readonly above: readonly string[];
  readonly beside: string | undefined;
}

type Edit = readonly [what: number, where: number];

describe("whatever is edited", () => {
  const form = fc.constantFrom<(items: readonly Item[]) => string>(
    (items) => `  categories: [\n${lines(items, (text) => `"${text}"`)}  ]\n`,
    (items) => `  texts: {\n${lines(items, (text) => `${text.charAt(0)}: "${text}"`)}  }\n`,
    (items) => `  nested: { inner: [\n${lines(items, (text) => `{ key: "${text}" }`)}  ] }\n`,
    (items) => `  nested: [["x"], [\n${lines(items, (text) => `"${text}"`)}  ]]\n`,
  );
  const edits = fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { minLength: 1, maxLength: 4 });
  const commented = fc.array(fc.nat(3), { minLength: 2, maxLength: 5 });

  test("the comments that both sides have, or that one has new, are there", () => {
    fc.assert(
      fc.property(form, commented, edits, edits, (print, kinds, left, right) => {
        const items = kinds.map((kind, index): Item => {
          const text = String.fromCharCode(97 + index);
          return { text, above: kind & 1 ? [`above ${text}`] : [], beside: kind & 2 ? `beside ${text}` : undefined };
        });
        const [base, ours, theirs] = [items, edited(items, left, "L"), edited(items, right, "R")].map((each) =>
          journey(print(each)),
        ) as [string, string, string];
        const { text } = merge(base, ours, theirs);
        const [before, own, other, merged] = [base, ours, theirs, text].map(commentsIn) as [
          string[],
          string[],
          string[],
          string[],
        ];
        const wanted = [...own, ...other].filter(
          (each) => (own.includes(each) && other.includes(each)) || !before.includes(each),
        );
        expect(merged).toEqual(expect.arrayContaining(wanted));
        for (const comment of merged) expect([...own, ...other]).toContain(comment);
      }),
      { numRuns: 200 },
    );
  });
});

function lines(items: readonly Item[], print: (text: string) => string): string {
  return items
    .map(({ text, above, beside }) => {
      const leading = above.map((comment) => `    // ${comment}\n`).join("");
      return `${leading}    ${print(text)},${beside === undefined ? "" : ` // ${beside}`}\n`;
    })
    .join("");
}

function edited(items: readonly Item[], edits: readonly Edit[], side: string): readonly Item[] {
  const result = [...items];
  for (const [number, [what, where]] of edits.entries()) {
    const at = where % Math.max(1, result.length);
    const item = result[at];
    const fresh = `${side}${number}`;
    if (what === 0 || item === undefined) {
      const text = `${String.fromCharCode(side === "L" ? 109 + number : 117 + number)}${side}`;
      result.splice(at, 0, { text, above: [`above ${fresh}`], beside: `beside ${fresh}` });
    } else if (what === 1) result.splice(at, 1);
    else if (what === 2) result[at] = { ...item, text: `${item.text}${side}` };
    else if (what === 3) result[at] = { ...item, beside: `beside ${fresh}` };
    else result[at] = { ...item, above: item.above.length > 0 ? [] : [`above ${fresh}`] };
  }
  return result;
}

function commentsIn(text: string): string[] {
  return [...text.matchAll(/\/\/ ((?:above|beside) \w+)/g)].map(([, comment = ""]) => comment);
}
