import type { CallbacksAction, Effects, SourcePosition } from "./action.js";
import type { Callback } from "./callbacks/callback.js";
import type { JsonValue } from "./machine.js";
import type { JourneyFacts, NodeFacts } from "./node-behaviour.js";
import type { NodeState } from "./node-state.js";
import type { World } from "./world/world.js";

/** Runs scripts. The runtime has none: `src/simulate` brings a sandbox, and without one a scripted node is a stub. */
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
  /** `1.0` is the legacy engine, and what holds where nothing is said. */
  readonly evaluatorVersion: "1.0" | "2.0";
  readonly context: string;
  readonly properties: { readonly [property: string]: JsonValue };
}

/** What a script may know and touch. Bindings are made of this, and of nothing else. */
export interface ScriptContext {
  readonly journey: JourneyFacts;
  readonly node: NodeFacts;
  /** Already limited to the node's inputs. What the script writes takes effect at once. */
  readonly state: NodeState;
  readonly callbacks: readonly Callback[];
  readonly world: World;
  readonly resumed: boolean;
  /** The URI that a suspended journey's link leads to. */
  resumeUri(): string;
  /** A library script, by its title. */
  findLibrary(title: string): ScriptSource | undefined;
}

export type ScriptResult = ScriptDone | ScriptFailed | ScriptUnsupported;

/** The script ran to its end. The node applies the platform's rules to what it left. */
export interface ScriptDone {
  readonly kind: "done";
  /** What stands in the variable `outcome`; `undefined` where it was never set. */
  readonly outcome?: JsonValue;
  /** The action that the script assigned or built; it wins over `outcome`. */
  readonly action?: ScriptAction;
  /** What was added to `callbacksBuilder`. */
  readonly callbacks?: readonly Callback[];
  /** What a configuration script left in `config`. */
  readonly config?: JsonValue;
  readonly effects?: Effects;
}

export type ScriptAction =
  | { readonly kind: "outcome"; readonly outcome: JsonValue }
  | Omit<CallbacksAction, "effects">
  | { readonly kind: "suspend"; readonly message: string; readonly minutes?: number };

/** The script threw, or went over a limit. */
export interface ScriptFailed {
  readonly kind: "error";
  readonly message: string;
  readonly source?: SourcePosition;
}

/** The script uses what this host does not have; the node becomes a stub, with the reason told. */
export interface ScriptUnsupported {
  readonly kind: "unsupported";
  readonly reason: string;
}
