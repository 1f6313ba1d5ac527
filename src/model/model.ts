import type { NodeType } from "../catalogue/node-type.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { TerminalName } from "../syntax/reserved-names.js";
import type { Json, JsonObject } from "../text/json.js";
import type { Range } from "../text/range.js";
import type { Origin } from "./origin.js";
import type { BoundStep } from "./scenario.js";

/**
 * The journey model. All readers (of texts, exports and folders) make it, and all writers and rules take it. In it,
 * names are resolved, ids are set, defaults are filled in and parameters are replaced. Each part knows its place.
 */
export interface Model {
  readonly journeys: readonly Journey[];
  /** The node types that are not in the catalogue, by platform id: from `extern`, the configuration, or an export. */
  readonly externTypes: ReadonlyMap<string, NodeType>;
  readonly scenarios: readonly Scenario[];
}

/** One journey, as the platform would run it. */
export interface Journey {
  /** The name in texts. */
  readonly name: string;
  /** The tree's `_id`. */
  readonly id: string;
  readonly place: Place;
  readonly origin: Origin;
  /**
   * The members of the export's `tree`, except `_id`, `_rev`, `entryNodeId`, `nodes` and `staticNodes`. `uiConfig` is
   * here only where it has more than `categories`, or is no object; then these other members are its value.
   */
  readonly settings: ReadonlyMap<string, Setting>;
  /** `undefined`: the export has no `categories` in its `uiConfig`. */
  readonly categories: Setting | undefined;
  /** The target of `start`. Where it is `undefined`, a diagnostic has been reported. */
  readonly entry: Connection | undefined;
  /** The nodes in the author's order. The inner nodes of a page are its `children`. */
  readonly nodes: readonly JourneyNode[];
  readonly scripts: readonly Script[];
  readonly resources: readonly Resource[];
  readonly rules: readonly JourneyRule[];
  readonly exportOptions: ExportOptions;
  /** The positions of `start`, `success` and `failure` on the canvas, where the author gives them. Others are computed. */
  readonly terminalCoordinates: ReadonlyMap<TerminalName, Coordinates>;
  /** A JSON merge patch for the journey's export, applied last. Names of nodes are already replaced by ids. */
  readonly raw: JsonObject | undefined;
}

/** A position on the canvas of the admin console. */
export interface Coordinates {
  readonly x: number;
  readonly y: number;
}

/** A value with its place. `explicit` is false for a default. */
export interface Setting {
  readonly value: Json;
  readonly explicit: boolean;
  readonly place: Place;
  /** The places of the values inside a list or object, by JSON pointer from this value ("/0", "/en"). Only texts have them. */
  readonly inner?: ReadonlyMap<string, Place>;
}

/** A node of a journey, or an inner node of a page. */
export interface JourneyNode {
  readonly name: string;
  /** The id on the platform, usually a UUID. */
  readonly id: string;
  /** Where a text gives the id. */
  readonly idPlace?: Place;
  readonly displayName: string;
  /** The id of the node type on the platform, such as `ScriptedDecisionNode`. */
  readonly typeId: string;
  /** The version of the node; "1.0" where nothing else is given. */
  readonly version: string;
  /** `undefined` for a type that is neither in the catalogue nor declared. */
  readonly type: NodeType | undefined;
  /**
   * The members of the node's body, except `_id`, `_rev`, `_type` and `_outcomes` (given ones are in `bodyOverrides`)
   * and a page's `nodes`.
   */
  readonly properties: ReadonlyMap<string, Setting>;
  /** The properties that a text calls `absent`. */
  readonly absent?: ReadonlySet<string>;
  /** `_outcomes` or `_type`, where the author sets them. Otherwise they are derived. */
  readonly bodyOverrides: ReadonlyMap<string, Setting>;
  /** The outcomes that the catalogue derives from the settings. Empty where they are not known. */
  readonly outcomes: readonly NodeOutcome[];
  readonly outcomesKnown: boolean;
  /** The connections in the author's order. Inner nodes have none. */
  readonly connections: readonly Connection[];
  /** The inner nodes of a page; empty for any other node. */
  readonly children: readonly JourneyNode[];
  /** The name of the page, for an inner node. */
  readonly page: string | undefined;
  readonly coordinates: Coordinates | undefined;
  /** `null`: the reference says `"x": null, "y": null`; `absent`: it has neither, though others have. */
  readonly coordinatesForm?: "null" | "absent";
  readonly place: Place;
  readonly namePlace: Place;
  readonly typePlace: Place;
}

/** An outcome of a node, whether it is connected or not. */
export interface NodeOutcome {
  /** The key in `connections`. On a page of version 2.0, the id of the inner node stands before it. */
  readonly id: string;
  readonly displayName: string;
  /** The outcome as authors write it: its id on the node that decides. */
  readonly outcome: string;
  /** On a page, the name of the inner node that the outcome belongs to. */
  readonly child: string | undefined;
}

/** An outcome with its target. */
export interface Connection {
  /** The key in `connections`; "" for the entry of the journey. */
  readonly outcomeId: string;
  readonly target: Target;
  readonly place: Place;
  readonly targetPlace: Place;
}

