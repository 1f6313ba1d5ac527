import { checkFiles } from "../../src/compile/compile.js";
import { type ComparedSide, type Comparison, compare } from "../../src/diff/compare.js";
import { SourceFile } from "../../src/text/source-file.js";

/** A `.journey` text as one side of a comparison; files that it names are given by path. */
export function sideOfText(text: string, files: Readonly<Record<string, string>> = {}): ComparedSide {
  const readText = (path: string) => {
    const found = files[path];
    return found === undefined ? { problem: "no such file" } : { text: found };
  };
  const { model, diagnostics } = checkFiles([new SourceFile("test.journey", text)], { readText });
  return { model, findings: diagnostics };
}

/** Compares two texts. */
export function compareTexts(before: string, after: string, layout = false): Comparison {
  return compare(sideOfText(before), sideOfText(after), { layout });
}
