import { type Action, stub } from "../action.js";
import type { Callback } from "../callbacks/callback.js";
import type { CurrentJourney, CurrentNode } from "../current-node.js";
import type { JsonValue } from "../machine.js";
import type { NodeContext } from "../node-behaviour.js";
import type { NodeState } from "../node-state.js";
import { behaviours } from "../nodes/behaviours.js";
import { Properties } from "../properties.js";
import type { ScriptHost, ScriptSource } from "../script-host.js";
import type { World } from "../world/world.js";
import type { Frame } from "./frame.js";
import type { PreparedNode } from "./prepare.js";
import type { Suspension } from "./suspension.js";

/** The engine, as far as one turn of one node needs it. */
interface VisitedEngine {
  readonly world: World;
  readonly options: { readonly scripts?: ScriptHost | undefined };
  readonly suspension: Pick<Suspension, "prepareUri">;
}

/** The context of one turn of one node. */
export class Visit implements NodeContext {
  readonly callbacks: readonly Callback[];
  readonly resumed: boolean;
  readonly properties: Properties;
  readonly node: CurrentNode;
  readonly #engine: VisitedEngine;
  readonly #frame: Frame;
  readonly #prepared: PreparedNode;

  constructor(
    engine: VisitedEngine,
    frame: Frame,
    prepared: PreparedNode,
    callbacks: readonly Callback[],
    resumed: boolean,
    properties: Properties = prepared.properties,
  ) {
    this.#engine = engine;
    this.#frame = frame;
    this.#prepared = prepared;
    this.callbacks = callbacks;
    this.resumed = resumed;
    this.properties = properties;
    this.node = prepared.facts;
  }

  get journey(): CurrentJourney {
    return this.#frame.facts;
  }

  get state(): NodeState {
    return this.#frame.state;
  }

  get world(): World {
    return this.#engine.world;
  }

  get scripts(): ScriptHost | undefined {
    return this.#engine.options.scripts;
  }

  resumeUri(): string {
    return this.#engine.suspension.prepareUri();
  }

  findScript(idOrTitle: string): ScriptSource | undefined {
    const { scripts } = this.#frame.journey;
    return scripts.get(idOrTitle) ?? [...scripts.values()].find(({ title }) => title === idOrTitle);
  }

  delegate(type: string, properties: { readonly [name: string]: JsonValue }): Action | Promise<Action> {
    const behaviour = behaviours.get(type);
    if (!behaviour) return stub(`${type} is not simulated`);
    const given = new Properties(properties);
    return behaviour.process(new Visit(this.#engine, this.#frame, this.#prepared, this.callbacks, this.resumed, given));
  }
}
