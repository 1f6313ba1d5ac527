import type { Place } from "../diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../text/json.js";

/** A step of a scenario. */
export type BoundStep = Given | Stub | Answer | Submit | Resume | Wait | Expect;

/** The words after `given`: `object` is followed by an object, `named` by a name and a text. */
export const givenSubjects = {
  user: "object",
  session: "object",
  state: "object",
  transient: "object",
  header: "named",
  cookie: "named",
  query: "named",
  esv: "named",
  secret: "named",
} as const;

/** A word after `given`. */
export type GivenSubject = keyof typeof givenSubjects;
type SubjectOfForm<Form> = { [S in GivenSubject]: (typeof givenSubjects)[S] extends Form ? S : never }[GivenSubject];

/** Where the parts of a step stand that name something else than a node or a key. */
export interface PartPlaces {
  /** What is given, `read` of a call. */
  readonly word?: Place | undefined;
  /** The text in quotes, such as the target of a call. */
  readonly text?: Place | undefined;
  /** The values of an object, by their keys. */
  readonly values?: KeyPlaces | undefined;
}

/** Sets a part of the world or of the state. */
export type Given = {
  readonly kind: "given";
  readonly place: Place;
  readonly parts: PartPlaces;
} & (
  | { readonly subject: SubjectOfForm<"object">; readonly value: JsonObject; readonly keyPlaces: KeyPlaces }
  | { readonly subject: SubjectOfForm<"named">; readonly name: string; readonly value: string }
);

/** Where the keys of an object stand in the text. */
export type KeyPlaces = ReadonlyMap<string, Place>;

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
  readonly keyPlaces: KeyPlaces;
}

/** The bindings of scripts whose calls a scenario answers, each with its operations. */
export const services = {
  http: ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"],
  openidm: ["create", "read", "update", "patch", "delete", "query", "action"],
} as const;

/** A binding whose calls a scenario answers. */
export type Service = keyof typeof services;

/** A call of a script: `http GET "https://…"`, `openidm read "managed/…"`. */
export interface ServiceCall {
  readonly service: Service;
  /** Any one if absent. */
  readonly operation: string | undefined;
  /** The URL or the resource; a `*` at its end stands for any text. */
  readonly target: string;
}

/** Answers a call that a script makes. */
export interface Answer {
  readonly kind: "answer";
  readonly place: Place;
  readonly parts: PartPlaces;
  readonly call: ServiceCall;
  /** An HTTP answer has `status`, `headers` and `body`; that of `openidm` is what the call returns. */
  readonly reply: { readonly value: Json } | { readonly error: JsonObject };
}

/** Answers the callbacks of a node. */
export interface Submit {
  readonly kind: "submit";
  readonly place: Place;
  /** Where a script runs alone, it stands for its node. */
  readonly node: StepNode;
  readonly inputs: JsonObject;
  /** Where each input is named. */
  readonly inputPlaces: KeyPlaces;
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
export type Expect = { readonly kind: "expect"; readonly place: Place; readonly parts: PartPlaces } & Expectation;

/** The statuses of a run that can be expected. */
export const expectableStatuses = ["success", "failure", "suspended", "error"] as const;

/** The things whose content can be expected. */
export const expectableThings = ["email", "sms", "user", "state", "shared", "transient", "session"] as const;

/** The subject of an `expect` step, with what is expected of it. */
export type Expectation =
  | { readonly subject: Exclude<(typeof expectableStatuses)[number], "error"> }
  /** With a text: the error's message has it. */
  | { readonly subject: "error"; readonly text?: string | undefined }
  | { readonly subject: "outcome"; readonly outcome: string }
  | { readonly subject: "config"; readonly value: Json | undefined }
  | { readonly subject: "callbacks"; readonly callbacks: readonly Json[] }
  /** A text that some line has, or all lines. */
  | { readonly subject: "log"; readonly lines: string | readonly Json[] }
  | { readonly subject: "call"; readonly call: ServiceCall; readonly value: Json | undefined }
  | { readonly subject: "at"; readonly node: StepNode }
  | { readonly subject: "path"; readonly path: readonly StepNode[] }
  | { readonly subject: "message"; readonly text: string }
  | {
      readonly subject: (typeof expectableThings)[number];
      /** The name of the user. */
      readonly name: string | undefined;
      readonly value: Json | undefined;
      readonly keyPlaces: KeyPlaces;
    };
