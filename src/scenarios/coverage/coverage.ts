import { describeMachine, type StateDescription } from "../../machine/describe-machine.js";
import { createGraph } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Journey } from "../../model/model.js";
import type { PathStep } from "../../runtime/run.js";

/** How often a way of leaving a node was taken. */
export interface OutcomeCoverage {
  /** As in the machine. */
  readonly name: string;
  /** As the platform has it. */
  readonly id: string;
  readonly taken: number;
}

export interface NodeCoverage {
  /** As in the text. */
  readonly node: string;
  /** As in the machine. */
  readonly state: string;
  readonly typeId: string;
  readonly visits: number;
  /** How many of the visits were decided by a stub. */
  readonly stubbed: number;
  /** Those that lead somewhere: no test can take another one and go on. */
  readonly outcomes: readonly OutcomeCoverage[];
}

/** What runs have seen of one journey. Nodes that no path leads to do not count. */
export interface JourneyCoverage {
  readonly journey: Journey;
  readonly nodes: readonly NodeCoverage[];
}

export interface Share {
  readonly covered: number;
  readonly total: number;
}

/** Counts what paths have come through. */
export class CoverageCounter {
  readonly #visits = new Map<string, NodeCount>();

  add(path: readonly PathStep[]): void {
    for (const { journey, node, outcome, stub } of path) {
      const key = keyOf(journey, node);
      const count = this.#visits.get(key) ?? { visits: 0, stubbed: 0, taken: new Map<string, number>() };
      this.#visits.set(key, count);
      count.visits++;
      if (stub) count.stubbed++;
      if (outcome !== undefined) count.taken.set(outcome, (count.taken.get(outcome) ?? 0) + 1);
    }
  }

  /** What the paths have covered of a journey. */
  coverageOf(journey: Journey): JourneyCoverage {
    const nodes = reachableStates(journey).map(([state, { on, meta }]): NodeCoverage => {
      const count = this.#visits.get(keyOf(journey.id, state));
      return {
        node: meta.name ?? state,
        state,
        typeId: meta.type,
        visits: count?.visits ?? 0,
        stubbed: count?.stubbed ?? 0,
        outcomes: [...meta.outcomes].flatMap(([name, { id }]) =>
          on.has(name) ? [{ name, id, taken: count?.taken.get(name) ?? 0 }] : [],
        ),
      };
    });
    return { journey, nodes };
  }
}

interface NodeCount {
  visits: number;
  stubbed: number;
  readonly taken: Map<string, number>;
}

function keyOf(journey: string, node: string): string {
  return JSON.stringify([journey, node]);
}

function reachableStates(journey: Journey): readonly (readonly [state: string, StateDescription])[] {
  const graph = createGraph(journey);
  const reached = reachableFrom(graph, graph.start);
  return [...describeMachine(journey).states].filter(([state, { meta }]) => {
    const vertex = graph.byName.get(meta.name ?? state);
    return vertex !== undefined && reached.has(vertex);
  });
}

/** How many of the nodes some run has visited. */
export function nodeShare({ nodes }: JourneyCoverage): Share {
  return { covered: nodes.filter(({ visits }) => visits > 0).length, total: nodes.length };
}

/** How many of the outcomes some run has taken. */
export function outcomeShare({ nodes }: JourneyCoverage): Share {
  const outcomes = nodes.flatMap((node) => node.outcomes);
  return { covered: outcomes.filter(({ taken }) => taken > 0).length, total: outcomes.length };
}
