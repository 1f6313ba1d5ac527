import type { SourcePosition } from "../runtime/action.js";
import type { WireCallback } from "../runtime/callbacks/callback.js";
import type { PathStep, Run } from "../runtime/run.js";

/** The status of a run, in a few words that can follow "found". */
export function describeStatus(run: Run): string {
  switch (run.status) {
    case "waiting":
      return `waiting at ${run.at?.node ?? "?"}`;
    case "suspended":
      return `suspended at ${run.at?.node ?? "?"}`;
    case "stub":
      return `undecided at ${run.stub ? stubName(run.stub) : "?"}`;
    case "success":
      return "success";
    case "failure":
      return `failure (${run.problem?.message ?? run.message ?? ""})`;
    case "error":
      return `an error at ${run.problem?.node ?? "?"} (${run.problem?.message ?? ""})`;
    default:
      return run.status satisfies never;
  }
}

/** A path as text: `AskEmail → FindUser.true → SendLink`. Nodes of inner journeys are preceded by the journey. */
export function describePath(path: readonly PathStep[]): string {
  const root = path[0]?.journey;
  return path.map((step) => describePathStep(step, root)).join(" → ");
}

/** A node on a path as text, with its outcome if one was taken. */
export function describePathStep(step: PathStep, root: string | undefined): string {
  const node = step.journey === root ? step.node : `${step.journey}/${step.node}`;
  const outcome = step.outcome === undefined || step.outcome === "outcome" ? "" : `.${step.outcome}`;
  return `${node}${outcome}${step.stub ? " (stub)" : ""}`;
}

/** The name of the node or inner node whose outcome must be chosen, as `stub` takes it. */
export function stubName(stub: { readonly node: string; readonly child?: string }): string {
  return stub.child === undefined ? stub.node : `${stub.node}.${stub.child}`;
}

/** A callback in one line: its type and its prompt. */
export function describeCallback({ type, output, input }: WireCallback): string {
  const shown = ["name", "prompt", "message", "failedPolicies"].flatMap((name) => {
    const value = output.find((member) => member.name === name)?.value;
    const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [`${name} ${JSON.stringify(value)}`];
  });
  const asks = input === undefined ? "" : ` asks for ${input.map(({ name }) => name).join(", ")}`;
  return `${type}${shown.length > 0 ? ` (${shown.join(", ")})` : ""}${asks}`;
}

/** A script, and its line where that is known: a script that was ended from outside has none. */
export function describePosition({ script, line }: SourcePosition): string {
  return line === undefined ? script : `${script}, line ${line}`;
}
