import type { Place } from "../diagnostics/diagnostic.js";
import type { JsonObject } from "../text/json.js";

/** The source of a journey: a text, or JSON. */
export type Origin = TextOrigin | JsonOrigin;

/** A journey that was read from a text. */
export interface TextOrigin {
  readonly kind: "text";
}

export const textOrigin: TextOrigin = { kind: "text" };

/**
 * The JSON that a journey was read from. `export`: the tree and the bodies of nodes are in one object of one file.
 * `tree`: the file has only the tree. `folder`: the parts are in several files.
 */
export interface JsonOrigin {
  readonly kind: "export" | "tree" | "folder";
  /** The realm that the journey belongs to, where its path or its file says so. */
  readonly realm: string | undefined;
  /** Whether its file can only be of a self-managed deployment: Amster and file-based configuration are of no cloud. */
  readonly isSelfManaged: boolean;
  readonly document: JourneyDocument;
}

/** The JSON of a journey. */
export interface JourneyDocument extends DocumentFacts {
  /**
   * One object with the sections of an export, in whatever layout the JSON was found. Only readers and writers use it;
   * rules use the facts.
   */
  readonly json: JsonObject;
}

/**
 * The facts that rules need beyond the model about the JSON of a journey: the one it was read from, or the one that a
 * text stands for. A body is the object with the settings of a node. Each fact is computed when it is asked for.
 */
export interface DocumentFacts {
  hasBody(nodeId: string): boolean;
  /** Whether the body of the node lists its outcomes. */
  listsOutcomes(nodeId: string): boolean;
  /** Whether the body of the node has a property. */
  hasProperty(nodeId: string, name: string): boolean;
  /** Whether the page is known to list no nodes, not merely to list some that could not be read. */
  isEmptyPage(pageId: string): boolean;
  /** The ids of all nodes that are listed by a page. */
  nodesOnPages(): ReadonlySet<string>;
  /** The entries of pages whose node is in the tree as well, or was listed before. */
  repeatedNodes(): readonly RepeatedNode[];
  /** The bodies of nodes that neither the tree nor a page lists. */
  strayBodies(): readonly StrayBody[];
}

/** A page's entry for a node that is elsewhere too. */
export interface RepeatedNode {
  readonly id: string;
  /** The page that lists it. */
  readonly page: string;
  readonly place: Place;
}

/** A body that belongs to no node of the journey. */
export interface StrayBody {
  readonly id: string;
  readonly typeId: string | undefined;
  readonly body: JsonObject;
  readonly place: Place;
}
