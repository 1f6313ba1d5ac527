import { modelRule } from "../rule.js";
import { unmadeCall } from "../scenarios/calls.js";
import { misquotedMessage } from "../scenarios/expected-message.js";
import { unsentMessage } from "../scenarios/expected-message-sent.js";
import { unknownOutcome } from "../scenarios/expected-outcome.js";
import { unwrittenKeys } from "../scenarios/expected-state.js";
import { turnedKeys } from "../scenarios/given-request.js";
import { playedScenarios } from "../scenarios/played-scenarios.js";
import { reportOnce } from "../scenarios/report-once.js";

/** Reports what a scenario expects although nothing that runs in it can bring it about. */
export const impossibleExpectation = modelRule("impossible-expectation", "may-miss", (model, report, facts) => {
  reportOnce(
    playedScenarios(model, facts),
    ({ scenario, played, state, request }) => [
      ...unwrittenKeys(scenario.steps, played, state(), turnedKeys(scenario.steps, request)),
      ...scenario.steps.flatMap((step) => [
        ...unknownOutcome(step, scenario),
        ...misquotedMessage(step, played),
        ...unsentMessage(step, played),
        ...(step.kind === "expect" ? unmadeCall(step, played) : []),
      ]),
    ],
    report,
  );
});
