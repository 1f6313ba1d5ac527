import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey } from "../model/model.js";
import type { Json, JsonObject } from "../text/json.js";

/** A scenario with its names resolved: what runs. */
export interface Scenario {
  readonly title: string;
  readonly journey: Journey;
  /** Where its title stands. */
  readonly place: Place;
  readonly steps: readonly BoundStep[];
}

export type BoundStep = Given | Stub | Submit | Resume | Wait | Expect;

/** What `given` may speak of, and whether a name stands before the value. */
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

export type GivenSubject = keyof typeof givenSubjects;
type SubjectOfForm<Form> = { [S in GivenSubject]: (typeof givenSubjects)[S] extends Form ? S : never }[GivenSubject];

export type Given = {
  readonly kind: "given";
  readonly place: Place;
} & (
  | { readonly subject: SubjectOfForm<"object">; readonly value: JsonObject }
  | { readonly subject: SubjectOfForm<"named">; readonly name: string; readonly value: string }
);

/** A node, or one of its outcomes. */
export interface StepNode {
  /** As the author wrote it. */
  readonly text: string;
  /** `undefined`: in none of the journeys at hand. */
  readonly journey: Journey | undefined;
  /** The state of the machine that stands for the node. */
  readonly node: string;
  /** A page's inner node. */
  readonly child: string | undefined;
  /** As the platform has it. */
  readonly outcomeId: string | undefined;
}

export interface Stub {
  readonly kind: "stub";
  readonly place: Place;
  readonly node: StepNode & { readonly outcomeId: string };
  readonly state: JsonObject | undefined;
}

export interface Submit {
  readonly kind: "submit";
  readonly place: Place;
  readonly node: StepNode;
  readonly inputs: JsonObject;
}

export interface Resume {
  readonly kind: "resume";
  readonly place: Place;
}

export interface Wait {
  readonly kind: "wait";
  readonly place: Place;
  readonly milliseconds: number;
}

export type Expect = { readonly kind: "expect"; readonly place: Place } & Expectation;

/** Ends and stops that can be expected. */
export const expectableStatuses = ["success", "failure", "suspended", "error"] as const;

/** Things whose content can be expected. */
export const expectableThings = ["email", "sms", "user", "state", "session"] as const;

export type Expectation =
  | { readonly subject: (typeof expectableStatuses)[number] }
  | { readonly subject: "at"; readonly node: StepNode }
  | { readonly subject: "path"; readonly path: readonly StepNode[] }
  | { readonly subject: "message"; readonly text: string }
  | {
      readonly subject: (typeof expectableThings)[number];
      /** The user's name. */
      readonly name: string | undefined;
      readonly value: Json | undefined;
    };
