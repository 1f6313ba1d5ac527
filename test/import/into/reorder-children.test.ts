import { expect, test } from "vitest";
import { compileText, readFrom } from "../../../src/import/compile-text.js";
import { reorderChildren } from "../../../src/import/into/reorder-children.js";
import { TextEdits } from "../../../src/import/into/text-edits.js";
import { importOptions } from "../../support/import-support.js";

const ids: Readonly<Record<string, number>> = { P: 1, Q: 2, A: 3, B: 4, C: 5, X: 6, Y: 7, Z: 8 };

/** Two pages, and lines between the inner nodes of the second one. */
function pages(first: readonly string[], second: readonly string[]): string {
  const nodes = (names: readonly string[]) => names.map((name) => `    ${name}\n`).join("");
  const line = (path: string) => `    ${path} "11111111-2222-4333-8444-55555555555${ids[path.at(-1) ?? ""]}"\n`;
  const layout = (page: string, names: readonly string[]) =>
    line(page) +
    names
      .flatMap((name) => /^node (\w+):/.exec(name)?.slice(1) ?? [])
      .map((name) => line(`${page}.${name}`))
      .join("");
  return `journey J {
  start -> P

  page P {
${nodes(first)}
    -> Q
  }

  page Q {
${nodes(second)}
    -> success
  }

  layout {
${layout("P", first)}${layout("Q", second)}  }
}
`;
}

const inner = (name: string) => `node ${name}: UsernameCollector`;
const named = (names: string) => [...names].map(inner);

function reordered(before: string, after: string): string {
  const { journeys, file } = compileText("test.journey", before, readFrom(new Map()), importOptions);
  const { journeys: wanted } = compileText("test.journey", after, readFrom(new Map()), importOptions);
  const written = file.items.find((item) => item.kind === "journey");
  const edits = new TextEdits(before);
  reorderChildren(written!, journeys[0]!, wanted[0]!, edits);
  return edits.apply();
}

test.each<[string, string, string, string, string]>([
  ["nothing", "ABC", "XYZ", "ABC", "XYZ"],
  ["two of the first page", "ABC", "XYZ", "BAC", "XYZ"],
  ["two of the second page", "ABC", "XYZ", "ABC", "XZY"],
  ["all of both pages", "ABC", "XYZ", "CAB", "ZYX"],
])("%s", (_what, first, second, firstAfter, secondAfter) => {
  const text = pages(named(first), named(second));
  const wanted = pages(named(firstAfter), named(secondAfter));
  const expected = wanted.slice(0, wanted.indexOf("  layout")) + text.slice(text.indexOf("  layout"));
  expect(reordered(text, wanted)).toBe(expected);
});

test("pages in another order are told apart by their ids", () => {
  const text = pages(named("AB"), named("XY"));
  const swapped = pages(named("BA"), named("YX"));
  const at = [swapped.indexOf("  page P"), swapped.indexOf("  page Q"), swapped.indexOf("  layout")] as const;
  const other =
    swapped.slice(0, at[0]) + swapped.slice(at[1], at[2]) + swapped.slice(at[0], at[1]) + swapped.slice(at[2]);
  expect(reordered(text, other)).toBe(swapped.slice(0, at[2]) + text.slice(text.indexOf("  layout")));
});

test("what stands between inner nodes stays there, and what is inside one goes with it", () => {
  const long = 'node B: UsernameCollector "Name" { // who\n      extra: 1\n    }';
  expect(reordered(pages(["// first", inner("A"), "// second", long], []), pages(named("BA"), []))).toContain(
    `    // first\n    ${long}\n    // second\n    ${inner("A")}\n`,
  );
});

test("a page that lacks one of them stays as it is; a new one is nothing to it", () => {
  const text = pages(named("ABC"), named("XY"));
  const pagesOf = (journey: string) => journey.slice(0, journey.indexOf("  layout"));
  for (const other of ["CB", "", "AZC"]) {
    expect(reordered(text, pages(named(other), named("XY")))).toBe(text);
  }
  expect(pagesOf(reordered(text, pages(named("CBZA"), named("XY"))))).toBe(pagesOf(pages(named("CBA"), named("XY"))));
});

test("an inner node without a name stays where it is", () => {
  const half = ["node : PasswordCollector", inner("A"), inner("B")];
  expect(reordered(pages(half, []), pages(named("BA"), []))).toContain(
    `    node : PasswordCollector\n    ${inner("B")}\n    ${inner("A")}\n`,
  );
});
