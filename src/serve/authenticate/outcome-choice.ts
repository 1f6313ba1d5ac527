import type { Callback, WireCallback } from "../../runtime/callbacks/callback.js";
import { indexOf, textOf } from "../../runtime/callbacks/callback.js";
import { choiceCallback } from "../../runtime/callbacks/choice-callback.js";
import { textInputCallback } from "../../runtime/callbacks/text-input-callback.js";
import { textOutputCallback } from "../../runtime/callbacks/text-output-callback.js";
import { fromWire, toWire } from "../../runtime/callbacks/wire.js";
import type { StubRequest } from "../../runtime/run.js";
import { Refusal } from "../refusal.js";

/**
 * What a client is asked in place of a node that cannot run here: its outcome, in callbacks that every login page can show. The platform
 * has no such step.
 */
export function outcomeChoice(stub: StubRequest): readonly WireCallback[] {
  return toWire(callbacksOf(stub));
}

/** The outcome that the client has chosen. */
export function chosenOutcome(stub: StubRequest, answers: readonly WireCallback[]): string {
  const answered = fromWire(callbacksOf(stub), answers);
  if ("message" in answered) throw new Refusal(400, answered.message);
  const choice = answered[1];
  if (choice === undefined) throw new Error("The choice of an outcome has two callbacks");
  if (stub.outcomes.length === 0) return textOf(choice);
  const outcome = stub.outcomes[indexOf(choice) ?? -1];
  if (outcome === undefined) throw new Refusal(400, `The choice is none of ${stub.outcomes.length}`);
  return outcome;
}

function callbacksOf({ node, child, reason, outcomes }: StubRequest): readonly Callback[] {
  const name = child === undefined ? node : `${node}.${child}`;
  const told = textOutputCallback({ message: `${name} needs an outcome: ${reason}`, messageType: "1" });
  const prompt = `Outcome of ${name}`;
  const asked = outcomes.length === 0 ? textInputCallback({ prompt }) : choiceCallback({ prompt, choices: outcomes });
  return [told, asked];
}
