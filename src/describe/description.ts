import type { Severity } from "../diagnostics/codes.js";
import type { Journey } from "../model/model.js";
import type { RequirementKind } from "../requires/requirement.js";

/** What is said of the journeys of a project or tenant: data, which `markdown.ts` and `html.ts` render. */
export interface Description {
  /** By id. */
  readonly journeys: readonly JourneyDescription[];
  /** Findings that belong to no journey, or to several. */
  readonly findings: readonly DescribedFinding[];
}

/** What is said of one journey. Nodes are named by their titles; of two with one title, each has its name behind it. */
export interface JourneyDescription {
  /** For pictures. */
  readonly journey: Journey;
  readonly id: string;
  /** The journey's own description. */
  readonly purpose: string | undefined;
  readonly traits: Traits;
  readonly counts: {
    readonly nodes: number;
    readonly nodesInPages: number;
    readonly connections: number;
    readonly scripts: number;
  };
  readonly screens: readonly Screen[];
  /** The number of further screens, where there are too many to list. */
  readonly screensLeft: number;
  /** Nodes of which it is not known whether they show something. */
  readonly perhapsShown: readonly string[];
  readonly ends: { readonly success: WaysToEnd; readonly failure: WaysToEnd };
  readonly nodes: readonly DescribedNode[];
  readonly scripts: readonly DescribedScript[];
  readonly state: readonly StateKey[];
  /** Nodes that may write keys that are not known. */
  readonly writeAnything: readonly string[];
  readonly messages: readonly SentMessage[];
  /** What it needs of a tenant, and what of that it brings along. */
  readonly needs: readonly Need[];
  readonly calls: readonly Call[];
  readonly callers: readonly Caller[];
  /** What its author demands of all ways: `CheckPassword.true` before success. */
  readonly rules: readonly DescribedRule[];
  /** The titles of its scenarios. */
  readonly scenarios: readonly string[];
  readonly findings: readonly DescribedFinding[];
}

/** `require`: `first` must come before `second`. `forbid`: after `first`, `second` must never come. */
export interface DescribedRule {
  readonly kind: "require" | "forbid";
  readonly first: string;
  readonly second: string;
}

/** The settings of a journey that say where and for whom it runs. */
export interface Traits {
  readonly identityResource: string | undefined;
  readonly categories: readonly string[];
  readonly isDisabled: boolean;
  readonly isInnerOnly: boolean;
  readonly mustRun: boolean;
  readonly noSession: boolean;
  readonly isTransactional: boolean;
}

/** Something that is shown to the user, or sent to the client that stands for them. */
export interface Screen {
  readonly node: string;
  readonly kind: "page" | "node" | "inner journey";
  /** The inner journey's id. */
  readonly inner: string | undefined;
  readonly texts: readonly ShownText[];
  /** On a page, its inner nodes that show something; else the node itself. */
  readonly parts: readonly ScreenPart[];
  /** What may come next after some of the outcomes. */
  readonly next: readonly { readonly outcomes: readonly string[]; readonly targets: readonly NextStop[] }[];
}

export interface ScreenPart {
  readonly label: string;
  /** Types of callbacks. */
  readonly callbacks: readonly string[];
  /** What it asks for one by one, such as attributes. */
  readonly items: readonly string[];
  readonly texts: readonly ShownText[];
}

/** A text in one language, and the languages that it has besides. */
export interface ShownText {
  readonly property: string;
  readonly text: string;
  readonly otherLocales: readonly string[];
}

/** `nothing`: the outcome has no connection. */
export type NextStop =
  | { readonly kind: "screen"; readonly node: string }
  | { readonly kind: "success" | "failure" | "nothing" };

/** The ways to an end: shortest ones through every outcome after which the end can be reached, the shortest first. There are none where it cannot. */
export interface WaysToEnd {
  readonly ways: readonly (readonly WayStep[])[];
  /** The number of outcomes on further ways, where there are too many to list. */
  readonly left: number;
  /** The nodes that every way to the end passes, in order. */
  readonly needed: readonly string[];
}

export interface WayStep {
  readonly node: string;
  /** Empty for the only outcome of a node. */
  readonly outcome: string;
}

export interface DescribedNode {
  readonly label: string;
  readonly typeName: string;
  readonly typeId: string;
  readonly version: string;
  readonly isReached: boolean;
  readonly settings: readonly NodeSetting[];
  readonly outcomes: readonly { readonly outcome: string; readonly target: ArrowEnd }[];
  readonly children: readonly Pick<DescribedNode, "label" | "typeName" | "typeId" | "settings">[];
}

/** A setting that differs from the default of its type. */
export interface NodeSetting {
  readonly name: string;
  readonly value: SettingValue;
}

export type SettingValue =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "secret" }
  | { readonly kind: "script" | "journey"; readonly name: string };

export type ArrowEnd =
  | { readonly kind: "node"; readonly label: string }
  | { readonly kind: "success" | "failure" | "nothing" }
  | { readonly kind: "foreign"; readonly id: string };

export interface DescribedScript {
  readonly title: string;
  readonly description: string | undefined;
  readonly engine: string | undefined;
  /** Where it is not JavaScript. */
  readonly language: string | undefined;
  /** Nodes, and resources such as social providers. */
  readonly usedBy: readonly string[];
  /** `undefined` where the script is in another language than JavaScript, or cannot be read. */
  readonly facts: ScriptFacts | undefined;
}

/** What the text of a script shows. The lists are sorted; "computed" tells that there may be more. */
export interface ScriptFacts {
  readonly isLibrary: boolean;
  readonly outcomes: NamedThings;
  readonly callbacks: readonly string[];
  readonly stateRead: NamedThings;
  readonly stateWritten: NamedThings;
  readonly requestValues: NamedThings;
  /** The addresses of HTTP requests, as far as the text gives them. */
  readonly requests: readonly string[];
  readonly calls: readonly string[];
  readonly libraries: NamedThings;
  readonly variables: NamedThings;
}

export interface NamedThings {
  readonly names: readonly string[];
  readonly hasOthers: boolean;
}

export interface StateKey {
  readonly key: string;
  /** A key beside the account's attributes, or one of the attributes that are collected for it. */
  readonly kind: "state" | "attribute";
  readonly writtenBy: readonly string[];
  readonly readBy: readonly string[];
}

/** A message that a node sends outside of the browser. */
export interface SentMessage {
  readonly node: string;
  readonly typeName: string;
  readonly template: string | undefined;
  readonly subject: ShownText | undefined;
  readonly suspends: boolean;
}

export interface Need {
  readonly kind: RequirementKind;
  readonly id: string;
  readonly title: string | undefined;
  readonly provided: boolean;
  readonly usedBy: readonly string[];
}

export interface Call {
  readonly node: string;
  readonly inner: string;
  /** Whether it runs as part of this journey. */
  readonly isEvaluated: boolean;
  readonly isHere: boolean;
}

export interface Caller {
  readonly journey: string;
  readonly nodes: readonly string[];
}

export interface DescribedFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}
