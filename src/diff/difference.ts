import type { Severity } from "../diagnostics/codes.js";
import type { Json } from "../text/json.js";
import type { DiffLine } from "./line-diff.js";

/** How a change speaks of a node. */
export interface NodeLabel {
  /** The identifier in text; for exports the one that an import would choose. */
  readonly name: string;
  readonly title: string;
  /** The platform's type id. */
  readonly type: string;
  /** The page of an inner node. */
  readonly page: string | undefined;
}

/** One value that is another now; a locale, or a member of an object, is a longer path. */
export interface ValueChange {
  readonly path: readonly string[];
  /** `undefined`: there was none. */
  readonly before: Json | undefined;
  /** `undefined`: there is none. */
  readonly after: Json | undefined;
  /** Line by line, for texts of several lines. */
  readonly lines?: readonly DiffLine[];
}

export interface NamedValue {
  readonly name: string;
  readonly value: Json;
}

/** Where an arrow leads: a node's name, `success`, `failure`, or a quoted id that no node has. */
export type TargetLabel = string;

export interface ConnectionLabel {
  readonly outcome: string;
  readonly target: TargetLabel;
}

/** One thing that differs within a journey. */
export type Change =
  | { readonly kind: "journey-renamed"; readonly before: string; readonly after: string }
  | { readonly kind: "journey-setting"; readonly change: ValueChange }
  | { readonly kind: "start-moved"; readonly before: TargetLabel | undefined; readonly after: TargetLabel | undefined }
  | {
      readonly kind: "node-added";
      readonly node: NodeLabel;
      /** What is not the type's default. */
      readonly settings: readonly NamedValue[];
      readonly outcomes: readonly ConnectionLabel[];
      readonly children: readonly string[];
    }
  | { readonly kind: "node-removed"; readonly node: NodeLabel }
  | { readonly kind: "node-renamed"; readonly node: NodeLabel; readonly before: NodeLabel }
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
  | { readonly kind: "node-setting"; readonly node: NodeLabel; readonly change: ValueChange }
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

/** What is only told when it is asked for (`--layout`). */
export type LayoutChange =
  | { readonly kind: "placed"; readonly what: string; readonly before: string; readonly after: string }
  | { readonly kind: "id-changed"; readonly what: string; readonly before: string; readonly after: string }
  | { readonly kind: "export-option"; readonly change: ValueChange };

/** What the changes of a journey bring about. */
export type Consequence =
  /** A node that stays, which no path reaches any more. */
  | { readonly kind: "unreachable"; readonly node: NodeLabel }
  /** A path from start to success that was not there; the shortest one over a new arrow. */
  | { readonly kind: "new-path"; readonly path: readonly StepLabel[] }
  /** Success can be reached past a node that every path went through before. */
  | { readonly kind: "bypassed"; readonly node: NodeLabel; readonly path: readonly StepLabel[] }
  | FindingChange;

export interface StepLabel {
  readonly node: string;
  /** By which outcome the path goes on; empty for the only one. */
  readonly outcome: string;
}

export interface FindingChange {
  readonly kind: "finding-appeared" | "finding-gone";
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export type ScenarioChange =
  | { readonly kind: "scenario-added"; readonly scenario: string }
  | { readonly kind: "scenario-removed"; readonly scenario: string }
  | { readonly kind: "scenario-changed"; readonly scenario: string; readonly lines: readonly DiffLine[] };

/** What became of one journey. */
export type JourneyDifference =
  | { readonly kind: "journey-added"; readonly journey: string; readonly nodes: number }
  | { readonly kind: "journey-removed"; readonly journey: string; readonly nodes: number }
  | {
      readonly kind: "journey-changed";
      readonly journey: string;
      readonly changes: readonly Change[];
      readonly consequences: readonly Consequence[];
    };

/** The difference of two models; nothing in it where they are the same. */
export interface Difference {
  readonly journeys: readonly JourneyDifference[];
  readonly scenarios: readonly ScenarioChange[];
  /** Findings that belong to no journey that is on both sides. */
  readonly findings: readonly FindingChange[];
}