/** The end of a connection. */
export type Target =
  | { readonly kind: "node"; readonly name: string; readonly id: string }
  | { readonly kind: "success" }
  | { readonly kind: "failure" }
  /** An id of the platform that no node of this journey has. */
  | { readonly kind: "foreign"; readonly id: string };

/** A script that nodes of the journey use. */
export interface Script {
  readonly name: string;
  /** The id on the platform, a UUID. */
  readonly id: string;
  /** The name on the platform. */
  readonly title: string;
  readonly body: string;
  /** The file with the body, relative to the journey's file; `undefined` where the body came from an export. */
  readonly file: string | undefined;
  /** The other members of the script in the export. */
  readonly properties: ReadonlyMap<string, Setting>;
  readonly place: Place;
}

/** The kinds of objects that an export of a journey may contain besides nodes and scripts. */
export const resourceKinds = [
  "emailTemplate",
  "theme",
  "socialIdentityProvider",
  "saml2Entity",
  "circleOfTrust",
  "variable",
  "nodeType",
] as const;

export type ResourceKind = (typeof resourceKinds)[number];

/** An object that the journey needs, as it is exported with it. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly file: string | undefined;
  readonly content: Json;
  readonly place: Place;
}

/** A demand of the author on all paths of the journey. */
export type JourneyRule =
  | {
      readonly kind: "require";
      readonly node: string;
      readonly outcomeId: string | undefined;
      readonly before: RuleTarget;
      readonly place: Place;
    }
  | {
      readonly kind: "forbid";
      readonly target: RuleTarget;
      readonly after: string;
      readonly outcomeId: string | undefined;
      readonly place: Place;
    };

/** A node by name, or an end. */
export type RuleTarget =
  | { readonly kind: "node"; readonly name: string }
  | { readonly kind: "success" }
  | { readonly kind: "failure" };

/**
 * The form of the export, where it differs from the one that today's platform writes. `docs/language.md` describes each
 * option.
 */
export interface ExportOptions {
  /** `version` of references, `nodeVersion` of page children, `_type.version`. Default true. */
  readonly nodeVersions: boolean;
  /** `_outcomes`. Default true. */
  readonly outcomes: boolean;
  /** `x`, `y` and `staticNodes`. Default true. */
  readonly coordinates: boolean;
  /** Whether properties that the author left out get the catalogue's defaults. Default true. */
  readonly defaults: boolean;
  /** `json`: the text as a JSON string inside the string (default), `base64`, or `lines`. */
  readonly scriptEncoding: "json" | "base64" | "lines";
  /** The places that have versions, if not all three do; only with `nodeVersions: true`. */
  readonly nodeVersionPlaces?: readonly NodeVersionPlace[];
  /**
   * `_type` of bodies: `false` without, `"ids"` with nothing but the id, `"plain"` as in file-based configuration (`name` is the
   * id, `collection` is false). Default true.
   */
  readonly types?: boolean | "ids" | "plain";
  /**
   * `staticNodes` where it does not follow `coordinates`: `"empty"` has the three ids without positions, `"given"` only
   * those whose positions the layout gives, perhaps none.
   */
  readonly staticNodes?: boolean | "empty" | "given";
  /** The tree's `_id`. Default true. */
  readonly treeId?: boolean;
  /** The tree's `uiConfig`, empty where there are no categories. Default true. */
  readonly uiConfig?: boolean;
  /** `true`: the export has a `variable` container even where it is empty, as newer exports do. Default false. */
  readonly variables?: boolean;
  /** The bodies of nodes. A tree object alone has none; `"empty"`: it has the places for them, with nothing in them. Default true. */
  readonly bodies?: boolean | "empty";
  /** Versions as numbers (1, not "1.0"), as the first releases that had any wrote them. Default false. */
  readonly nodeVersionNumbers?: boolean;
}

/** The parts of an export that may have versions of nodes. */
export type NodeVersionPlace = "references" | "types" | "children";

/** A scenario with its names resolved and its values filled in. */
export interface Scenario {
  readonly title: string;
  /** The place of the title. */
  readonly place: Place;
  /** The range of the whole scenario in the same file. */
  readonly extent: Range;
  /** The name or id of its journey, as written; `undefined` where the text names none. */
  readonly journeyName: string | undefined;
  /** The id of its journey; `undefined` where the journey is not at hand. */
  readonly journey: string | undefined;
  /** The script that it runs alone, as written; `undefined` for a scenario of a journey. */
  readonly scriptName: string | undefined;
  /** That script; `undefined` where it is not at hand. */
  readonly script: TestedScript | undefined;
  readonly steps: readonly BoundStep[];
  /** The reasons why the scenario cannot run; whoever runs it reports them. */
  readonly faults: readonly Diagnostic[];
  /** Whether the cause of the faults is told where a node runs the script: a check does not tell it again. */
  readonly isTold?: boolean;
}

/** A script that a scenario runs alone, with what is around it. */
export interface TestedScript {
  readonly script: Script;
  /** The nodes that run the script. There may be none yet. */
  readonly uses: readonly ScriptUser[];
  /** The scripts that `require` finds. */
  readonly libraries: readonly Script[];
}

/** A node that runs a script. */
export interface ScriptUser {
  readonly journey: Journey;
  readonly node: JourneyNode;
}
