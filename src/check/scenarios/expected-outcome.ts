import { nearestName } from "../../diagnostics/suggest.js";
import type { Scenario } from "../../model/model.js";
import type { BoundStep } from "../../model/scenario.js";
import { analysisOf } from "../analysed-scripts.js";
import { namesInList, type StepFinding } from "./step-finding.js";

/** An outcome that a script which runs alone is expected to choose, and that it neither chooses nor a node that runs it has. */
export function unknownOutcome(step: BoundStep, { script: tested }: Scenario): readonly StepFinding[] {
  if (step.kind !== "expect" || step.subject !== "outcome" || tested === undefined) return [];
  const { outcome } = step;
  const { script, uses } = tested;
  if (!uses.every(({ node }) => node.outcomesKnown)) return [];
  const analysed = analysisOf(script);
  if (analysed.kind !== "analysed" || script.body === "") return [];
  const { chosen, hasHidden } = analysed.outcomes;
  const own = chosen.flatMap(({ values, possible }) => [...(values ?? []), ...possible.map(({ text }) => text)]);
  const isOpen = hasHidden || chosen.some(({ values }) => values === undefined);
  const ofNodes = uses.flatMap(({ node }) => node.outcomes.map(({ id }) => id));
  const all = new Set([...own, ...ofNodes]);
  if (all.has(outcome) || all.size === 0 || (uses.length === 0 && isOpen)) return [];
  const at = step.parts.text ?? step.parts.word ?? step.place;
  const near = nearestName(outcome, all);
  const problem = `The script has no outcome "${outcome}"`;
  if (near === undefined) return [{ at, problem, help: `Its outcomes are ${namesInList(all) ?? "others"}.` }];
  const fixes = [{ title: `Write ${near}`, edits: [{ range: at.range, text: JSON.stringify(near) }] }];
  return [{ at, problem, help: `Did you mean \`${near}\`?`, fixes }];
}
