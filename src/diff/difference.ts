import type { SecurityTopic } from "../catalogue/node-type.js";
import type { Severity } from "../diagnostics/codes.js";
import type { Json } from "../text/json.js";
import type { DiffLine } from "./line-diff.js";
import type { SharedNodes } from "./moved-nodes.js";

/** The node that a change is about. */
export interface NodeLabel {
  /** The node's name in text; for exports, the name that an import would choose. */
  readonly name: string;
  readonly title: string;
  /** The platform's type id. */
  readonly type: string;
  /** The page of an inner node. */
  readonly page: string | undefined;
}

/** A changed value. A locale, or a member of an object, makes the path longer. */
export interface ValueChange {
  readonly path: readonly string[];
  /** `undefined` where the value was added. */
  readonly before: Json | undefined;
  /** `undefined` where the value was removed. */
  readonly after: Json | undefined;
  /** The line difference of texts with several lines. */
  readonly lines?: readonly DiffLine[];
}

export interface NamedValue {
  readonly name: string;
  readonly value: Json;
  /** The title of the script that the value is the id of. */
  readonly script?: string;
}

/** The target of an arrow: a node's name, `success`, `failure`, or a quoted id that no node has. */
export type TargetLabel = string;

export interface ConnectionLabel {
  readonly outcome: string;
  readonly target: TargetLabel;
}

/** A setting of a node that differs. */
export interface NodeSettingChange {
  readonly kind: "node-setting";
  readonly node: NodeLabel;
  readonly change: ValueChange;
  /** Whether the value is a text that people read. */
  readonly isText: boolean;
  /** The titles of the scripts that the values are the ids of. */
  readonly scripts?: { readonly before?: string; readonly after?: string };
}

