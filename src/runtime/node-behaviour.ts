import type { Action } from "./action.js";
import type { Callback } from "./callbacks/callback.js";
import type { CurrentJourney, CurrentNode } from "./current-node.js";
import type { JsonValue } from "./machine.js";
import type { NodeState } from "./node-state.js";
import type { Properties } from "./properties.js";
import type { ScriptHost, ScriptSource } from "./script-host.js";
import type { World } from "./world/world.js";

/**
 * The simulated behaviour of one node type. Each has its own file in `nodes/`; `docs/simulation-nodes.md` lists how
 * complete each is.
 */
export interface NodeBehaviour {
  /** The platform's type id. */
  readonly type: string;
  readonly runs: "fully" | "partly";
  /** For the table of node types: settings that need a stub, or points that the platform's documentation leaves open. */
  readonly note?: string;
  /**
   * The state keys that the node declares as inputs. Transient values under these keys survive until the node has run;
   * a key inside `objectAttributes` is declared by its own name. `*` reads every key but keeps none. Without this
   * function the node declares none.
   */
  readonly inputs?: (properties: Properties, world: World) => readonly string[];
  /** Takes the node's turn. The node runs again, with the answers, when the callbacks that it sent come back. */
  readonly process: (context: NodeContext) => Action | Promise<Action>;
}

/** Everything that a node may read and use during its turn. */
export interface NodeContext {
  readonly journey: CurrentJourney;
  readonly node: CurrentNode;
  readonly properties: Properties;
  readonly state: NodeState;
  /** The answered callbacks of this node; empty on its first turn. */
  readonly callbacks: readonly Callback[];
  readonly world: World;
  /** True when the link of this node's suspension has been followed. */
  readonly resumed: boolean;
  /** The link that resumes the journey. The link works only if the node's action then suspends. */
  resumeUri(): string;
  /** `undefined` when the simulation was started without a sandbox for scripts. */
  readonly scripts: ScriptHost | undefined;
  /** Finds a script of this journey by id or title. */
  findScript(idOrTitle: string): ScriptSource | undefined;
  /** Runs the behaviour of another node type, for nodes that stand in for one. */
  delegate(type: string, properties: { readonly [name: string]: JsonValue }): Action | Promise<Action>;
}
