import type { Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { type BoundStep, type ServiceCall, services } from "../../model/scenario.js";
import type { SentRequest } from "../../rhino/analysis/sent-requests.js";
import { methodCalledElsewhere } from "../../rhino/called-elsewhere.js";
import type { Played } from "./played.js";
import { namesInList, type StepFinding } from "./step-finding.js";

/** The calls of services that the scripts make which run in a scenario. */
interface PlayedCalls {
  readonly requests: readonly SentRequest[];
  readonly sendsMore: boolean;
  /** The operations of `openidm`. */
  readonly operations: ReadonlySet<string>;
  readonly operatesMore: boolean;
}

const known = new WeakMap<Played, PlayedCalls>();

function callsOf(played: Played): PlayedCalls {
  let calls = known.get(played);
  if (calls === undefined) {
    const uses = played.scripts.flatMap(({ bindings }) => bindings);
    // Who hands a binding on may call anything of it elsewhere.
    const isHandedOn = (name: string) => uses.some(({ binding, method }) => binding === name && method === undefined);
    const mentions = (name: string) => played.bodies.some((body) => body.includes(name));
    const requests = played.scripts.flatMap(({ sentRequests }) => sentRequests);
    // What is called otherwise elsewhere is told in the script.
    const operations = new Set(
      uses.flatMap(({ binding, method }) =>
        binding === "openidm" && method !== undefined
          ? [methodCalledElsewhere("openidm", method, services.openidm) ?? method]
          : [],
      ),
    );
    calls = {
      requests,
      sendsMore: !played.isHere || isHandedOn("httpClient") || (requests.length === 0 && mentions("httpClient")),
      operations,
      operatesMore: !played.isHere || isHandedOn("openidm") || (operations.size === 0 && mentions("openidm")),
    };
    known.set(played, calls);
  }
  return calls;
}

/** A call that a step answers or expects and that no script makes. */
export function unmadeCall(step: BoundStep, played: Played): readonly StepFinding[] {
  if (step.kind !== "answer" && (step.kind !== "expect" || step.subject !== "call")) return [];
  const { call, parts, place } = step;
  const found =
    call.service === "http"
      ? unsentRequest(call, callsOf(played), played.name)
      : unknownOperation(call, callsOf(played), played.name);
  if (found === undefined) return [];
  const { of, right, ...told } = found;
  const at: Place = (of === "target" ? parts.text : parts.word) ?? place;
  // The operation of `expect` is a reference, and stands for itself.
  const text = right === undefined ? undefined : of === "target" ? JSON.stringify(right) : right;
  const fixes = text === undefined ? [] : [{ title: `Write ${text}`, edits: [{ range: at.range, text }] }];
  return [{ at, ...told, fixes, cause: `${call.service} ${call.operation} ${call.target}` }];
}

interface Unmade {
  readonly of: "operation" | "target";
  readonly problem: string;
  readonly help: string;
  readonly right?: string | undefined;
}

function unsentRequest({ operation, target }: ServiceCall, calls: PlayedCalls, what: string): Unmade | undefined {
  const { requests, sendsMore } = calls;
  if (sendsMore) return undefined;
  if (requests.length === 0) {
    return {
      of: "target",
      problem: `Nothing in ${what} sends a request`,
      help: "Remove the step, or let a script send it.",
    };
  }
  const fitting = requests.filter((request) => mayBe(request, target));
  if (fitting.length === 0) {
    const addresses = requests.map(({ address, isComputed }) => (isComputed ? `${address}*` : address));
    const near = nearestName(target.slice(0, 64), addresses);
    const help = near === undefined ? `It calls ${namesInList(addresses) ?? "others"}.` : `Did you mean \`${near}\`?`;
    return {
      of: "target",
      problem: `Nothing in ${what} calls ${target}`,
      help,
      right: target.endsWith("*") || near?.endsWith("*") ? undefined : near,
    };
  }
  const methods = new Set(fitting.map(({ method }) => method));
  if (operation === undefined || methods.has(operation) || methods.has(undefined)) return undefined;
  const [only = "", second] = methods;
  const help = `It sends ${namesInList(fitting.flatMap(({ method }) => method ?? []))} there.`;
  return {
    of: "operation",
    problem: `Nothing in ${what} sends ${operation} to ${target}`,
    help,
    right: second === undefined ? only : undefined,
  };
}

/** Whether a request may go to what a step names, of which a `*` at the end stands for anything. */
function mayBe({ address, isComputed }: SentRequest, target: string): boolean {
  const isOpen = target.endsWith("*");
  const start = isOpen ? target.slice(0, -1) : target;
  if (isComputed && isOpen) return start.startsWith(address) || address.startsWith(start);
  if (isComputed) return start.startsWith(address);
  return isOpen ? address.startsWith(start) : address === start;
}

function unknownOperation({ operation }: ServiceCall, calls: PlayedCalls, what: string): Unmade | undefined {
  const { operations, operatesMore } = calls;
  if (operatesMore || (operation === undefined ? operations.size > 0 : operations.has(operation))) return undefined;
  const [only, second] = operations;
  if (only === undefined) {
    return {
      of: "operation",
      problem: `Nothing in ${what} calls openidm`,
      help: "Remove the step, or let a script call it.",
    };
  }
  return {
    of: "operation",
    problem: `Nothing in ${what} calls openidm.${operation}`,
    help: `It calls ${namesInList([...operations].map((each) => `openidm.${each}`)) ?? "others"}.`,
    right: second === undefined ? only : undefined,
  };
}
