import { modelRule } from "../rule.js";
import { unmadeCall } from "../scenarios/calls.js";
import { unreadEsvs } from "../scenarios/given-esv.js";
import { unreadInRequest } from "../scenarios/given-request.js";
import { unreadKeys } from "../scenarios/given-state.js";
import { playedScenarios } from "../scenarios/played-scenarios.js";
import { reportOnce } from "../scenarios/report-once.js";

/** Reports what a scenario gives, or answers, although nothing that runs in it reads or asks that. */
export const stepWithoutEffect = modelRule("step-without-effect", "may-miss", (model, report, facts) => {
  reportOnce(
    playedScenarios(model, facts),
    ({ scenario: { steps }, played, state, request }) => [
      ...unreadKeys(steps, played, state()),
      ...unreadInRequest(steps, played, request),
      ...unreadEsvs(steps, played),
      ...steps.flatMap((step) => (step.kind === "answer" ? unmadeCall(step, played) : [])),
    ],
    report,
  );
});
