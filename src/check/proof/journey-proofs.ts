import type { EdgeFilter, GraphEdge } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import type { InnerCall } from "../inner-calls.js";
import { innerFirst } from "../inner-first.js";
import type { JourneyFacts } from "../journey-facts.js";
import { hasRole } from "../node-behaviour.js";
import { type CountsAsProof, proofOfOutcome } from "./proof-of-outcome.js";

/** The parts of a journey that a user can reach without proving anything. */
export class JourneyProofs {
  readonly #facts: JourneyFacts;
  #calls: ReadonlyMap<JourneyNode, InnerCall> | undefined;
  #unproven: ReadonlySet<number> | undefined;

  constructor(facts: JourneyFacts) {
    this.#facts = facts;
  }

  /**
   * The vertices to which a path leads that certainly asks for no proof. Journeys that run inside this one are computed
   * first.
   */
  get unprovenVertices(): ReadonlySet<number> {
    return innerFirst(
      this.#facts,
      ({ proofs }) => proofs.#unproven,
      ({ graph, proofs }) => {
        proofs.#unproven = reachableFrom(graph, graph.start, proofs.unprovenEdges());
        return proofs.#unproven;
      },
    );
  }

  /** Lets pass the edges that are certainly taken without a proof. */
  unprovenEdges(counts?: CountsAsProof): EdgeFilter {
    const { vertices } = this.#facts.graph;
    this.#calls ??= new Map(this.#facts.calls.map((call) => [call.node, call]));
    const calls = this.#calls;
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
  pathWithoutProof(vertex: number, counts?: CountsAsProof): readonly GraphEdge[] | undefined {
    const { graph } = this.#facts;
    return shortestPath(graph, graph.start, vertex, this.unprovenEdges(counts));
  }

  #isUnprovenInside(id: string, outcome: string): boolean {
    const { model } = this.#facts;
    const journey = model.journeyById(id);
    if (journey === undefined || model.isIncomplete(journey)) return false;
    const { graph, proofs } = model.factsOf(journey);
    const vertices = proofs.#unproven;
    if (vertices === undefined) return false;
    return outcome === "true" ? vertices.has(graph.success) : outcome === "false" && vertices.has(graph.failure);
  }
}
