import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codes } from "../../src/diagnostics/codes.js";
import { corpusEntries, corpusIsThere, readCorpus } from "../support/corpus.js";
import { expectFigures } from "../support/figures.js";
import { judgeBoth } from "../support/judge-both.js";
import { projectRoot } from "../support/read-project.js";

test.skipIf(!corpusIsThere)(
  "every finding in the corpus has been judged, and is the same in the text imported from the export (skipped where ../shared/corpus is absent)",
  () => {
    const otherwise: unknown[] = [];
    const found = new Map<string, readonly number[]>();
    for (const { file, kind } of corpusEntries()) {
      const { diagnostics, asExport, asText } = judgeBoth(file, readCorpus(file));
      if (asExport.join("\n") !== asText.join("\n")) otherwise.push({ file, asExport, asText });
      if (kind !== "journey") continue;
      for (const code of new Set(diagnostics.map((diagnostic) => diagnostic.code))) {
        const [findings = 0, files = 0] = found.get(code) ?? [];
        found.set(code, [findings + diagnostics.filter((diagnostic) => diagnostic.code === code).length, files + 1]);
      }
    }
    expect(otherwise).toEqual([]);
    const inOrder = Object.keys(codes).filter((code) => found.has(code));
    expectFigures(
      "Findings in the corpus",
      Object.fromEntries(inOrder.map((code) => [`\`${code}\``, found.get(code) ?? []])),
    );
    expect(judged()).toEqual(Object.fromEntries(inOrder.map((code) => [code, found.get(code)?.[0]])));
  },
);

/** How many findings of each rule docs/rules/corpus.md calls true, debatable or false. */
function judged(): Readonly<Record<string, number>> {
  const page = readFileSync(join(projectRoot, "docs", "rules", "corpus.md"), "utf8");
  const rows = page.matchAll(/^\| `([a-z-]+)` \| (\d+) \| (\d+) \| (\d+) \|/gm);
  return Object.fromEntries(
    [...rows].map(([, code, ...counts]) => [code, counts.reduce((sum, each) => sum + Number(each), 0)]),
  );
}
