import type { EdgeFilter, JourneyGraph } from "../../model/graph.js";
import { type PathEnds, shortestPath, shortestPathsFrom } from "../../model/graph-path.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { JourneyNode, Script } from "../../model/model.js";
import { endsText, pathText, shownSteps } from "../describe-node.js";
import type { InnerCall } from "../inner-calls.js";
import { innerFirst } from "../inner-first.js";
import { hasRole } from "../node-behaviour.js";
import { asksWhoAlone } from "./asks-who-alone.js";
import { closedByLock } from "./locked-accounts.js";
import { type CountsAsProof, proofOfOutcome } from "./proof-of-outcome.js";

/** A journey, as far as proofs depend on it; `JourneyFacts` is one. */
export interface ProvingJourney {
  readonly graph: JourneyGraph;
  readonly calls: readonly InnerCall[];
  readonly isIncomplete: boolean;
  /** The scripts of the journey by id. */
  readonly scripts: ReadonlyMap<string, Script>;
  /** The proofs in a journey that this one runs, by its id; `undefined` where that journey is not at hand. */
  proofsInside(id: string): JourneyProofs | undefined;
}

/** The parts of a journey that a user can reach without proving anything. */
export class JourneyProofs {
  readonly #journey: ProvingJourney;
  #calls: ReadonlyMap<JourneyNode, InnerCall> | undefined;
  #unproven: ReadonlySet<number> | undefined;
  #paths: ((vertex: number) => PathEnds | undefined) | undefined;

  constructor(journey: ProvingJourney) {
    this.#journey = journey;
  }

  /**
   * The vertices to which a path leads that certainly asks for no proof. Journeys that run inside this one are computed
   * first.
   */
  get unprovenVertices(): ReadonlySet<number> {
    return innerFirst<JourneyProofs, ReadonlySet<number>>(
      this,
      (proofs) => proofs.#inner(),
      (proofs) => proofs.#unproven,
      (proofs) => {
        const { graph } = proofs.#journey;
        proofs.#unproven = reachableFrom(graph, graph.start, proofs.unprovenEdges());
        return proofs.#unproven;
      },
    );
  }

  /** Lets pass the edges that are certainly taken without a proof: not those that a lock of the account closes. */
  unprovenEdges(counts?: CountsAsProof): EdgeFilter {
    const { graph, scripts } = this.#journey;
    const { vertices } = graph;
    this.#calls ??= new Map(this.#journey.calls.map((call) => [call.node, call]));
    const calls = this.#calls;
    const unproven: EdgeFilter = ({ from, connection }) => {
      const vertex = vertices[from];
      if (vertex?.kind !== "node") return true;
      if (hasRole(vertex.node, "grants-anonymous")) return false;
      const call = calls.get(vertex.node);
      if (call?.isEvaluated) return this.#isUnprovenInside(call.inner, connection.outcomeId);
      const proof = proofOfOutcome(vertex.node, connection.outcomeId, counts);
      return proof === "unproven" || (proof === "unknown" && asksWhoAlone(vertex.node, scripts));
    };
    const isClosed = closedByLock(graph, unproven);
    return (edge) => unproven(edge) && !isClosed(edge);
  }

  /** A shortest path to a vertex that asks for no proof, as text. */
  pathWithoutProof(vertex: number): string | undefined {
    const { graph } = this.#journey;
    this.#paths ??= shortestPathsFrom(graph, graph.start, this.unprovenEdges(), shownSteps);
    const ends = this.#paths(vertex);
    return ends && endsText(graph, ends);
  }

  /** The same where only some kinds of proof count. */
  pathWithoutSuchProof(vertex: number, counts: CountsAsProof): string | undefined {
    const { graph } = this.#journey;
    const path = shortestPath(graph, graph.start, vertex, this.unprovenEdges(counts));
    return path && pathText(graph, path);
  }

  *#inner(): Iterable<JourneyProofs> {
    for (const { inner } of this.#journey.calls) {
      const proofs = this.#journey.proofsInside(inner);
      if (proofs) yield proofs;
    }
  }

  #isUnprovenInside(id: string, outcome: string): boolean {
    const inner = this.#journey.proofsInside(id);
    if (inner === undefined) return false;
    const { graph, isIncomplete } = inner.#journey;
    const vertices = inner.#unproven;
    if (vertices === undefined || isIncomplete) return false;
    return outcome === "true" ? vertices.has(graph.success) : outcome === "false" && vertices.has(graph.failure);
  }
}
