import { describeMachine, type StateDescription } from "../../machine/describe-machine.js";
import { createGraph } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Journey } from "../../model/model.js";
import type { PathStep } from "../../runtime/run.js";

/** How often an outcome was taken. */
export interface OutcomeCoverage {
  /** The name of the outcome in the machine. */
  readonly name: string;
  /** The id of the outcome on the platform. */
  readonly id: string;
  readonly taken: number;
}

/** How often a node was visited, and its outcomes taken. */
export interface NodeCoverage {
  /** The name of the node in the text. */
  readonly node: string;
  /** The state of the machine for the node. */
  readonly state: string;
  readonly typeId: string;
  readonly visits: number;
  /** The number of visits in which a stub decided. */
  readonly stubbed: number;
  /** The outcomes with a target. No run can continue after another one. */
  readonly outcomes: readonly OutcomeCoverage[];
}

/** The coverage of one journey. Nodes that no path from the start leads to are left out. */
export interface JourneyCoverage {
  readonly journey: Journey;
  readonly nodes: readonly NodeCoverage[];
}

/** A part of a total. */
export interface Share {
  readonly covered: number;
  readonly total: number;
}

/** Counts the nodes and outcomes on paths. */
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

  /** The coverage of a journey by the paths that were added. */
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

/** The share of nodes that some run has visited. */
export function nodeShare({ nodes }: JourneyCoverage): Share {
  return { covered: nodes.filter(({ visits }) => visits > 0).length, total: nodes.length };
}

/** The share of outcomes that some run has taken. */
export function outcomeShare({ nodes }: JourneyCoverage): Share {
  const outcomes = nodes.flatMap((node) => node.outcomes);
  return { covered: outcomes.filter(({ taken }) => taken > 0).length, total: outcomes.length };
}
