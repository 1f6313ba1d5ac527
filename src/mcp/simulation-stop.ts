import type { WireCallback } from "../runtime/callbacks/callback.js";
import { describePath } from "../simulate/describe-run.js";
import type { JsonRun } from "../simulate/session/json-run.js";
import { isJsonObject, type Json } from "../text/json.js";
import {
  choiceField,
  listField,
  objectField,
  objectOf,
  optional,
  textField,
  type ValuesOf,
  valueField,
} from "./shape.js";

const statuses = ["waiting", "suspended", "stub", "success", "failure", "error"] as const;

/** Where a simulation stands, as tools answer it. */
export const stopOutput = {
  session: textField("the simulation, for the next call"),
  status: choiceField(
    statuses,
    "waiting: answer with simulate_answer; suspended: somebody must follow the link, simulate_resume; stub: choose the node's outcome with simulate_answer; the others are ends",
  ),
  node: optional(textField("the node where it stands")),
  header: optional(textField("the header of the page")),
  asks: listField(
    objectOf({
      name: textField("the name for simulate_answer"),
      callback: textField("its type"),
      prompt: optional(textField("what the user reads")),
      choices: optional(listField(valueField("a choice"), "what can be chosen, by its text")),
      value: optional(valueField("the value that holds where nothing is answered")),
      problems: optional(valueField("the policies that the last answer failed")),
    }),
    "what the user is asked for",
  ),
  shows: listField(textField("a text"), "what the user reads besides"),
  stub: optional(
    objectOf({
      node: textField("the node that cannot run here"),
      reason: textField("why"),
      outcomes: listField(textField("an outcome"), "those to choose from"),
    }),
  ),
  messages: listField(
    objectField("kind, to, template, subject, text, resumeUri"),
    "mails and text messages since the last answer",
  ),
  warnings: listField(objectField("script and text"), "what the sandbox says of scripts"),
  result: optional(objectField("at an end: message, detail, session, successUrl, failureUrl, problem")),
  path: textField("the nodes passed so far, with outcomes"),
} as const;

/** Tells where a run stands, with the messages since it was last told. */
export function stopOf(session: string, run: JsonRun): ValuesOf<typeof stopOutput> {
  // Plain data, as it goes to the client.
  const stop = JSON.parse(JSON.stringify(run.stop()));
  const { stub, message, detail, session: signedOn, successUrl, failureUrl, problem } = stop;
  const callbacks: readonly WireCallback[] = stop.callbacks ?? [];
  const { status } = run.run;
  const isOver = status === "success" || status === "failure" || status === "error";
  return {
    session,
    status,
    ...(run.run.at && { node: run.run.at.node }),
    ...(typeof stop.header === "string" && { header: stop.header }),
    asks: callbacks
      .filter(({ input }) => input !== undefined)
      .map((callback, index) => askOf(callback, run.run.inputNames[index])),
    shows: callbacks.flatMap((callback) => {
      const shown = outputOf(callback, "message");
      return callback.input === undefined && typeof shown === "string" && shown !== "" ? [shown] : [];
    }),
    ...(stub && {
      stub: {
        node: stub.child === undefined ? stub.node : `${stub.node}.${stub.child}`,
        reason: stub.reason,
        outcomes: stub.outcomes,
      },
    }),
    messages: stop.messages ?? [],
    warnings: stop.warnings ?? [],
    ...(isOver && {
      result: JSON.parse(JSON.stringify({ message, detail, session: signedOn, successUrl, failureUrl, problem })),
    }),
    path: describePath(run.run.path),
  };
}

function askOf(callback: WireCallback, name: string | undefined) {
  const { type, input } = callback;
  const textOf = (name: string) => {
    const value = outputOf(callback, name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const prompt = textOf("prompt") ?? textOf("message");
  const choices = outputOf(callback, "choices") ?? outputOf(callback, "options");
  const value = input?.[0]?.value;
  const failed = outputOf(callback, "failedPolicies");
  const hasFailed = Array.isArray(failed) && failed.length > 0;
  return {
    name: name ?? type,
    callback: type,
    ...(prompt !== undefined && { prompt }),
    ...(Array.isArray(choices) && { choices }),
    ...(value !== undefined && value !== "" && { value }),
    ...(hasFailed && { problems: failed }),
  };
}

function outputOf(callback: WireCallback, name: string): Json | undefined {
  const value = callback.output.find((member) => member.name === name)?.value;
  return value === undefined || isJsonObject(value) ? undefined : value;
}
