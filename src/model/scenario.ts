import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../text/json.js";
import type { Range } from "../text/range.js";

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
  readonly steps: readonly BoundStep[];
  /** The reasons why the scenario cannot run; whoever runs it reports them. */
  readonly faults: readonly Diagnostic[];
}

/** A step of a scenario. */
export type BoundStep = Given | Stub | Submit | Resume | Wait | Expect;

/** The words after `given`: `object` is followed by an object, `named` by a name and a text. */
export const givenSubjects = {
  user: "object",
  session: "object",
  state: "object",
  header: "named",
  cookie: "named",
  query: "named",
  esv: "named",
  secret: "named",
} as const;

/** A word after `given`. */
export type GivenSubject = keyof typeof givenSubjects;
type SubjectOfForm<Form> = { [S in GivenSubject]: (typeof givenSubjects)[S] extends Form ? S : never }[GivenSubject];

/** Sets a part of the world or of the state. */
export type Given = {
  readonly kind: "given";
  readonly place: Place;
} & (
  | { readonly subject: SubjectOfForm<"object">; readonly value: JsonObject }
  | { readonly subject: SubjectOfForm<"named">; readonly name: string; readonly value: string }
);

/** A node that a step names, with an outcome if it names one. Unknown names are kept as they are written. */
export interface StepNode {
  /** The reference as written. */
  readonly text: string;
  /** The id of the nearest journey that has the node; `undefined` where none at hand has it. */
  readonly journey: string | undefined;
  /** The name of the node. */
  readonly node: string;
  /** The name of the inner node. */
  readonly child: string | undefined;
  /** The id of the outcome on the platform. */
  readonly outcomeId: string | undefined;
}

/** Decides the outcome of a node, which then does not run. */
export interface Stub {
  readonly kind: "stub";
  readonly place: Place;
  readonly node: StepNode & { readonly outcomeId: string };
  readonly state: JsonObject | undefined;
}

/** Answers the callbacks of a node. */
export interface Submit {
  readonly kind: "submit";
  readonly place: Place;
  readonly node: StepNode;
  readonly inputs: JsonObject;
}

/** Follows the link that resumes a suspended journey. */
export interface Resume {
  readonly kind: "resume";
  readonly place: Place;
}

/** Lets time pass. */
export interface Wait {
  readonly kind: "wait";
  readonly place: Place;
  readonly milliseconds: number;
}

/** States what must be true of the run at this point. */
export type Expect = { readonly kind: "expect"; readonly place: Place } & Expectation;

/** The statuses of a run that can be expected. */
export const expectableStatuses = ["success", "failure", "suspended", "error"] as const;

/** The things whose content can be expected. */
export const expectableThings = ["email", "sms", "user", "state", "session"] as const;

/** The subject of an `expect` step, with what is expected of it. */
export type Expectation =
  | { readonly subject: (typeof expectableStatuses)[number] }
  | { readonly subject: "at"; readonly node: StepNode }
  | { readonly subject: "path"; readonly path: readonly StepNode[] }
  | { readonly subject: "message"; readonly text: string }
  | {
      readonly subject: (typeof expectableThings)[number];
      /** The name of the user. */
      readonly name: string | undefined;
      readonly value: Json | undefined;
    };
