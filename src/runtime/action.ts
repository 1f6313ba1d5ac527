import type { Callback } from "./callbacks/callback.js";
import type { JsonValue } from "./machine.js";

/**
 * What a node does with its turn. State is changed directly, through the context; what else a node causes is told
 * with its action, whatever kind that is.
 */
export type Action = OutcomeAction | CallbacksAction | SuspendAction | StubAction | ErrorAction;

/** The node has decided. */
export interface OutcomeAction {
  readonly kind: "outcome";
  /** As the platform writes it. */
  readonly outcome: string;
  readonly effects?: Effects;
}

/** The node waits for the user. */
export interface CallbacksAction {
  readonly kind: "callbacks";
  readonly callbacks: readonly Callback[];
  readonly header?: string;
  readonly description?: string;
  readonly stage?: string;
  readonly effects?: Effects;
}

/** The journey waits until somebody follows a link. */
export interface SuspendAction {
  readonly kind: "suspend";
  readonly message: string;
  /** How long the link works, where it is not as long as the realm says. */
  readonly minutes?: number;
  readonly effects?: Effects;
}

/** The node cannot run here: whoever drives the journey chooses what it would have done. */
export interface StubAction {
  readonly kind: "stub";
  readonly reason: string;
  /** The page's inner node that cannot run. */
  readonly child?: string;
  readonly effects?: Effects;
}

/** The node throws: the journey ends in an error, unless an inner journey has an `error` outcome for it. */
export interface ErrorAction {
  readonly kind: "error";
  readonly message: string;
  /** Where in a script it happened. */
  readonly source?: SourcePosition;
  readonly effects?: Effects;
}

export interface SourcePosition {
  readonly script: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What an action carries beside the node's decision. Each is kept until the journey ends; the last one wins. */
export interface Effects {
  /** Who is signing on, as far as this node knows. */
  readonly identity?: Identity;
  readonly sessionProperties?: { readonly [name: string]: string };
  readonly removedSessionProperties?: readonly string[];
  /** Minutes. */
  readonly maxSessionTime?: number;
  readonly maxIdleTime?: number;
  /** Takes the place of "Login failure" where the journey fails. */
  readonly errorMessage?: string;
  /** The same where the account is locked. */
  readonly lockoutMessage?: string;
  /** Members added to the body that tells of success. */
  readonly successDetails?: { readonly [name: string]: JsonValue };
  /** Session properties that the body of success repeats, by the member's name. */
  readonly successSessionProperties?: { readonly [name: string]: string };
  readonly failure?: EndDetails;
  readonly error?: EndDetails;
  /** Cookies set when the journey succeeds. */
  readonly cookies?: readonly SetCookie[];
  readonly logoutWebhooks?: readonly string[];
  /** Sets the whole journey's time to so many minutes, from its begin. */
  readonly journeyMinutes?: number;
  /** The id of a user whose retry counts are forgotten when the journey succeeds. */
  readonly retryCountUser?: string;
}

export interface Identity {
  readonly name: string;
  readonly type: "user" | "agent";
  readonly universalId?: string;
}

/** What the answer says when a journey fails, or a node throws. */
export interface EndDetails {
  readonly message?: string;
  readonly details?: { readonly [name: string]: JsonValue };
}

export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: { readonly [name: string]: string | number | boolean };
}

/** The node leaves by an outcome. */
export function goTo(outcome: string, effects?: Effects): OutcomeAction {
  return effects ? { kind: "outcome", outcome, effects } : { kind: "outcome", outcome };
}

/** The node leaves by `true` or `false`. */
export function decide(decision: boolean, effects?: Effects): OutcomeAction {
  return goTo(decision ? "true" : "false", effects);
}

/** The node shows these and waits. */
export function ask(...callbacks: readonly Callback[]): CallbacksAction {
  return { kind: "callbacks", callbacks };
}

/** The node throws. */
export function fail(message: string, effects?: Effects): ErrorAction {
  return effects ? { kind: "error", message, effects } : { kind: "error", message };
}

/** The node cannot run here. */
export function stub(reason: string): StubAction {
  return { kind: "stub", reason };
}

/** Single-outcome nodes leave by this one. */
export const onward: OutcomeAction = /* @__PURE__ */ goTo("outcome");
