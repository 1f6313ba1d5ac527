import { checkModel } from "../../src/check/check-model.js";
import { bindFiles } from "../../src/compile/compile.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import { SourceFile } from "../../src/text/source-file.js";

/** A text of a language: `journey`, or `json` for an export. */
export interface CheckedText {
  readonly language: string;
  readonly text: string;
}

/** All findings in texts and exports that are checked together. */
export function checkTogether(
  texts: readonly CheckedText[],
  options: { readonly externalJourneys?: ReadonlySet<string>; readonly targetRealm?: string } = {},
): readonly Diagnostic[] {
  const sources = texts.map(({ language, text }, index) => new SourceFile(`test${index}.${language}`, text));
  const bound = bindFiles(
    sources.filter(({ path }) => path.endsWith(".journey")),
    options.targetRealm === undefined ? {} : { realm: options.targetRealm },
  );
  const read = sources.filter(({ path }) => path.endsWith(".json")).map((source) => readExport(source, {}));
  const journeys = [...bound.model.journeys, ...read.flatMap(({ model }) => model.journeys)];
  return checkModel({
    ...options,
    model: { ...bound.model, journeys },
    parsed: bound.parsed,
    diagnostics: [...bound.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics)],
  });
}

/** All findings in texts that are checked together. */
export function checkTexts(...texts: readonly string[]): readonly Diagnostic[] {
  return checkTogether(texts.map((text) => ({ language: "journey", text })));
}

/** All findings in an export. */
export function checkExport(value: object): readonly Diagnostic[] {
  return checkTogether([{ language: "json", text: JSON.stringify(value, null, 2) }]);
}

/** The findings of graph, nodes, pages and journeys; node state, security and texts have tests of their own. */
export function graphOnly(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ id }) => !/^JRN[567]/.test(id));
}

/** The codes of these findings. */
export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return graphOnly(diagnostics).map(({ code }) => code);
}

/** The messages of one rule over texts that are checked together. */
export function messagesOf(code: string, ...texts: readonly string[]): readonly string[] {
  return messagesIn(code, checkTexts(...texts));
}

/** The messages of one rule among findings. */
export function messagesIn(code: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter((diagnostic) => diagnostic.code === code).map(({ message }) => message);
}
