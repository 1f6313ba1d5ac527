import { check } from "../../check/check.js";
import type { Rule } from "../../check/rule.js";
import { applyEdits } from "../../diagnostics/apply-fixes.js";
import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { bindFile } from "../../model/bind.js";
import type { Journey } from "../../model/model.js";
import { Reporter } from "../../model/reporter.js";
import { parse } from "../../syntax/parse.js";
import { SourceFile } from "../../text/source-file.js";
import type { Selection } from "./refactoring.js";

/**
 * The first message of rules for single journeys about a text after a change that would be told of more often than now; `undefined` where there is
 * none. Notes do not count.
 */
export function newFinding(
  { text, projects }: Selection,
  edits: readonly TextEdit[],
  rules: readonly Rule[],
): string | undefined {
  const { source } = text.parsed;
  const changed = parse(new SourceFile(source.path, applyEdits(source.text, edits)));
  const { options } = text.bound.scope;
  const after = bindFile(changed, options, new Reporter()).journeys;
  const others = projects.flatMap(({ model }) => model.model.journeys).filter((each) => !text.journeys.includes(each));
  const find = (journeys: readonly Journey[]) =>
    check({ journeys: [...journeys, ...others], externTypes: text.bound.scope.externTypes, scenarios: [] }, rules, {
      only: journeys,
      externalJourneys: options.externalJourneys,
    }).filter(({ severity }) => severity !== "info");
  const left = new Map<string, number>();
  for (const { code } of find(text.journeys)) left.set(code, (left.get(code) ?? 0) + 1);
  return find(after).find(({ code }) => {
    const count = left.get(code) ?? 0;
    left.set(code, count - 1);
    return count <= 0;
  })?.message;
}
