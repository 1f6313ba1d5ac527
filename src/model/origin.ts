import type { Place } from "../diagnostics/diagnostic.js";
import type { JsonObject } from "../text/json.js";

/** The source of a journey: a text, or JSON. */
export type Origin = TextOrigin | JsonOrigin;

export interface TextOrigin {
  readonly kind: "text";
}

export const textOrigin: TextOrigin = { kind: "text" };

/**
 * JSON that a journey was read from. `export`: the tree and the settings of nodes stand in one object of one file;
 * `tree`: the file has the tree alone; `folder`: the parts lie in files of their own.
 */
export interface JsonOrigin {
  readonly kind: "export" | "tree" | "folder";
  readonly document: JourneyDocument;
}

/**
 * The JSON of a journey, and answers to what rules ask beyond the model. A body is the object with the settings of a
 * node; it stands beside the tree. Every answer is worked out when somebody asks.
 */
export interface JourneyDocument {
  /**
   * One object with the sections of an export, whatever layout it was found in. Only readers and writers look into it;
   * rules ask the questions below.
   */
  readonly json: JsonObject;
  hasBody(nodeId: string): boolean;
  /** Whether the body of the node lists its outcomes. */
  listsOutcomes(nodeId: string): boolean;
  /** Whether the page is known to list no nodes, not merely to list some that could not be read. */
  isEmptyPage(pageId: string): boolean;
  /** The ids of all nodes that are listed by a page. */
  nodesOnPages(): ReadonlySet<string>;
  /** The entries of pages whose node is in the tree as well, or was listed before. */
  repeatedNodes(): readonly RepeatedNode[];
  /** The bodies of nodes that neither the tree nor a page lists. */
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
