import type { NodeRole } from "../catalogue/node-type.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import type { Journey, JourneyNode, Script } from "../model/model.js";
import type { DocumentFacts } from "../model/origin.js";
import { isPage } from "../model/pages.js";
import { allNodes } from "../model/used-resources.js";
import { listsOfAttributes } from "./collected-attributes.js";
import type { InnerCall } from "./inner-calls.js";
import { innerFirst } from "./inner-first.js";
import { documentOf } from "./journey-document.js";
import { findLostGroups } from "./lost-nodes.js";
import { type MisspeltAttribute, misspeltAttributes } from "./misspelt-attributes.js";
import { hasRole } from "./node-behaviour.js";
import type { NodeGroup } from "./node-groups.js";
import { JourneyProofs } from "./proof/journey-proofs.js";
import type { InnerEffect } from "./state/inner-effect.js";
import { JourneyState, type KeptState } from "./state/journey-state.js";
import type { WrittenKeys } from "./state/written-keys.js";
import { findLocalisedTexts, type LocalisedText } from "./texts/localised-texts.js";
import { Ways } from "./ways.js";

/** A node with the index of its vertex in the graph. */
export interface NodeVertex {
  readonly index: number;
  readonly node: JourneyNode;
}

/** The other journeys of a model, as far as the facts about one of them need them; `ModelFacts` knows them. */
export interface OtherJourneys {
  /** Ids of inner journeys that exist elsewhere (configuration `journeys.external`). */
  readonly externalJourneys: ReadonlySet<string>;
  readonly writtenKeys: Pick<WrittenKeys, "isForAnother" | "meantBy">;
  journeyById(id: string): Journey | undefined;
  nearestJourney(id: string): string | undefined;
  factsOf(journey: Journey): JourneyFacts;
  callsOf(journey: Journey): readonly InnerCall[];
  isCalled(journey: Journey): boolean;
  /** Whether other journeys run it, and only for users whose account they have found. */
  isForFoundAccounts(journey: Journey): boolean;
  /** Whether a single journey is checked, so that nothing is known of those that may run it. */
  isAlone(): boolean;
  /** Whether a scenario starts it. */
  isStarted(journey: Journey): boolean;
  isIncomplete(journey: Journey): boolean;
}

/** What is kept of a journey for the next version of it. */
export interface KeptFacts extends KeptState {
  ways?: Ways | undefined;
  searched?: SearchedNodes | undefined;
}

/** The nodes of a journey, and in which of them no rule for nodes has found anything. */
export interface SearchedNodes {
  readonly nodes: readonly JourneyNode[];
  readonly quiet: readonly boolean[];
}

/** The facts that rules ask about one journey; each is computed when a rule first asks for it. */
export class JourneyFacts {
  readonly journey: Journey;
  readonly model: OtherJourneys;
  readonly proofs = new JourneyProofs(this);
  #document: DocumentFacts | undefined;
  readonly kept: KeptFacts | undefined;
  #ways: Ways | undefined;
  #reachedNodes: readonly JourneyNode[] | undefined;
  #lostGroups: readonly NodeGroup[] | undefined;
  #lostNodes: ReadonlySet<JourneyNode> | undefined;
  #reachedSet: ReadonlySet<JourneyNode> | undefined;
  #reachedPages: readonly JourneyNode[] | undefined;
  #nodes: readonly JourneyNode[] | undefined;
  #misspeltAttributes: readonly MisspeltAttribute[] | undefined;
  #roles: ReadonlySet<NodeRole> | undefined;
  #scripts: ReadonlyMap<string, Script> | undefined;
  #listsOfAttributes: readonly Place[] | undefined;
  #texts: readonly LocalisedText[] | undefined;
  #state: JourneyState | undefined;
  #effect: InnerEffect | undefined;
  #needsGivenState: boolean | undefined;
  #isGivenState: boolean | undefined;

  /** With `kept`, what is known of another version of the journey is taken over where the same holds for this one. */
  constructor(journey: Journey, model: OtherJourneys, kept?: KeptFacts) {
    this.journey = journey;
    this.model = model;
    this.kept = kept;
  }

