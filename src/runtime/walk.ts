import type { AnyMachine, OutcomeOf, StateOf } from "./machine.js";

/** The two ends of a journey. */
export type EndName = "success" | "failure";

/** `stuck`: the last outcome leads nowhere; the platform answers that with an error. */
export type WalkStatus = "active" | "stuck" | EndName;

/** A position in a journey and the way to it. A walk is immutable: each step returns another one. */
export interface Walk<Machine extends AnyMachine> {
  readonly machine: Machine;
  readonly state: StateOf<Machine>;
  readonly status: WalkStatus;
  /** The walk before the last step, and that step; `undefined` at the start. */
  readonly last: { readonly walk: Walk<Machine>; readonly outcome: string } | undefined;
}

export interface WalkStep {
  readonly state: string;
  readonly outcome: string;
}

/** Begins a walk at the journey's first node. */
export function start<Machine extends AnyMachine>(machine: Machine): Walk<Machine> {
  // `JourneyMachine` has checked that `initial` is a state.
  return arrive(machine, machine.initial as StateOf<Machine>, undefined);
}

/**
 * Leaves a state by one of its outcomes. The caller names the state so that the compiler can check the outcome; an
 * error is thrown when the walk is at another state.
 */
export function take<Machine extends AnyMachine, State extends StateOf<Machine>>(
  walk: Walk<Machine>,
  state: State,
  outcome: OutcomeOf<Machine, State>,
): Walk<Machine> {
  if (walk.status !== "active") throw new Error(`The walk has ended: it is ${walk.status} at "${walk.state}"`);
  if (walk.state !== state) throw new Error(`The walk is at "${walk.state}", not at "${state}"`);
  const found = walk.machine.states[state];
  if (!found || !("on" in found) || !Object.hasOwn(found.meta.outcomes, outcome)) {
    throw new Error(`"${state}" has no outcome "${outcome}"`);
  }
  const last = { walk, outcome };
  const target = Object.hasOwn(found.on, outcome) ? found.on[outcome] : undefined;
  if (target === undefined) return { machine: walk.machine, state, status: "stuck", last };
  return arrive(walk.machine, target as StateOf<Machine>, last);
}

/** The steps of a walk, first to last. */
export function stepsOf<Machine extends AnyMachine>(walk: Walk<Machine>): readonly WalkStep[] {
  const steps: WalkStep[] = [];
  for (let last = walk.last; last; last = last.walk.last) steps.push({ state: last.walk.state, outcome: last.outcome });
  return steps.reverse();
}

function arrive<Machine extends AnyMachine>(
  machine: Machine,
  state: StateOf<Machine>,
  last: Walk<Machine>["last"],
): Walk<Machine> {
  const found = machine.states[state];
  const ended = found !== undefined && "type" in found;
  return { machine, state, status: ended ? (state as EndName) : "active", last };
}