/** One difference within a journey. */
export type Change =
  | { readonly kind: "journey-renamed"; readonly before: string; readonly after: string }
  | { readonly kind: "journey-setting"; readonly change: ValueChange }
  | { readonly kind: "start-moved"; readonly before: TargetLabel | undefined; readonly after: TargetLabel | undefined }
  | {
      readonly kind: "node-added";
      readonly node: NodeLabel;
      /** The journey that had this node before. */
      readonly movedFrom?: string;
      /** The settings that differ from those of a removed node with the same name and type, in whose place it stands. */
      readonly replaces?: readonly NodeSettingChange[];
      /** The settings that differ from the type's defaults. */
      readonly settings: readonly NamedValue[];
      readonly outcomes: readonly ConnectionLabel[];
      readonly children: readonly string[];
    }
  | {
      readonly kind: "node-removed";
      readonly node: NodeLabel;
      /** The journey that has this node now. */
      readonly movedTo?: string;
      /** The settings that differ from the type's defaults. */
      readonly settings: readonly NamedValue[];
    }
  | {
      readonly kind: "node-renamed";
      readonly node: NodeLabel;
      readonly before: NodeLabel;
      /** Whether neither id, title nor settings of its own say that it is the same node: only its place does. */
      readonly isLikely: boolean;
    }
  | { readonly kind: "node-retyped"; readonly node: NodeLabel; readonly before: string; readonly after: string }
  | { readonly kind: "node-upgraded"; readonly node: NodeLabel; readonly before: string; readonly after: string }
  | {
      readonly kind: "node-moved";
      readonly node: NodeLabel;
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  | {
      readonly kind: "page-reordered";
      readonly node: NodeLabel;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | NodeSettingChange
  | {
      readonly kind: "node-outcomes";
      readonly node: NodeLabel;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly kind: "outcome-rewired";
      readonly node: NodeLabel;
      readonly outcome: string;
      readonly before: TargetLabel | undefined;
      readonly after: TargetLabel | undefined;
    }
  | { readonly kind: "rule-added"; readonly rule: string }
  | { readonly kind: "rule-removed"; readonly rule: string }
  | { readonly kind: "script-added"; readonly script: string }
  | { readonly kind: "script-removed"; readonly script: string }
  | { readonly kind: "script-changed"; readonly script: string; readonly change: ValueChange }
  | { readonly kind: "resource-added"; readonly resource: string; readonly id: string }
  | { readonly kind: "resource-removed"; readonly resource: string; readonly id: string }
  | { readonly kind: "resource-changed"; readonly resource: string; readonly id: string; readonly change: ValueChange }
  | { readonly kind: "raw-changed"; readonly change: ValueChange }
  | LayoutChange;

/** Changes that are shown only with `--layout`. */
export type LayoutChange =
  | { readonly kind: "placed"; readonly what: string; readonly before: string; readonly after: string }
  | { readonly kind: "id-changed"; readonly what: string; readonly before: string; readonly after: string }
  | { readonly kind: "export-option"; readonly change: ValueChange };

/** What a consequence weakens, or may weaken, as the journey that a node runs is not given. */
export type WeakenedTopic = SecurityTopic | "unknown inner journey";

/**
 * A consequence of a journey's changes. A path goes from the start to an end, or round a loop; `turn` is the index of the
 * step whose arrow makes the difference.
 */
export type Consequence =
  /** A node that is still there, but that no path reaches any more. */
  | { readonly kind: "unreachable"; readonly node: NodeLabel }
  /** Success or failure can no longer be reached, as by this path of the old version, or now for the first time. */
  | {
      readonly kind: "end-lost" | "end-gained";
      readonly end: "success" | "failure";
      readonly path: readonly StepLabel[];
      readonly turn: number;
    }
  /** Success can now be reached without a node that every path used to pass, or by other outcomes of it. */
  | {
      readonly kind: "bypassed";
      readonly node: NodeLabel;
      /** The outcomes that led to success, where the node itself is still passed. */
      readonly outcomes?: readonly string[];
      /** What stands before success in its place and protects the same. */
      readonly replacedBy?: NodeLabel;
      /** Whether the node is not there any more. */
      readonly isRemoved: boolean;
      readonly security?: WeakenedTopic;
      /** The shortest path of the old version. */
      readonly before: readonly StepLabel[];
      readonly turnBefore: number;
      readonly path: readonly StepLabel[];
      readonly turn: number;
    }
  /** A path from start to success that did not exist before: the shortest one through a new arrow. */
  | {
      readonly kind: "new-path";
      readonly path: readonly StepLabel[];
      readonly turn: number;
      /** The steps that every path to success passed from the arrow's source, and that this one need not pass. */
      readonly avoids: readonly NodeLabel[];
      /** Such steps that this path passes before the arrow, and need not come back to. */
      readonly notAgain: readonly NodeLabel[];
      readonly security?: WeakenedTopic;
    }
  /** The number of new paths that are not shown. */
  | { readonly kind: "more-paths"; readonly count: number }
  /** A loop, told from the arrow that makes it. */
  | { readonly kind: "loop-appeared" | "loop-gone"; readonly path: readonly StepLabel[]; readonly turn: number }
  /** A loop that a user can go round for ever now, because nothing in it counts attempts any more. */
  | {
      readonly kind: "unlimited-loop";
      readonly path: readonly StepLabel[];
      readonly turn: number;
      readonly security: WeakenedTopic;
    }
  /** A check that can be tried again without limit now, with the loop; a wrong try ended the journey or was counted before. */
  | {
      readonly kind: "check-repeated";
      readonly node: NodeLabel;
      readonly path: readonly StepLabel[];
      readonly turn: number;
      readonly security: WeakenedTopic;
    }
  /** A node that locked accounts is gone or cannot be reached. */
  | { readonly kind: "lock-gone"; readonly node: NodeLabel; readonly security: WeakenedTopic }
  | {
      readonly kind: "weaker-setting";
      /** `undefined` for a setting of the journey. */
      readonly node?: NodeLabel;
      readonly property: string;
      readonly before: Json;
      readonly after: Json;
      readonly security: WeakenedTopic;
    }
  /** A node runs an inner journey that checks less before it succeeds than the one that it ran. */
  | {
      readonly kind: "inner-weaker";
      readonly node: NodeLabel;
      readonly ran: string;
      readonly runs: string;
      /** Any of these was checked. */
      readonly checks: readonly SecurityTopic[];
      /** On how many ways to success it is checked now. */
      readonly ways: "none" | "some";
      /** A path of the journey that ran. */
      readonly before: readonly StepLabel[];
      /** A path of the journey that runs. */
      readonly path: readonly StepLabel[];
      readonly security: WeakenedTopic;
    }
  /** A node runs another inner journey, and what these journeys check is not known. */
  | {
      readonly kind: "inner-unknown";
      readonly node: NodeLabel;
      readonly ran: string;
      readonly runs: string;
      /** Which of both are not given. */
      readonly missing: readonly string[];
      readonly security: WeakenedTopic;
    }
  /** Every path to success used to pass a check, by one node or another, and need not any more. */
  | {
      readonly kind: "check-lost";
      /** Any of these was checked. */
      readonly checks: readonly SecurityTopic[];
      readonly path: readonly StepLabel[];
      readonly turn: number;
      readonly security: WeakenedTopic;
    }
  /** Every path to success now passes nodes, or a check, and need not before. */
  | {
      readonly kind: "needed";
      readonly nodes: readonly NodeLabel[];
      readonly checks: readonly SecurityTopic[];
      readonly path: readonly StepLabel[];
      readonly turn: number;
    }
  /** Nodes that ask a user something now, or did before. */
  | { readonly kind: "asked" | "no-longer-asked"; readonly nodes: readonly NodeLabel[] }
  | FindingChange;

export interface StepLabel {
  readonly node: string;
  /** The outcomes by which the path continues, with commas between; empty where the node has only one. */
  readonly outcome: string;
}

export interface FindingChange {
  readonly kind: "finding-appeared" | "finding-gone";
  /** The journey that it is about; absent where that is no single one. */
  readonly journey?: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export type ScenarioChange =
  | { readonly kind: "scenario-added"; readonly scenario: string }
  | { readonly kind: "scenario-removed"; readonly scenario: string }
  | { readonly kind: "scenario-changed"; readonly scenario: string; readonly lines: readonly DiffLine[] };

/** The difference of one journey. */
export type JourneyDifference =
  | {
      readonly kind: "journey-added" | "journey-removed";
      readonly journey: string;
      readonly nodes: number;
      /** The journeys from which several of its nodes came, or to which they went. */
      readonly shared: readonly SharedNodes[];
    }
  | {
      readonly kind: "journey-changed";
      readonly journey: string;
      readonly changes: readonly Change[];
      readonly consequences: readonly Consequence[];
    };

/** The difference of two models; empty where they are equal. */
export interface Difference {
  readonly journeys: readonly JourneyDifference[];
  readonly scenarios: readonly ScenarioChange[];
  /** Findings that belong to no journey that both sides have. */
  readonly findings: readonly FindingChange[];
}