  get isIncomplete(): boolean {
    return this.model.isIncomplete(this.journey);
  }

  /** What is known of the JSON that the journey was read from, or that a text stands for. */
  get document(): DocumentFacts {
    this.#document ??= documentOf(this.journey);
    return this.#document;
  }

  /** The JSON of a whole export. A folder or a tree alone has none, because members that it lacks may be elsewhere. */
  get exported(): DocumentFacts | undefined {
    const { kind } = this.journey.origin;
    return kind === "export" || kind === "text" ? this.document : undefined;
  }

  get #allWays(): Ways {
    if (this.#ways === undefined) {
      this.#ways = Ways.through(this.journey, this.kept?.ways);
      if (this.kept !== undefined) this.kept.ways = this.#ways;
    }
    return this.#ways;
  }

  get graph(): JourneyGraph {
    return this.#allWays.graph;
  }

  /** The vertices that some path from `start` visits, including `start`. */
  get reached(): ReadonlySet<number> {
    return this.#allWays.shape.reached;
  }

  /** The nodes that some path from `start` visits, in the author's order. */
  get reachedNodes(): readonly JourneyNode[] {
    this.#reachedNodes ??= this.#findReachedNodes();
    return this.#reachedNodes;
  }

  /** The nodes that no path from `start` visits. */
  get lostGroups(): readonly NodeGroup[] {
    this.#lostGroups ??= findLostGroups(this);
    return this.#lostGroups;
  }

  /** What an error at a node becomes where nothing leads there: nobody gets to it. */
  ifLost(node: JourneyNode): { readonly severity?: "warning" } {
    this.#lostNodes ??= new Set(allNodes(this.lostGroups.flatMap(({ head, others }) => [head, ...others])));
    return this.#lostNodes.has(node) ? { severity: "warning" } : {};
  }

  /** Whether some path visits a node, or the page that it is on. */
  isReached(node: JourneyNode): boolean {
    this.#reachedSet ??= new Set(allNodes(this.reachedNodes));
    return this.#reachedSet.has(node);
  }

  get reachedPages(): readonly JourneyNode[] {
    this.#reachedPages ??= this.reachedNodes.filter(isPage);
    return this.#reachedPages;
  }

  /** All nodes, including the inner nodes of pages. */
  get nodes(): readonly JourneyNode[] {
    this.#nodes ??= allNodes(this.journey.nodes);
    return this.#nodes;
  }

  get misspeltAttributes(): readonly MisspeltAttribute[] {
    this.#misspeltAttributes ??= misspeltAttributes(this.journey, this.nodes);
    return this.#misspeltAttributes;
  }

  /** The groups of vertices that can reach one another. */
  get loops(): readonly (readonly number[])[] {
    return this.#allWays.shape.loops;
  }

  /** Whether a path that begins with an edge leads back to where the edge starts. */
  comesBack({ from, to }: GraphEdge): boolean {
    const { components } = this.#allWays.shape;
    return this.loops.length > 0 && components.groupOf[from] === components.groupOf[to];
  }

  /** The localised texts that the author has written. */
  get texts(): readonly LocalisedText[] {
    this.#texts ??= findLocalisedTexts(this.nodes);
    return this.#texts;
  }

  /** The scripts of the journey by id. */
  get scripts(): ReadonlyMap<string, Script> {
    this.#scripts ??= new Map(this.journey.scripts.map((script) => [script.id, script]));
    return this.#scripts;
  }

  /** The immediate dominator of every vertex. */
  get dominators(): readonly (number | undefined)[] {
    return this.#allWays.shape.dominators;
  }

  /** Where collectors say what they ask for. */
  get listsOfAttributes(): readonly Place[] {
    this.#listsOfAttributes ??= listsOfAttributes(this.nodes);
    return this.#listsOfAttributes;
  }

  /** Whether other journeys run this one, or only they can. */
  get mayRunInside(): boolean {
    return this.model.isCalled(this.journey) || this.#isInnerOnly;
  }

  get #isInnerOnly(): boolean {
    return this.journey.settings.get("innerTreeOnly")?.value === true;
  }

  /** The nodes that refer to another journey. */
  get calls(): readonly InnerCall[] {
    return this.model.callsOf(this.journey);
  }

  /** The facts about node state. The state of journeys that this one runs is computed first. */
  get state(): JourneyState {
    return innerFirst<JourneyFacts, JourneyState>(
      this,
      (facts) => facts.inner(),
      (facts) => facts.#state,
      (facts) => {
        facts.#state = facts.#followState();
        return facts.#state;
      },
    );
  }

  /** The proofs in a journey that this one runs, by its id. */
  proofsInside(id: string): JourneyProofs | undefined {
    return this.inside(id)?.proofs;
  }

  /** Whether the journey gets its state from another one, so that a missing key is reported there. */
  get isGivenState(): boolean {
    this.#isGivenState ??= this.#findGivenState();
    return this.#isGivenState;
  }

  /**
   * The same, where a journey that others run but that can also be started by itself does not count: users may start it with nothing,
   * unless it is marked as an inner journey.
   */
  get needsGivenState(): boolean {
    this.#needsGivenState ??=
      this.#isInnerOnly || (!this.model.isStarted(this.journey) && this.state.needsStateAtOnce());
    return this.#needsGivenState;
  }

  #findGivenState(): boolean {
    return this.model.isCalled(this.journey) || this.needsGivenState;
  }

  /** Whether some node has a role. */
  plays(role: NodeRole): boolean {
    this.#roles ??= rolesOf(this.nodes);
    return this.#roles.has(role);
  }

  /** The vertices of nodes that have a role, or have a node with the role on their page. */
  playing(role: NodeRole): readonly NodeVertex[] {
    return this.plays(role) ? this.verticesWith((node) => hasRole(node, role)) : [];
  }

  /** The vertices of nodes that are meant, in the author's order. */
  verticesWith(isMeant: (node: JourneyNode) => boolean): readonly NodeVertex[] {
    const found: NodeVertex[] = [];
    this.graph.vertices.forEach((vertex, index) => {
      if (vertex.kind === "node" && isMeant(vertex.node)) found.push({ index, node: vertex.node });
    });
    return found;
  }

  /** The same, without those that no path from `start` visits. */
  reachedWith(isMeant: (node: JourneyNode) => boolean): readonly NodeVertex[] {
    return this.verticesWith(isMeant).filter(({ index }) => this.reached.has(index));
  }

  #findReachedNodes(): readonly JourneyNode[] {
    const { journey, reached } = this;
    // The vertices of nodes follow that of `start`.
    return reached.size === this.graph.vertices.length
      ? journey.nodes
      : journey.nodes.filter((_, index) => reached.has(index + 1));
  }

  #followState(): JourneyState {
    const effectOf = (id: string) => {
      const inner = this.inside(id);
      return inner === undefined ? undefined : inner.#effectInside();
    };
    return new JourneyState(this, effectOf, this.kept);
  }

  /** The facts about a journey that this one refers to. */
  inside(id: string): JourneyFacts | undefined {
    const inner = this.model.journeyById(id);
    return inner && this.model.factsOf(inner);
  }

  /** The facts about the journeys that this one refers to, as far as they are known. */
  *inner(): Iterable<JourneyFacts> {
    for (const { inner } of this.calls) {
      const facts = this.inside(inner);
      if (facts) yield facts;
    }
  }

  /** `undefined` where the effect is unknown, or not computed yet. */
  #effectInside(): InnerEffect | undefined {
    if (this.#state === undefined || this.isIncomplete) return undefined;
    this.#effect ??= this.#state.effect();
    return this.#effect;
  }
}

function rolesOf(nodes: readonly JourneyNode[]): ReadonlySet<NodeRole> {
  const roles = new Set<NodeRole>();
  for (const { type } of nodes) if (type?.roles) for (const role of type.roles) roles.add(role);
  return roles;
}
