import type { Action } from "./action.js";
import type { Callback } from "./callbacks/callback.js";
import type { JsonValue } from "./machine.js";
import type { NodeState } from "./node-state.js";
import type { Properties } from "./properties.js";
import type { ScriptHost, ScriptSource } from "./script-host.js";
import type { World } from "./world/world.js";

/** What one node type does. One file each in `nodes/`; how far it goes is told in `docs/simulation-nodes.md`. */
export interface NodeBehaviour {
  /** The platform's type id. */
  readonly type: string;
  readonly runs: "fully" | "partly";
  /** What is missing, where it runs partly; or what the facts leave open. */
  readonly note?: string;
  /**
   * The state keys that the node names as inputs: transient values wait for them (a key inside `objectAttributes` is
   * named alone). `*` reads all but keeps nothing. Absent: none.
   */
  readonly inputs?: (properties: Properties, world: World) => readonly string[];
  /** Takes the node's turn. It runs again, with the answers, when callbacks that it sent come back. */
  readonly process: (context: NodeContext) => Action | Promise<Action>;
}

/** All that a node has to go by. */
export interface NodeContext {
  readonly journey: JourneyFacts;
  readonly node: NodeFacts;
  readonly properties: Properties;
  readonly state: NodeState;
  /** The answered callbacks of this node; empty when it has its turn for the first time. */
  readonly callbacks: readonly Callback[];
  readonly world: World;
  /** The link of this node's suspension has been followed. */
  readonly resumed: boolean;
  /** Where a link must lead that resumes the journey. Asking for it promises nothing: the action must suspend. */
  resumeUri(): string;
  /** `undefined`: nobody here can run scripts. */
  readonly scripts: ScriptHost | undefined;
  /** A script of this journey, by id or title. */
  findScript(idOrTitle: string): ScriptSource | undefined;
  /** Behaviour of another type, for nodes that stand in for one. */
  delegate(type: string, properties: { readonly [name: string]: JsonValue }): Action | Promise<Action>;
}

export interface NodeFacts {
  /** In the text and in the machine. */
  readonly name: string;
  /** The platform's. */
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly displayName: string;
  /** Outcomes as the platform writes them. */
  readonly outcomes: readonly string[];
}

export interface JourneyFacts {
  readonly id: string;
  /** `managed/alpha_user`, as a rule; `managed/user` where the journey does not say. */
  readonly identityResource: string;
  readonly mustRun: boolean;
  /** It runs inside another one. */
  readonly inner: boolean;
}
