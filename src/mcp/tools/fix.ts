import { applyFixes } from "../../diagnostics/apply-fixes.js";
import { findingsOf, findingsOutput } from "../findings.js";
import { flagField, listField, objectOf, optional, textField, wholeField } from "../shape.js";
import { defineTool } from "../tool.js";
import { type JourneysInput, journeysInput } from "../workbench.js";

/** What one fix writes may have a fix itself. */
const mostPasses = 5;

export const fixTool = defineTool({
  name: "fix",
  title: "Fix findings",
  description: "Corrects what is safe to correct in .journey texts, and reports what is left.",
  input: { ...journeysInput, write: optional(flagField("write the corrected files; needs a server with --write")) },
  output: {
    texts: listField(
      objectOf({ path: textField("of the text"), text: textField("corrected") }),
      "the texts that changed",
    ),
    fixed: wholeField("how many findings were corrected"),
    written: listField(textField("a path"), "the files that were written"),
    ...findingsOutput,
  },
  writes: true,
  async run({ write, ...input }, workbench) {
    const changed = new Map<string, string>();
    let fixed = 0;
    let opened = await workbench.open(input);
    for (let pass = 0; pass < mostPasses; pass++) {
      const mended = applyFixes(opened.diagnostics);
      if (mended.length === 0) break;
      for (const { source, text: content, count } of mended) {
        changed.set(source.path, content);
        fixed += count;
      }
      opened = await workbench.open(withTexts(input, changed));
    }
    return {
      texts: [...changed].map(([path, content]) => ({ path, text: content })),
      fixed,
      written: write === true && changed.size > 0 ? workbench.write(changed) : [],
      ...findingsOf(opened.diagnostics),
    };
  },
});

/** The same input with corrected texts in the place of the files or texts that they were read from. */
function withTexts({ texts = [], paths }: JourneysInput, changed: ReadonlyMap<string, string>): JourneysInput {
  const others = texts.filter(({ path }) => !changed.has(path));
  // Without paths and texts the whole project is meant, which the corrected texts lie over.
  const all = paths === undefined && texts.length === 0 ? ["."] : paths;
  const corrected = [...changed].map(([path, content]) => ({ path, text: content }));
  return { texts: [...others, ...corrected], ...(all !== undefined && { paths: all }) };
}
