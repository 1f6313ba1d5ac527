import type { SetCookie, SourcePosition } from "./action.js";
import type { Step, WireCallback } from "./callbacks/callback.js";
import type { AnyMachine, InputsOf, JsonValue, OutcomeOf, StateOf } from "./machine.js";
import type { ScriptHost } from "./script-host.js";
import type { Message } from "./world/outbox.js";
import type { World } from "./world/world.js";
import type { RequestOptions } from "./world/world-options.js";

/**
 * `waiting`: for the answers to `step`. `suspended`: for somebody to follow the link. `stub`: for somebody to choose
 * what a node does that cannot run here. `error`: a node has thrown, an outcome leads nowhere, or a cap was reached.
 */
export type RunStatus = "waiting" | "suspended" | "stub" | "success" | "failure" | "error";

/** A node on the way. */
export interface PathStep {
  /** The journey's id. */
  readonly journey: string;
  readonly node: string;
  /** As in the text and in the machine; `undefined` where the run is now, or where the node threw. */
  readonly outcome: string | undefined;
  /** The outcome was chosen, not found out. */
  readonly stub?: true;
}

/** Where a run stands. */
export interface Place {
  readonly journey: string;
  readonly node: string;
}

/** A node that waits for somebody to choose its outcome. */
export interface StubRequest extends Place {
  /** The page's inner node that is meant. */
  readonly child?: string;
  readonly type: string;
  readonly reason: string;
  /** To choose from, as in the text. Empty: nobody knows them. */
  readonly outcomes: readonly string[];
}

/** The session that success makes. */
export interface RunSession {
  readonly username: string;
  readonly universalId: string;
  readonly realm: string;
  readonly authLevel: number;
  readonly properties: { readonly [name: string]: string };
  /** Minutes, where the journey sets them. */
  readonly maxSessionTime?: number;
  readonly maxIdleTime?: number;
}

/** Node state of the journey that runs now, store by store. */
export interface RunState {
  readonly shared: { readonly [key: string]: JsonValue };
  readonly transient: { readonly [key: string]: JsonValue };
  readonly secure: { readonly [key: string]: JsonValue };
}

/** Why a run is in error. */
export interface RunProblem extends Partial<Place> {
  readonly message: string;
  readonly source?: SourcePosition;
}

/** What to run beside the journey itself. */
export interface SimulateOptions<Inner extends AnyMachine = AnyMachine> {
  /** Inner journeys; each is found by its id. */
  readonly inner?: readonly Inner[];
  readonly scripts?: ScriptHost;
  /** Values that the shared state begins with. */
  readonly state?: { readonly [key: string]: JsonValue };
}

/** A journey under way. Every call that moves it resolves when it waits again, or has ended. */
export interface Run<Machine extends AnyMachine = AnyMachine> {
  readonly status: RunStatus;
  /** What the user sees: as on the wire, without `authId`. `undefined` unless waiting or suspended. */
  readonly step: Step | undefined;
  /** Where it stands; `undefined` once it has ended. */
  readonly at: Place | undefined;
  readonly path: readonly PathStep[];
  readonly state: RunState;
  readonly world: World;
  readonly outbox: readonly Message[];
  /** What the answer says when the journey has failed: `Login failure` as a rule. */
  readonly message: string | undefined;
  /** Beside the message: `failureUrl`, and what nodes have added. */
  readonly detail: { readonly [name: string]: JsonValue } | undefined;
  /** Only after success, and not without a session. */
  readonly session: RunSession | undefined;
  /** The whole body that tells of the end, as the endpoint sends it, without the token. */
  readonly body: { readonly [name: string]: JsonValue } | undefined;
  readonly successUrl: string | undefined;
  readonly failureUrl: string | undefined;
  readonly cookies: readonly SetCookie[];
  readonly stub: StubRequest | undefined;
  /** What went wrong, with status `error`; also why a success has made no session. */
  readonly problem: RunProblem | undefined;
  /** Where the link leads that resumes the journey, mailed or not. */
  readonly resumeUri: string | undefined;

  /**
   * Answers the step of a node. Inputs are named by attribute, by inner node, by the id of a hidden value, or by prompt;
   * what is not named keeps the value it is shown with. A choice is given by its text or its index; a callback of
   * several inputs (a question and its answer) takes an object, several callbacks of one node take a list.
   */
  submit<State extends StatesOf<Machine>>(node: State, inputs?: InputsOfAny<Machine, State>): Promise<void>;
  /** Answers the step as a client does: the callbacks of the step with their inputs filled in. */
  submitCallbacks(callbacks: readonly WireCallback[], request?: RequestOptions): Promise<void>;
  /** Follows the link: the last one mailed, or the one given. */
  resume(resumeUri?: string): Promise<void>;
  /** Moves the clock. Nothing else happens until the next answer. */
  wait(milliseconds: number): void;
  /** Decides the node that waits for a choice. */
  chooseStub(outcome: OutcomesOf<Machine>, state?: StubState): Promise<void>;
}

/** What a chosen node would have written. */
export interface StubState {
  readonly shared?: { readonly [key: string]: JsonValue };
  readonly transient?: { readonly [key: string]: JsonValue };
}

/** A call that a run cannot follow: a wrong node, input or outcome, or callbacks that are not those of the step. */
export class RunError extends Error {
  override readonly name = "RunError";
}

/** States of one of several machines. */
export type StatesOf<Machine extends AnyMachine> = Machine extends AnyMachine ? StateOf<Machine> : never;

/** Inputs of a state, whichever of several machines has it. */
export type InputsOfAny<Machine extends AnyMachine, State extends string> = Machine extends AnyMachine
  ? State extends StateOf<Machine>
    ? InputsOf<Machine, State>
    : never
  : never;

/** Outcomes of any state of several machines. */
export type OutcomesOf<Machine extends AnyMachine> = Machine extends AnyMachine ? OutcomeOf<Machine> : never;
