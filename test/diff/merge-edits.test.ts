import { expect, test } from "vitest";
import { compare } from "../../src/diff/compare.js";
import type { Change } from "../../src/diff/difference.js";
import { mergeJourneys } from "../../src/diff/merge/merge-journeys.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";
import { sideOfText } from "../support/compare-texts.js";
import { base, cases, files } from "../support/edit-table.js";
import { importOptions } from "../support/import-support.js";
import { once } from "../support/once.js";

/** The changes of a journey against the base, as texts; one and the same journey is in many pairs. */
const changesOf = once((text: string): readonly string[] => {
  const { difference } = compare(sideOfText(base, files), sideOfText(text, files), { layout: true });
  return difference.journeys.flatMap((each) =>
    each.kind === "journey-changed" ? each.changes.map(changeText) : [each.kind],
  );
});

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
const retelling = /name|gone|id$|another type|another version|start/;
const edits = cases.map(({ what, edit }) => ({ what, text: edit(base), isTold: !retelling.test(what) }));

/** Each pair once, every third of them: an edit meets those before it and those behind it by turns as ours and as theirs. */
const partnersOf = (ours: (typeof edits)[number]) => {
  const own = edits.indexOf(ours);
  return edits.filter(
    (_, other) => own === other || ((own + other) % 3 === 0 && own > other === ((own + other) % 2 === 1)),
  );
};

test.each(edits)("$what merges with other edits into a text that can be read and holds both", (ours) => {
  for (const theirs of partnersOf(ours)) {
    const texts = { base, ours: ours.text, theirs: theirs.text };
    const result = mergeJourneys("a.journey", texts, { ...importOptions, readText });
    if ("problem" in result) throw new Error(result.problem);
    expect(parse(new SourceFile("a.journey", result.text)).diagnostics).toEqual([]);
    const isMarked = result.text.includes("// conflict: ");
    expect(isMarked, `${theirs.what}\n${result.text}`).toBe(result.conflicts.length > 0);
    if (isMarked || !ours.isTold || !theirs.isTold) continue;
    const merged = new Set(changesOf(result.text));
    for (const change of [...changesOf(ours.text), ...changesOf(theirs.text)]) {
      if (!merged.has(change)) expect([theirs.what, change, ...merged]).toEqual([]);
    }
  }
});
