import { expect, test } from "vitest";
import { compare } from "../../src/diff/compare.js";
import type { Change } from "../../src/diff/difference.js";
import { mergeJourneys } from "../../src/diff/merge/merge-journeys.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";
import { sideOfText } from "../support/compare-texts.js";
import { base, cases, files } from "../support/edit-table.js";
import { importOptions } from "../support/import-support.js";

/** The changes of a journey against the base, as texts. */
function changesOf(text: string): readonly string[] {
  const { difference } = compare(sideOfText(base, files), sideOfText(text, files), { layout: true });
  return difference.journeys.flatMap((each) =>
    each.kind === "journey-changed" ? each.changes.map(changeText) : [each.kind],
  );
}

/** A label is how a change speaks of a node, not the change. */
function changeText(change: Change): string {
  return JSON.stringify(change, (key, value: unknown) =>
    key === "title" && change.kind !== "node-renamed" ? undefined : value,
  );
}

const readText = (path: string) => {
  const text = files[path as keyof typeof files];
  return text === undefined ? { problem: "no such file" } : { text };
};

/** Edits that speak of nodes by new names, or take nodes away, change how other changes are told. */
const telling = cases.filter(({ what }) => !/name|gone|id$|another type|another version|start/.test(what));

test.each(telling.map((each) => [each.what, each] as const))("%s, and any other edit", (_what, ours) => {
  for (const theirs of telling) {
    const texts = { base, ours: ours.edit(base), theirs: theirs.edit(base) };
    const result = mergeJourneys("a.journey", texts, { ...importOptions, readText });
    if ("problem" in result) throw new Error(result.problem);
    expect(parse(new SourceFile("a.journey", result.text)).diagnostics).toEqual([]);
    if (result.conflicts.length > 0) {
      expect(result.text).toContain("// conflict: ");
      continue;
    }
    const merged = new Set(changesOf(result.text));
    for (const change of [...changesOf(texts.ours), ...changesOf(texts.theirs)]) {
      if (!merged.has(change)) expect([theirs.what, change, ...merged]).toEqual([]);
    }
  }
});

test.each(cases.map((each) => [each.what, each] as const))(
  "%s merges with every other edit into a text that can be read",
  (_what, ours) => {
    for (const theirs of cases) {
      const texts = { base, ours: ours.edit(base), theirs: theirs.edit(base) };
      const result = mergeJourneys("a.journey", texts, { ...importOptions, readText });
      if ("problem" in result) throw new Error(result.problem);
      expect(parse(new SourceFile("a.journey", result.text)).diagnostics).toEqual([]);
      const isMarked = result.text.includes("// conflict: ");
      expect(isMarked, `${theirs.what}\n${result.text}`).toBe(result.conflicts.length > 0);
    }
  },
);
