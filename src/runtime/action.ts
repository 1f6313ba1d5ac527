import type { Callback } from "./callbacks/callback.js";
import type { JsonValue } from "./machine.js";
import type { UnansweredCall } from "./unanswered-call.js";

/**
 * The result of a node's turn. A node changes state directly, through its context; everything else that it causes
 * travels with its action, whatever the kind of action.
 */
export type Action = OutcomeAction | CallbacksAction | SuspendAction | StubAction | ErrorAction;

/** The node leaves by an outcome. */
export interface OutcomeAction {
  readonly kind: "outcome";
  /** The outcome's id on the platform, such as `true` or `EMAIL_SENT`. */
  readonly outcome: string;
  readonly effects?: Effects;
}

/** The node sends callbacks and waits for the user's answers. */
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
  /** Minutes that the link works; without it, the realm's setting holds. */
  readonly minutes?: number;
  readonly effects?: Effects;
}

/** The node cannot run here, so the caller of the simulation chooses its outcome. */
export interface StubAction {
  readonly kind: "stub";
  readonly reason: string;
  /** The name of the page's inner node that cannot run, where it is not the node itself. */
  readonly child?: string;
  /** The call of its script that nothing answers. */
  readonly call?: UnansweredCall;
  readonly effects?: Effects;
}

/** The node throws: the journey ends in an error, unless an enclosing inner journey has an `error` outcome. */
export interface ErrorAction {
  readonly kind: "error";
  readonly message: string;
  /** The place in a script that threw. */
  readonly source?: SourcePosition;
  readonly effects?: Effects;
}

export interface SourcePosition {
  readonly script: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Consequences of an action beside its outcome. They hold until the journey ends; a later value replaces an earlier
 * one.
 */
export interface Effects {
  /** The user or agent that this node has identified. */
  readonly identity?: Identity;
  readonly sessionProperties?: { readonly [name: string]: string };
  readonly removedSessionProperties?: readonly string[];
  /** Minutes. */
  readonly maxSessionTime?: number;
  readonly maxIdleTime?: number;
  /** Replaces "Login failure" in the answer of a journey that fails. */
  readonly errorMessage?: string;
  /** Replaces `errorMessage` where the account is locked. */
  readonly lockoutMessage?: string;
  /** Members added to the body of the success answer. */
  readonly successDetails?: { readonly [name: string]: JsonValue };
  /** Session properties copied into the body of the success answer, by the name of the body's member. */
  readonly successSessionProperties?: { readonly [name: string]: string };
  readonly failure?: EndDetails;
  readonly error?: EndDetails;
  /** Cookies set when the journey succeeds. */
  readonly cookies?: readonly SetCookie[];
  readonly logoutWebhooks?: readonly string[];
  /** Sets the maximum duration of the whole journey to this many minutes, counted from its start. */
  readonly journeyMinutes?: number;
  /** The id of the user whose retry counts are cleared when the journey succeeds. */
  readonly retryCountUser?: string;
}

export interface Identity {
  readonly name: string;
  readonly type: "user" | "agent";
  readonly universalId?: string;
}

/** Changes to the answer of a journey that fails, or whose node throws. */
export interface EndDetails {
  readonly message?: string;
  readonly details?: { readonly [name: string]: JsonValue };
}

export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: { readonly [name: string]: string | number | boolean };
}

/** Leaves the node by an outcome. */
export function goTo(outcome: string, effects?: Effects): OutcomeAction {
  return effects ? { kind: "outcome", outcome, effects } : { kind: "outcome", outcome };
}

/** Leaves the node by the outcome `true` or `false`. */
export function decide(decision: boolean, effects?: Effects): OutcomeAction {
  return goTo(decision ? "true" : "false", effects);
}

/** Sends callbacks and waits for the answers. */
export function ask(...callbacks: readonly Callback[]): CallbacksAction {
  return { kind: "callbacks", callbacks };
}

/** Ends the node's turn with an exception, as a platform node that throws. */
export function fail(message: string, effects?: Effects): ErrorAction {
  return effects ? { kind: "error", message, effects } : { kind: "error", message };
}

/** Ends the turn of a node that cannot run here; the reason is shown to whoever chooses its outcome. */
export function stub(reason: string, call?: UnansweredCall): StubAction {
  return call ? { kind: "stub", reason, call } : { kind: "stub", reason };
}

/** The action of a node that has the single outcome `outcome`. */
export const onward: OutcomeAction = /* @__PURE__ */ goTo("outcome");
