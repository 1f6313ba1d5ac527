import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codes } from "../../src/diagnostics/codes.js";
import { checkTogether } from "../support/check-text.js";
import { corpusEntries, corpusIsThere, readCorpus } from "../support/corpus.js";
import { expectFigures } from "../support/figures.js";
import { projectRoot } from "../support/read-project.js";

test.skipIf(!corpusIsThere)(
  "every finding in the corpus has been judged (skipped where ../shared/corpus is absent)",
  () => {
    const found = new Map<string, readonly number[]>();
    for (const { file } of corpusEntries().filter(({ kind }) => kind === "journey")) {
      const diagnostics = checkTogether([{ language: "json", text: readCorpus(file) }]);
      for (const code of new Set(diagnostics.map((diagnostic) => diagnostic.code))) {
        const [findings = 0, files = 0] = found.get(code) ?? [];
        found.set(code, [findings + diagnostics.filter((diagnostic) => diagnostic.code === code).length, files + 1]);
      }
    }
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
