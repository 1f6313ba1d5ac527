import type { AnyMachine } from "../../runtime/machine.js";

/** A node on a planned path, and the outcome to take there. */
export interface PlannedStep {
  /** The state of the machine for the node. */
  readonly node: string;
  /** The name of the outcome in the machine. */
  readonly outcome: string;
}

/** A path from the start to an end. */
export interface PlannedPath {
  readonly steps: readonly PlannedStep[];
  readonly end: "success" | "failure";
  /** The step that the path was chosen for. */
  readonly goal: PlannedStep;
}

interface Arrow extends PlannedStep {
  readonly target: string;
}

/**
 * Chooses paths from the start to an end that together take every outcome that is not covered yet. Each path is a
 * shortest one to its outcome, and from there to an end. Outcomes far from the start come first, because their paths also
 * take outcomes that are nearer. Outcomes from which no end can be reached are left out.
 * A path can be as long as the journey, so each is made when it is asked for.
 */
export function choosePaths(
  machine: AnyMachine,
  isCovered: (step: PlannedStep) => boolean,
): readonly (() => PlannedPath)[] {
  const arrivals = breadthFirst(machine);
  const toEnd = stepsToEnd(arrivals);
  const arrows = [...arrivals.values()].flatMap(({ leaving }) => leaving);
  const covered = new Set<Arrow>(arrows.filter(isCovered));
  // What lies beyond an arrow of an earlier way is on that way, too: so each arrow is passed once in each direction.
  const [back, on] = [new Set<Arrow>(), new Set<Arrow>()];
  const goals: Arrow[] = [];
  for (const goal of arrows.reverse()) {
    if (covered.has(goal) || back.has(goal) || on.has(goal)) continue;
    if (!isEnd(goal.target) && !toEnd.has(goal.target)) continue;
    for (const arrow of stepsBack(goal.node, arrivals, back)) back.add(arrow);
    for (const arrow of stepsOn(goal.target, toEnd, on)) on.add(arrow);
    goals.push(goal);
  }
  return goals.reverse().map((goal) => () => {
    const steps = [...[...stepsBack(goal.node, arrivals)].reverse(), goal, ...stepsOn(goal.target, toEnd)];
    return { steps, end: steps.at(-1)?.target === "success" ? "success" : "failure", goal };
  });
}

interface Arrival {
  /** The step before; `undefined` at the start. */
  readonly by: Arrow | undefined;
  readonly leaving: readonly Arrow[];
}

function breadthFirst(machine: AnyMachine): ReadonlyMap<string, Arrival> {
  const arrivals = new Map<string, Arrival>();
  if (!isEnd(machine.initial))
    arrivals.set(machine.initial, { by: undefined, leaving: arrowsOf(machine, machine.initial) });
  // The iteration also visits the states that it has added.
  for (const { leaving } of arrivals.values()) {
    for (const arrow of leaving) {
      const { target } = arrow;
      if (isEnd(target) || arrivals.has(target)) continue;
      arrivals.set(target, { by: arrow, leaving: arrowsOf(machine, target) });
    }
  }
  return arrivals;
}

function arrowsOf(machine: AnyMachine, node: string): readonly Arrow[] {
  const state = Object.hasOwn(machine.states, node) ? machine.states[node] : undefined;
  if (!state || !("on" in state)) return [];
  return Object.entries(state.on).flatMap(([outcome, target]) =>
    target === undefined ? [] : [{ node, outcome, target }],
  );
}

/** For each state from which an end can be reached, the first outcome of a shortest path to an end. */
function stepsToEnd(arrivals: ReadonlyMap<string, Arrival>): ReadonlyMap<string, Arrow> {
  const entering = new Map<string, Arrow[]>();
  for (const { leaving } of arrivals.values()) {
    for (const arrow of leaving) {
      const known = entering.get(arrow.target);
      if (known) known.push(arrow);
      else entering.set(arrow.target, [arrow]);
    }
  }
  const first = new Map<string, Arrow>();
  const queue = ["success", "failure"];
  // The iteration also visits the states that it has added.
  for (const state of queue) {
    for (const arrow of entering.get(state) ?? []) {
      if (first.has(arrow.node)) continue;
      first.set(arrow.node, arrow);
      queue.push(arrow.node);
    }
  }
  return first;
}

/** The steps from a node back to the start, up to one of `until`. */
function* stepsBack(node: string, arrivals: ReadonlyMap<string, Arrival>, until?: ReadonlySet<Arrow>) {
  for (let by = arrivals.get(node)?.by; by && !until?.has(by); by = arrivals.get(by.node)?.by) yield by;
}

/** The steps from a node to an end, up to one of `until`. */
function* stepsOn(node: string, toEnd: ReadonlyMap<string, Arrow>, until?: ReadonlySet<Arrow>) {
  for (let arrow = toEnd.get(node); arrow && !until?.has(arrow); arrow = toEnd.get(arrow.target)) yield arrow;
}

function isEnd(state: string): boolean {
  return state === "success" || state === "failure";
}
