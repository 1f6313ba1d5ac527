import type { EdgeFilter, GraphEdge } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { type InnerCall, innerCalls } from "../inner-calls.js";
import { innerFirst } from "../inner-first.js";
import { hasRole } from "../node-behaviour.js";
import type { ModelFacts } from "../rule.js";
import { type CountsAsProof, proofOfOutcome } from "./proof-of-outcome.js";

/** Where in the journeys of a model a user gets without having shown anything. */
export class ProofFacts {
  readonly #facts: ModelFacts;
  readonly #inner = new Map<Journey, ReadonlyMap<JourneyNode, InnerCall>>();
  readonly #reached = new Map<Journey, ReadonlySet<number>>();

  constructor(facts: ModelFacts) {
    this.#facts = facts;
  }

  /** The vertices to which a path leads that certainly asks for no proof. */
  unprovenIn(journey: Journey): ReadonlySet<number> {
    return innerFirst(journey, this.#facts, this.#reached, (next) => {
      const graph = this.#facts.graphOf(next);
      return reachableFrom(graph, graph.start, this.unproven(next));
    });
  }

  /** The edges that are taken without a proof; those of which that is not certain are left out. */
  unproven(journey: Journey, counts?: CountsAsProof): EdgeFilter {
    const { vertices } = this.#facts.graphOf(journey);
    let inner = this.#inner.get(journey);
    if (inner === undefined) {
      inner = new Map([...innerCalls(journey)].map((call) => [call.node, call]));
      this.#inner.set(journey, inner);
    }
    const calls = inner;
    return ({ from, connection }) => {
      const vertex = vertices[from];
      if (vertex?.kind !== "node") return true;
      if (hasRole(vertex.node, "grants-anonymous")) return false;
      const call = calls.get(vertex.node);
      if (call?.isEvaluated) return this.#isUnprovenInside(call.inner, connection.outcomeId);
      return proofOfOutcome(vertex.node, connection.outcomeId, counts) === "unproven";
    };
  }

  /** A shortest path to a vertex that asks for no proof. */
  pathWithoutProof(journey: Journey, vertex: number, counts?: CountsAsProof): readonly GraphEdge[] | undefined {
    const graph = this.#facts.graphOf(journey);
    return shortestPath(graph, graph.start, vertex, this.unproven(journey, counts));
  }

  #isUnprovenInside(id: string, outcome: string): boolean {
    const journey = this.#facts.journeyById(id);
    const reached = journey && this.#reached.get(journey);
    if (journey === undefined || reached === undefined || this.#facts.isIncomplete(journey)) return false;
    const { success, failure } = this.#facts.graphOf(journey);
    return outcome === "true" ? reached.has(success) : outcome === "false" && reached.has(failure);
  }
}

const known = new WeakMap<ModelFacts, ProofFacts>();

/** The facts about proofs that belong to the facts of a model. */
export function proofFactsOf(facts: ModelFacts): ProofFacts {
  let found = known.get(facts);
  if (found === undefined) {
    found = new ProofFacts(facts);
    known.set(facts, found);
  }
  return found;
}
