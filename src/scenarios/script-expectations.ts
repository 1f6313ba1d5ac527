import type { Expectation } from "../model/scenario.js";
import { describePosition } from "../simulate/describe-run.js";
import type { ScriptRun } from "../simulate/script-run.js";
import { checkObserved, differing, type Miss, type Observed } from "./observed.js";
import { shownValue } from "./value-difference.js";

/** Checks an expectation against a script that runs alone; `undefined` where it holds. */
export function checkScriptExpectation(expectation: Expectation, run: ScriptRun): Miss | undefined {
  const { standing } = run;
  const found = describeStanding(run);
  switch (expectation.subject) {
    case "outcome": {
      const isRight = standing.status === "outcome" && standing.outcome === expectation.outcome;
      return isRight ? undefined : { expected: `the outcome "${expectation.outcome}"`, found };
    }
    case "suspended":
      return standing.status === "suspended" ? undefined : { expected: "suspended", found };
    case "error": {
      const { text } = expectation;
      const isRight = standing.status === "error" && (text === undefined || standing.message.includes(text));
      return isRight
        ? undefined
        : { expected: text === undefined ? "error" : `an error with ${shownValue(text)}`, found };
    }
    case "config":
      if (standing.status !== "config") return { expected: "a configuration", found };
      return differing("config", expectation.value ?? {}, standing.config);
    case "success":
    case "failure":
    case "at":
    case "path":
      // The binder has refused it.
      return { expected: expectation.subject, found };
    default:
      return checkObserved(expectation, observedOf(run));
  }
}

function observedOf(run: ScriptRun): Observed {
  const { world, state, callbacks, message, effects } = run;
  const { identity, maxSessionTime, maxIdleTime } = effects;
  const session = {
    properties: Object.fromEntries(effects.sessionProperties),
    ...(identity && { username: identity.name }),
    ...(maxSessionTime !== undefined && { maxSessionTime }),
    ...(maxIdleTime !== undefined && { maxIdleTime }),
  };
  return { world, state, callbacks, session, message, standing: describeStanding(run) };
}

/** Where a script stands, in a few words that can follow "found". */
export function describeStanding({ standing, callbacks }: ScriptRun): string {
  switch (standing.status) {
    case "outcome":
      return `the outcome "${standing.outcome}"`;
    case "config":
      return `the configuration ${shownValue(standing.config)}`;
    case "waiting":
      return `waiting for answers to ${callbacks.map(({ type }) => type).join(", ")}`;
    case "suspended":
      return "suspended";
    case "error":
      return `an error (${standing.message}${standing.source ? `; ${describePosition(standing.source)}` : ""})`;
    case "unsupported":
      return standing.reason;
    default:
      return standing satisfies never;
  }
}
