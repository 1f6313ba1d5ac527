import { printFile } from "../format/format.js";
import type { Scenario } from "../model/model.js";
import { parse } from "../syntax/parse.js";
import { emptyRange } from "../text/range.js";
import { SourceFile } from "../text/source-file.js";
import type { ScenarioChange } from "./difference.js";
import { diffLines } from "./line-diff.js";

/** Compares scenarios with the same title and journey, in canonical form. */
export function compareScenarios(before: readonly Scenario[], after: readonly Scenario[]): readonly ScenarioChange[] {
  const old = new Map(before.map((scenario) => [titleOf(scenario), canonicalText(scenario)]));
  const changes: ScenarioChange[] = [];
  const seen = new Set<string>();
  for (const each of after) {
    const scenario = titleOf(each);
    if (seen.has(scenario)) continue;
    seen.add(scenario);
    const left = old.get(scenario);
    const right = canonicalText(each);
    if (left === undefined) changes.push({ kind: "scenario-added", scenario });
    else if (left !== right) changes.push({ kind: "scenario-changed", scenario, lines: diffLines(left, right) });
  }
  for (const scenario of old.keys()) if (!seen.has(scenario)) changes.push({ kind: "scenario-removed", scenario });
  return changes;
}

function titleOf({ title, journeyName }: Scenario): string {
  return `${title} (${journeyName ?? ""})`;
}

function canonicalText({ place: { source }, extent }: Scenario): string {
  const { items } = parse(new SourceFile(source.path, source.text.slice(extent.start, extent.end))).file;
  return printFile({ kind: "file", items, comments: [], range: emptyRange });
}
