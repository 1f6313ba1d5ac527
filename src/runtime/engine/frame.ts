import type { Callback } from "../callbacks/callback.js";
import type { CurrentJourney } from "../current-node.js";
import { copyStores, emptyStores, NodeState, type StateStores } from "../node-state.js";
import type { PreparedJourney, PreparedNode } from "./prepare.js";

/** One journey in progress: the outermost one, or an inner one that runs on top of it. */
export interface Frame {
  readonly journey: PreparedJourney;
  readonly facts: CurrentJourney;
  readonly stores: StateStores;
  readonly state: NodeState;
  /** The present node. */
  node: PreparedNode;
  /** The callbacks that the node has sent and that are not answered yet. */
  pending: Pending;
  /** Outcomes chosen for the inner nodes of the present page, by the inner nodes' names. */
  childOutcomes: Map<string, string>;
  /** The entry of the path that belongs to the present node. */
  pathStep: MutablePathStep;
}

export interface Pending {
  readonly callbacks: readonly Callback[];
  /**
   * For each callback, the index of the page's inner node that sent it, and the callback's `_id`. Present on pages
   * only.
   */
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

/** Makes a frame that stands at the given node, with empty state. */
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

/** Another frame that stands where this one does. */
export function copyFrame(frame: Frame, pathStep: MutablePathStep): Frame {
  const stores = copyStores(frame.stores);
  return { ...frame, stores, state: new NodeState(stores), childOutcomes: new Map(frame.childOutcomes), pathStep };
}
