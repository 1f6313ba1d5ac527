import type { Place } from "../diagnostics/diagnostic.js";
import type { JsonObject } from "../text/json.js";

/** Where a journey was read from. */
export type Origin = TextOrigin | JsonOrigin;

export interface TextOrigin {
  readonly kind: "text";
}

export const textOrigin: TextOrigin = { kind: "text" };

/**
 * JSON: `export` where tree and nodes' settings stand in one object of one file, `tree` where the file has the tree alone, `folder`
 * where the parts lie in files of their own.
 */
export interface JsonOrigin {
  readonly kind: "export" | "tree" | "folder";
  readonly document: JourneyDocument;
}

/**
 * The JSON that a journey was read from, and what rules ask of it beyond the model. Bodies are the objects that hold the settings of
 * nodes, apart from the tree. Every answer is worked out when it is asked for.
 */
export interface JourneyDocument {
  /** One object with `tree`, `nodes`, `scripts` and so on, whatever layout it was found in; for the codec, not for rules. */
  readonly json: JsonObject;
  hasBody(nodeId: string): boolean;
  /** Whether the node's body says itself which outcomes the node has. */
  listsOutcomes(nodeId: string): boolean;
  /** Whether the page is known to list no nodes, not merely to list some that could not be read. */
  isEmptyPage(pageId: string): boolean;
  /** The ids of all nodes that some page lists. */
  nodesOnPages(): ReadonlySet<string>;
  /** Entries of pages whose node is in the tree too, or was listed before. */
  repeatedNodes(): readonly RepeatedNode[];
  /** Bodies of nodes that neither the tree nor a page lists. */
  strayBodies(): readonly StrayBody[];
}

export interface RepeatedNode {
  readonly id: string;
  readonly place: Place;
}

export interface StrayBody {
  readonly id: string;
  readonly typeId: string | undefined;
  readonly place: Place;
}
