import type { Report } from "../rule.js";
import type { Played } from "./played.js";
import type { PlayedScenario } from "./played-scenarios.js";
import type { StepFinding } from "./step-finding.js";

type RuleOfSteps = "step-without-effect" | "impossible-expectation";

const shownOthers = 5;

/**
 * Reports what is found in the steps of scenarios. What several scenarios of one journey have in common is one finding, without a fix: it may
 * as well be the journey that has the name wrong.
 */
export function reportOnce<Code extends RuleOfSteps>(
  scenarios: readonly PlayedScenario[],
  find: (scenario: PlayedScenario) => readonly StepFinding[],
  report: Report<Code>,
): void {
  const groups = new Map<unknown, StepFinding[]>();
  const ids = new Map<Played, number>();
  for (const each of scenarios) {
    const id = ids.get(each.played) ?? ids.size;
    ids.set(each.played, id);
    for (const finding of find(each)) {
      const cause = finding.cause === undefined ? finding : `${id} ${finding.cause}`;
      const group = groups.get(cause);
      if (group === undefined) groups.set(cause, [finding]);
      else group.push(finding);
    }
  }
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const { at, problem, cause: _cause, ...extras } = first;
    const args = { problem } as Parameters<Report<Code>>[0]["args"];
    if (others.length === 0) report({ at, args, ...extras });
    else {
      const related = others.slice(0, shownOthers).map((other) => ({ place: other.at, message: "It is here, too" }));
      report({ at, args, ...extras, related, fixes: [] });
    }
  }
}
