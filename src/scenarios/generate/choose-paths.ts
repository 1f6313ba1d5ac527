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
 */
export function choosePaths(machine: AnyMachine, isCovered: (step: PlannedStep) => boolean): readonly PlannedPath[] {
  const arrivals = breadthFirst(machine);
  const toEnd = stepsToEnd(arrivals);
  const covered = new Set<Arrow>();
  const arrows = [...arrivals.values()].flatMap(({ leaving }) => leaving);
  for (const arrow of arrows) if (isCovered(arrow)) covered.add(arrow);
  const paths: PlannedPath[] = [];
  for (const goal of arrows.reverse()) {
    if (covered.has(goal) || !(isEnd(goal.target) || toEnd.has(goal.target))) continue;
    const way = [...wayTo(goal.node, arrivals), goal, ...wayFrom(goal.target, toEnd)];
    for (const arrow of way) covered.add(arrow);
    const end = way.at(-1)?.target === "success" ? "success" : "failure";
    paths.push({ steps: way, end, goal });
  }
  return paths.reverse();
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

function wayTo(node: string, arrivals: ReadonlyMap<string, Arrival>): readonly Arrow[] {
  const way: Arrow[] = [];
  for (let by = arrivals.get(node)?.by; by; by = arrivals.get(by.node)?.by) way.push(by);
  return way.reverse();
}

function wayFrom(node: string, toEnd: ReadonlyMap<string, Arrow>): readonly Arrow[] {
  const way: Arrow[] = [];
  for (let arrow = toEnd.get(node); arrow; arrow = toEnd.get(arrow.target)) way.push(arrow);
  return way;
}

function isEnd(state: string): boolean {
  return state === "success" || state === "failure";
}
