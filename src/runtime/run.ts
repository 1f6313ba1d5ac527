import type { SetCookie, SourcePosition } from "./action.js";
import type { Step, WireCallback } from "./callbacks/callback.js";
import type { AnyMachine, InputsOf, JsonValue, OutcomeOf, StateOf } from "./machine.js";
import type { NodeBehaviour } from "./node-behaviour.js";
import type { ScriptHost } from "./script-host.js";
import type { UnansweredCall } from "./unanswered-call.js";
import type { Message } from "./world/outbox.js";
import type { World } from "./world/world.js";
import type { RequestOptions } from "./world/world-options.js";

/**
 * `waiting`: the run needs answers to `step`. `suspended`: somebody must follow the link. `stub`: somebody must choose
 * the outcome of a node that cannot run here. `error`: a node threw, an outcome leads nowhere, or a limit of the
 * simulation was reached.
 */
export type RunStatus = "waiting" | "suspended" | "stub" | "success" | "failure" | "error";

/** A node that the run has visited. */
export interface PathStep {
  /** The journey's id. */
  readonly journey: string;
  readonly node: string;
  /** The outcome's name in the text and in the machine; `undefined` where the run is now, or where the node threw. */
  readonly outcome: string | undefined;
  /** Present when the outcome was chosen and not found by running the node. */
  readonly stub?: true;
}

/** The journey and node where a run stands. */
export interface RunPlace {
  readonly journey: string;
  readonly node: string;
}

/** A node that waits for somebody to choose its outcome. */
export interface StubRequest extends RunPlace {
  /** The page's inner node whose outcome is wanted. */
  readonly child?: string;
  readonly type: string;
  readonly reason: string;
  /** The call of the node's script that nothing answers, where that is the reason. */
  readonly call?: UnansweredCall;
  /** The outcomes to choose from, by their names in the text. Empty when they are not known. */
  readonly outcomes: readonly string[];
}

/** The session that a successful journey creates. */
export interface RunSession {
  readonly username: string;
  readonly universalId: string;
  readonly realm: string;
  readonly authLevel: number;
  readonly properties: { readonly [name: string]: string };
  /** Minutes; present where the journey sets it. */
  readonly maxSessionTime?: number;
  readonly maxIdleTime?: number;
}

/** Node state of the journey that runs now, store by store. */
export interface RunState {
  readonly shared: { readonly [key: string]: JsonValue };
  readonly transient: { readonly [key: string]: JsonValue };
  readonly secure: { readonly [key: string]: JsonValue };
}

/** The reason why a run is in error. */
export interface RunProblem extends Partial<RunPlace> {
  readonly message: string;
  readonly source?: SourcePosition;
}

/** Options of a run beside the journey and its world. */
export interface SimulateOptions<Inner extends AnyMachine = AnyMachine> {
  /** The inner journeys that the journey may call, found by their ids. */
  readonly inner?: readonly Inner[];
  readonly scripts?: ScriptHost;
  /** What nodes do, by type, where it is not `behaviours` alone: types that only a server can play, such as WebAuthn. */
  readonly behaviours?: ReadonlyMap<string, NodeBehaviour>;
  /** Values that the shared state begins with. */
  readonly state?: { readonly [key: string]: JsonValue };
  /** Values that the transient state begins with. */
  readonly transient?: { readonly [key: string]: JsonValue };
}

/** A journey in progress. Each method that moves it resolves when the journey waits again or has ended. */
export interface Run<Machine extends AnyMachine = AnyMachine> {
  readonly status: RunStatus;
  /**
   * The callbacks that the user sees, as the endpoint sends them but without `authId`. `undefined` unless waiting or
   * suspended.
   */
  readonly step: Step | undefined;
  /** The names for `submit`, one for each callback of the step that has an input, in their order. */
  readonly inputNames: readonly string[];
  /** The present node; `undefined` once the run has ended. */
  readonly at: RunPlace | undefined;
  readonly path: readonly PathStep[];
  readonly state: RunState;
  readonly world: World;
  readonly outbox: readonly Message[];
  /** The message of the answer when the journey has failed, usually `Login failure`. */
  readonly message: string | undefined;
  /** The `detail` of a failure: `failureUrl` and what nodes have added. */
  readonly detail: { readonly [name: string]: JsonValue } | undefined;
  /** Present after success, unless the journey makes no session. */
  readonly session: RunSession | undefined;
  /** The whole body of the endpoint's last answer, without the session token. */
  readonly body: { readonly [name: string]: JsonValue } | undefined;
  readonly successUrl: string | undefined;
  readonly failureUrl: string | undefined;
  readonly cookies: readonly SetCookie[];
  readonly stub: StubRequest | undefined;
  /** The cause of status `error`, or the reason why a success made no session. */
  readonly problem: RunProblem | undefined;
  /** The link that resumes the journey, whether mailed or not. */
  readonly resumeUri: string | undefined;

  /**
   * Answers the step of a node. An input is named by its attribute, its inner node, the id of its hidden value, or its
   * prompt; an input left out keeps the value that was shown. A choice is given by its text or its index. A callback
   * with several inputs (a question and its answer) takes an object; several callbacks of one node take a list.
   */
  submit<State extends StatesOf<Machine>>(node: State, inputs?: InputsOfAny<Machine, State>): Promise<void>;
  /** Answers the step as a client does: with the step's callbacks and their inputs filled in. */
  submitCallbacks(callbacks: readonly WireCallback[], request?: RequestOptions): Promise<void>;
  /** Follows the last mailed link, or the given one. */
  resume(resumeUri?: string): Promise<void>;
  /** Moves the clock forward. Nothing else happens until the next answer. */
  wait(milliseconds: number): void;
  /** Chooses the outcome of the node that waits with status `stub`. */
  chooseStub(outcome: OutcomesOf<Machine>, state?: StubState): Promise<void>;
}

/** The state that a node with a chosen outcome would have written. */
export interface StubState {
  readonly shared?: { readonly [key: string]: JsonValue };
  readonly transient?: { readonly [key: string]: JsonValue };
}

/**
 * A call that does not fit the run: a wrong node, input or outcome, or callbacks that differ from those of the step.
 */
export class RunError extends Error {
  override readonly name = "RunError";
}

/** The states of any one of several machines. */
export type StatesOf<Machine extends AnyMachine> = Machine extends AnyMachine ? StateOf<Machine> : never;

/** The inputs of a state in any one of several machines that has it. */
export type InputsOfAny<Machine extends AnyMachine, State extends string> = Machine extends AnyMachine
  ? State extends StateOf<Machine>
    ? InputsOf<Machine, State>
    : never
  : never;

/** The outcomes of any state of several machines. */
export type OutcomesOf<Machine extends AnyMachine> = Machine extends AnyMachine ? OutcomeOf<Machine> : never;
