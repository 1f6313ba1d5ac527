import type { Callback } from "../callbacks/callback.js";
import type { JsonValue } from "../machine.js";
import type { JourneyFacts } from "../node-behaviour.js";
import { emptyStores, NodeState, type StateStores } from "../node-state.js";
import type { PreparedJourney, PreparedNode } from "./prepare.js";

/** One journey under way: the outermost one, or an inner one that runs on top of it. */
export interface Frame {
  readonly journey: PreparedJourney;
  readonly facts: JourneyFacts;
  readonly stores: StateStores;
  readonly state: NodeState;
  /** Where it stands; set before the frame runs. */
  node: PreparedNode;
  /** What the node has sent and not got back. */
  pending: Pending;
  /** The outcomes that were chosen for inner nodes of the page, by their names. */
  childOutcomes: Map<string, string>;
  /** The last entry of the path that is this frame's. */
  pathStep: MutablePathStep;
}

export interface Pending {
  readonly callbacks: readonly Callback[];
  /** The inner node, by place, that each callback belongs to; and its id. Only on pages. */
  readonly owners?: readonly number[];
  readonly ids?: readonly number[];
}

export interface MutablePathStep {
  readonly journey: string;
  readonly node: string;
  outcome: string | undefined;
  stub: boolean;
}

export const nothingPending: Pending = { callbacks: [] };

/** A frame at the journey's first node. */
export function createFrame(journey: PreparedJourney, node: PreparedNode, inner: boolean): Frame {
  const stores = emptyStores();
  const { id, meta } = journey.machine;
  const resource = Object.hasOwn(meta.settings, "identityResource") ? meta.settings.identityResource : undefined;
  return {
    journey,
    facts: {
      id,
      identityResource: typeof resource === "string" ? resource : "managed/user",
      mustRun: meta.settings.mustRun === true,
      inner,
    },
    stores,
    state: new NodeState(stores),
    node,
    pending: nothingPending,
    childOutcomes: new Map(),
    pathStep: { journey: id, node: node.facts.name, outcome: undefined, stub: false },
  };
}

/** Gives a store the content of another. */
export function replaceStore(store: Map<string, JsonValue>, content: ReadonlyMap<string, JsonValue>): void {
  if (store === content) return;
  store.clear();
  for (const [key, value] of content) store.set(key, value);
}
