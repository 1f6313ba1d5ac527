import { checkModel } from "../../src/check/check-model.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { bind } from "../../src/model/bind.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

/** The findings in journeys whose scripts are given by path. */
export function checkWithScripts(
  journeys: readonly string[],
  scripts: Readonly<Record<string, string>>,
): readonly Diagnostic[] {
  const parsed = journeys.map((text, index) => parse(new SourceFile(`test${index}.journey`, text)));
  const readText = (path: string) => {
    const text = scripts[path];
    return text === undefined ? { problem: "there is no such file" } : { text };
  };
  const { model, diagnostics } = bind(parsed, { readText });
  return checkModel({
    model,
    parsed,
    diagnostics: [...parsed.flatMap((result) => result.diagnostics), ...diagnostics],
  });
}

/** The codes of the findings, without those of wiring and journeys together. */
export function codesWithScripts(
  journeys: readonly string[],
  scripts: Readonly<Record<string, string>>,
): readonly string[] {
  return checkWithScripts(journeys, scripts)
    .filter(({ id }) => !/^JRN3/.test(id))
    .map(({ code }) => code);
}

/** The messages of one rule. */
export function messagesWithScripts(
  code: string,
  journeys: readonly string[],
  scripts: Readonly<Record<string, string>> = {},
): readonly string[] {
  return checkWithScripts(journeys, scripts)
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ message }) => message);
}
