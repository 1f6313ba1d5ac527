import type { NodeType, SecurityTopic } from "../../catalogue/node-type.js";
import { proofOfOutcome } from "../../check/proof/proof-of-outcome.js";
import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom, reaching } from "../../model/graph-reachability.js";
import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { JourneyNode } from "../../model/model.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import { topicOfType } from "./security-topics.js";
import { nodeAt } from "./versions.js";

/** On how many ways to success something is checked. */
export type CheckedWays = "none" | "some" | "all";

/** The fewest and the most ways on which a journey checks something; they differ where an inner journey is not given. */
export interface CheckedRange {
  readonly least: CheckedWays;
  readonly most: CheckedWays;
}

const byNumber: readonly CheckedWays[] = ["none", "some", "all"];

/** Whether something is checked on fewer ways than before. */
export function isFewer(now: CheckedWays, before: CheckedWays): boolean {
  return byNumber.indexOf(now) < byNumber.indexOf(before);
}

/** Whether what is not known counts. */
type Certainty = "certainly" | "perhaps";

/**
 * Says on which ways to success the journeys of a model make a check, in themselves or in the inner journeys that they run. A check
 * is made by an outcome that only a user gets who passes it.
 */
export class CheckedTopics {
  readonly topics: readonly SecurityTopic[];
  readonly #graphs: ReadonlyMap<string, JourneyGraph>;
  readonly #succeeding: ReadonlySet<string>;
  readonly #free: ReadonlySet<string>;
  readonly #perhapsFree: ReadonlySet<string>;
  readonly #checking: ReadonlySet<string>;
  readonly #perhapsChecking: ReadonlySet<string>;

  /** A node of any of the topics makes the check. */
  constructor(graphs: ReadonlyMap<string, JourneyGraph>, topics: readonly SecurityTopic[]) {
    this.topics = topics;
    this.#graphs = graphs;
    const isFree = (certainty: Certainty, isCheck = this.#isCheck) =>
      this.#settled((graph, known) => this.#pathWithout(graph, known, certainty, isCheck) !== undefined);
    const isChecking = (certainty: Certainty) =>
      this.#settled((graph, known) => this.#pathWith(graph, known, certainty) !== undefined);
    this.#succeeding = isFree("perhaps", () => false);
    [this.#free, this.#perhapsFree] = [isFree("certainly"), isFree("perhaps")];
    [this.#checking, this.#perhapsChecking] = [isChecking("certainly"), isChecking("perhaps")];
  }

  /** The ways on which a journey makes the check; all is possible where it is not given. */
  of(journey: string): CheckedRange {
    if (!this.#graphs.has(journey)) return { least: "none", most: "all" };
    return {
      least: this.#perhapsFree.has(journey) ? (this.#checking.has(journey) ? "some" : "none") : "all",
      most: this.#free.has(journey) ? (this.#perhapsChecking.has(journey) ? "some" : "none") : "all",
    };
  }

  /** Whether a journey certainly makes the check on every way to success. */
  isCertain(journey: string): boolean {
    return this.of(journey).least === "all";
  }

  /** Whether a journey is given, and has no way to success, also not by the inner journeys that it runs. */
  neverSucceeds(journey: string): boolean {
    return this.#graphs.has(journey) && !this.#succeeding.has(journey);
  }

  /** The graph of a journey, with the shortest path to success that certainly does without the check. */
  wayWithout(journey: string) {
    return this.#way(journey, (graph) => this.#pathWithout(graph, this.#free, "certainly", this.#isCheck));
  }

  /** The graph of a journey, with a short path to success that certainly makes the check. */
  wayWith(journey: string) {
    return this.#way(journey, (graph) => this.#pathWith(graph, this.#checking, "certainly"));
  }

  #way(journey: string, pathIn: (graph: JourneyGraph) => ReturnType<typeof shortestPath>) {
    const graph = this.#graphs.get(journey);
    const path = graph && pathIn(graph);
    return graph === undefined || path === undefined ? undefined : { graph, path };
  }

  /**
   * The journeys of which something holds, from those of which it holds whatever inner journeys do to those that follow. A run that
   * ends has run itself only so often, so that nothing is missed where journeys run each other in a circle.
   */
  #settled(holds: (graph: JourneyGraph, known: ReadonlySet<string>) => boolean): ReadonlySet<string> {
    const known = new Set<string>();
    const open = new Map(this.#graphs);
    for (let before = -1; before < known.size; ) {
      before = known.size;
      for (const [id, graph] of open) {
        if (!holds(graph, known)) continue;
        known.add(id);
        open.delete(id);
      }
    }
    return known;
  }

  #pathWithout(
    graph: JourneyGraph,
    free: ReadonlySet<string>,
    certainty: Certainty,
    isCheck: (graph: JourneyGraph, edge: GraphEdge) => boolean,
  ) {
    return shortestPath(graph, graph.start, graph.success, (edge) => {
      const inner = innerRun(graph, edge);
      return inner === undefined ? !isCheck(graph, edge) : this.#holds(inner, free, certainty);
    });
  }

  #pathWith(graph: JourneyGraph, checking: ReadonlySet<string>, certainty: Certainty) {
    const [reached, ending] = [reachableFrom(graph, graph.start), reaching(graph, graph.success)];
    for (const vertex of reached) {
      for (const edge of graph.outgoing[vertex] ?? []) {
        const inner = innerRun(graph, edge);
        const isCheck = inner === undefined ? this.#isCheck(graph, edge) : this.#holds(inner, checking, certainty);
        if (!isCheck || !ending.has(edge.to)) continue;
        const [to, on] = [shortestPath(graph, graph.start, vertex), shortestPath(graph, edge.to, graph.success)];
        return [...(to ?? []), edge, ...(on ?? [])];
      }
    }
    return undefined;
  }

  #holds(journey: string, known: ReadonlySet<string>, certainty: Certainty): boolean {
    return known.has(journey) || (certainty === "perhaps" && !this.#graphs.has(journey));
  }

  readonly #isCheck = (graph: JourneyGraph, { from, connection }: GraphEdge): boolean => {
    const node = nodeAt(graph, from);
    if (node === undefined) return false;
    const isOfTopics = (type: NodeType) => this.topics.some((topic) => topicOfType(type) === topic);
    // Of nodes of vendors, no outcome is known to prove anything: each stands for a check.
    const isVendors = ({ type }: JourneyNode) => type?.where.marketplace && isOfTopics(type);
    if (isVendors(node) || node.children.some(isVendors)) return true;
    return proofOfOutcome(node, connection.outcomeId, isOfTopics) === "proven";
  };
}

/** The journey that has to succeed for an edge to be taken, empty where it cannot be read; `undefined` for other edges. */
function innerRun(graph: JourneyGraph, { from, connection }: GraphEdge): string | undefined {
  const node = nodeAt(graph, from);
  if (node?.typeId !== innerJourneyTypeId || connection.outcomeId !== "true") return undefined;
  return innerJourneyOf(node) ?? "";
}
