import type { CallbacksAction, Effects, SourcePosition } from "./action.js";
import type { Callback } from "./callbacks/callback.js";
import type { CurrentJourney, CurrentNode } from "./current-node.js";
import type { JsonValue } from "./machine.js";
import type { NodeState } from "./node-state.js";
import type { UnansweredCall } from "./unanswered-call.js";
import type { World } from "./world/world.js";

/**
 * Runs scripts. The runtime contains none: `src/simulate` provides a sandbox, and without it a scripted node is a stub.
 */
export interface ScriptHost {
  run(script: ScriptSource, context: ScriptContext): ScriptResult | Promise<ScriptResult>;
}

export interface ScriptSource {
  readonly id: string;
  /** The name in the text. */
  readonly name: string;
  /** The name on the platform; `require()` finds library scripts by it. */
  readonly title: string;
  readonly body: string;
  /** `1.0` is the legacy engine; the platform takes a script without a version for it. */
  readonly evaluatorVersion: "1.0" | "2.0";
  readonly context: string;
  readonly properties: { readonly [property: string]: JsonValue };
}

/** Everything that a script can read and change. The bindings are built from this alone. */
export interface ScriptContext {
  readonly journey: CurrentJourney;
  readonly node: CurrentNode;
  /** Limited to the node's inputs. The script's writes take effect at once. */
  readonly state: NodeState;
  readonly callbacks: readonly Callback[];
  readonly world: World;
  readonly resumed: boolean;
  /** The link that resumes the journey once it is suspended. */
  resumeUri(): string;
  /** Finds a library script by its title. */
  findLibrary(title: string): ScriptSource | undefined;
  /**
   * Set where nothing but what the test says may answer: then a call to resources that the world does not have is missing an
   * answer, instead of finding nothing.
   */
  readonly needsAnswers?: boolean;
}

export type ScriptResult = ScriptDone | ScriptFailed | ScriptUnsupported;

/** The script ran to its end. The node then applies the platform's rules to these results. */
export interface ScriptDone {
  readonly kind: "done";
  /** The value of the variable `outcome`; `undefined` where the script never set it. */
  readonly outcome?: JsonValue;
  /** The action that the script assigned or built; it wins over `outcome`. */
  readonly action?: ScriptAction;
  /** The callbacks that the script added to `callbacksBuilder`. */
  readonly callbacks?: readonly Callback[];
  /** The value of `config` that a configuration script left. */
  readonly config?: JsonValue;
  readonly effects?: Effects;
}

export type ScriptAction =
  | { readonly kind: "outcome"; readonly outcome: JsonValue }
  | Omit<CallbacksAction, "effects">
  | { readonly kind: "suspend"; readonly message: string; readonly minutes?: number };

/** The script threw an exception or exceeded a limit. */
export interface ScriptFailed {
  readonly kind: "error";
  readonly message: string;
  readonly source?: SourcePosition;
}

/** The script uses something that this host does not have; the node becomes a stub with this reason. */
export interface ScriptUnsupported {
  readonly kind: "unsupported";
  readonly reason: string;
  /** The call that nothing answers, where that is the reason. */
  readonly call?: UnansweredCall;
}
