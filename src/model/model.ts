import type { NodeType } from "../catalogue/node-type.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { ScenarioDeclaration, Value } from "../syntax/ast.js";
import type { TerminalName } from "../syntax/reserved-names.js";
import type { Json, JsonObject } from "../text/json.js";
import type { SourceFile } from "../text/source-file.js";
import type { Origin } from "./origin.js";

/**
 * The journey model: the one form between all readers (`.journey` text, exports, folders) and all writers. Names are
 * resolved, ids fixed, defaults filled in, parameters replaced. Every part knows the place it came from.
 */
export interface Model {
  readonly journeys: readonly Journey[];
  /** Types declared beside the catalogue (`extern`, configuration, an export's `nodeTypes`), by platform id. */
  readonly externTypes: ReadonlyMap<string, NodeType>;
  /** Scenarios as written; `src/simulate` gives them meaning. */
  readonly scenarios: readonly ScenarioDeclaration[];
  /** The source and the values that a scenario needs when it runs. */
  readonly scenarioContexts?: ReadonlyMap<ScenarioDeclaration, ScenarioContext>;
}

export interface ScenarioContext {
  readonly source: SourceFile;
  /** The values in the scenario's steps, with parameters filled in. */
  readonly values: ReadonlyMap<Value, Json>;
}

export interface Journey {
  /** The identifier in text. */
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
  /** In the author's order; a page's inner nodes are its `children`. */
  readonly nodes: readonly JourneyNode[];
  readonly scripts: readonly Script[];
  readonly resources: readonly Resource[];
  readonly rules: readonly JourneyRule[];
  readonly exportOptions: ExportOptions;
  /** Given canvas positions of `start`, `success` and `failure`; what is absent is computed. */
  readonly terminalCoordinates: ReadonlyMap<TerminalName, Coordinates>;
  /** JSON merge patch over the journey's export, with node ids already in place of names; applied last. */
  readonly raw: JsonObject | undefined;
}

export interface Coordinates {
  readonly x: number;
  readonly y: number;
}

/** A value with its place. `explicit` is false for a default that the author left out. */
export interface Setting {
  readonly value: Json;
  readonly explicit: boolean;
  readonly place: Place;
  /** Places of values inside, by JSON pointer relative to this value ("/0", "/en"); filled by the text binder. */
  readonly inner?: ReadonlyMap<string, Place>;
}

export interface JourneyNode {
  readonly name: string;
  /** The platform's node id: a UUID, as a rule. */
  readonly id: string;
  readonly displayName: string;
  /** The platform's full type id, `ScriptedDecisionNode`. */
  readonly typeId: string;
  /** The node version in force, "1.0" where nothing says otherwise. */
  readonly version: string;
  /** `undefined`: a type that is neither in the catalogue nor declared. */
  readonly type: NodeType | undefined;
  /**
   * The members of the node's body, except `_id`, `_rev`, `_type` and `_outcomes` (given ones are in `bodyOverrides`)
   * and a page's `nodes`.
   */
  readonly properties: ReadonlyMap<string, Setting>;
  /** `_outcomes` or `_type` where the author gives them instead of the derived ones. */
  readonly bodyOverrides: ReadonlyMap<string, Setting>;
  /** Outcomes the node has, as the catalogue derives them; empty and `outcomesKnown: false` for unknown types. */
  readonly outcomes: readonly NodeOutcome[];
  readonly outcomesKnown: boolean;
  /** In the author's order. Inner nodes have none. */
  readonly connections: readonly Connection[];
  /** Only a page has children. */
  readonly children: readonly JourneyNode[];
  /** The page that holds this inner node. */
  readonly page: string | undefined;
  readonly coordinates: Coordinates | undefined;
  /** `null`: the reference says `"x": null, "y": null`; `absent`: it has neither, though others have. */
  readonly coordinatesForm?: "null" | "absent";
  readonly place: Place;
  readonly namePlace: Place;
  readonly typePlace: Place;
}

export interface NodeOutcome {
  /** As the platform writes it in `connections`: with the child's id in front under page version 2.0. */
  readonly id: string;
  readonly displayName: string;
  /** As the author writes it: the id of the outcome of the deciding node. */
  readonly outcome: string;
  /** The page's inner node that the outcome belongs to (its name, not its id). */
  readonly child: string | undefined;
}

export interface Connection {
  /** The platform's outcome id, the key in `connections`; "" for the entry. */
  readonly outcomeId: string;
  readonly target: Target;
  readonly place: Place;
  readonly targetPlace: Place;
}

export type Target =
  | { readonly kind: "node"; readonly name: string; readonly id: string }
  | { readonly kind: "success" }
  | { readonly kind: "failure" }
  /** A quoted platform id that no node of this journey has. */
  | { readonly kind: "foreign"; readonly id: string };

export interface Script {
  readonly name: string;
  /** The platform's id: a UUID. */
  readonly id: string;
  /** The script object's `name`. */
  readonly title: string;
  /** The body, as text. */
  readonly body: string;
  /** The file the body stands in, relative to the journey's file; `undefined` when the body came inside an export. */
  readonly file: string | undefined;
  /** Other members of the export's script object. */
  readonly properties: ReadonlyMap<string, Setting>;
  readonly place: Place;
}

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

export interface Resource {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly file: string | undefined;
  readonly content: Json;
  readonly place: Place;
}

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

/** A node's name, or an end. */
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
   * `_type` of bodies: `false` without, `"plain"` as in file-based configuration (`name` is the id, `collection` is
   * false). Default true.
   */
  readonly types?: boolean | "plain";
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
  /** Whether the export has the bodies of its nodes. A tree object alone has none. Default true. */
  readonly bodies?: boolean;
  /** Versions as numbers (1, not "1.0"), as the first releases that had any wrote them. Default false. */
  readonly nodeVersionNumbers?: boolean;
}

export type NodeVersionPlace = "references" | "types" | "children";
