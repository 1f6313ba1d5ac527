import { journeyMachine } from "../machine/journey-machine.js";
import { stateName } from "../machine/state-names.js";
import type { Script, TestedScript } from "../model/model.js";
import type { SourcePosition } from "../runtime/action.js";
import type { WireCallback } from "../runtime/callbacks/callback.js";
import { suspendedTextOutputCallback } from "../runtime/callbacks/suspended-text-output-callback.js";
import { toWire } from "../runtime/callbacks/wire.js";
import { type CollectedEffects, noEffects } from "../runtime/engine/collected-effects.js";
import { createFrame, type Frame, nothingPending } from "../runtime/engine/frame.js";
import { answerByName } from "../runtime/engine/named-inputs.js";
import { type PreparedJourney, type PreparedNode, prepare } from "../runtime/engine/prepare.js";
import { inputsFrom, promote } from "../runtime/engine/promotion.js";
import { Suspension } from "../runtime/engine/suspension.js";
import { Visit } from "../runtime/engine/visit.js";
import type { AnyMachine, JsonValue } from "../runtime/machine.js";
import { RunError, type RunState } from "../runtime/run.js";
import { scriptAction } from "../runtime/script-action.js";
import { scriptContext } from "../runtime/script-context.js";
import type { ScriptDone, ScriptHost, ScriptSource, ScriptUnsupported } from "../runtime/script-host.js";
import type { World } from "../runtime/world/world.js";

/** What a script run alone needs besides itself. */
export interface ScriptSurroundings {
  readonly world: World;
  readonly scripts: ScriptHost;
  /** The values in shared and in transient state at the beginning. */
  readonly state?: { readonly [key: string]: JsonValue };
  readonly transient?: { readonly [key: string]: JsonValue };
}

/** Where a script run alone stands: it has ended, waits for answers or for its link, or cannot go on. */
export type ScriptStanding =
  | { readonly status: "outcome"; readonly outcome: string }
  | { readonly status: "config"; readonly config: JsonValue }
  | { readonly status: "waiting" | "suspended" }
  | { readonly status: "error"; readonly message: string; readonly source?: SourcePosition }
  | (ScriptUnsupported & { readonly status: "unsupported" });

/**
 * One script, run as its node would run it, and again with the answers to its callbacks. Nothing follows an outcome, so that state
 * is as the script leaves it.
 */
export class ScriptRun {
  readonly world: World;
  effects: CollectedEffects = noEffects;
  #standing: ScriptStanding = { status: "waiting" };
  readonly #scripts: ScriptHost;
  readonly #script: ScriptSource;
  readonly #frame: Frame;
  readonly #suspension: Suspension;
  readonly #outcomes: readonly string[] | undefined;
  #message: string | undefined;

  private constructor(tested: TestedScript, { world, scripts, state = {}, transient = {} }: ScriptSurroundings) {
    const { journey, node, script } = placeOf(tested, world);
    this.world = world;
    this.#scripts = scripts;
    this.#script = script;
    this.#frame = createFrame(journey, node, false);
    this.#suspension = new Suspension(world, journey.machine.id);
    this.#outcomes = outcomesOf(tested);
    this.#frame.state.putShared("realm", world.realm);
    this.#frame.state.putShared("authLevel", 0);
    this.#frame.state.mergeShared(state);
    this.#frame.state.mergeTransient(transient);
  }

  /** Runs the script for the first time. */
  static async start(tested: TestedScript, surroundings: ScriptSurroundings): Promise<ScriptRun> {
    const run = new ScriptRun(tested, surroundings);
    await run.#turn([], false);
    return run;
  }

  get standing(): ScriptStanding {
    return this.#standing;
  }

  /** What the script asks for; empty unless it waits. */
  get callbacks(): readonly WireCallback[] {
    return toWire(this.#frame.pending.callbacks);
  }

  get state(): RunState {
    const { shared, transient, secure } = this.#frame.stores;
    return {
      shared: Object.fromEntries(shared),
      transient: Object.fromEntries(transient),
      secure: Object.fromEntries(secure),
    };
  }

  /** The error message that the script has set for the user. */
  get message(): string | undefined {
    return this.#message;
  }

  /** Runs the script again, with answers by name. */
  async submit(inputs: { readonly [name: string]: JsonValue }): Promise<void> {
    if (this.#standing.status !== "waiting") throw new RunError("the script waits for no answers");
    await this.#turn(answerByName({ ...this.#frame, isNameless: true }, inputs), false);
  }

  /** Runs the script again, as the last link does. */
  async resume(): Promise<void> {
    if (this.#standing.status !== "suspended") throw new RunError("the script is not suspended");
    const mailed = this.world.outbox.findLast(({ resumeUri }) => resumeUri !== undefined)?.resumeUri;
    const uri = mailed ?? this.#suspension.uri;
    if (uri === undefined) throw new RunError("there is no link to follow: none was sent");
    if (!this.#suspension.use(uri)) throw new RunError("the link has expired");
    await this.#turn([], true);
  }

  async #turn(callbacks: Frame["pending"]["callbacks"], resumed: boolean): Promise<void> {
    const { world } = this;
    const frame = this.#frame;
    frame.pending = nothingPending;
    const engine = { world, options: { scripts: this.#scripts }, suspension: this.#suspension };
    const visit = new Visit(engine, frame, frame.node, callbacks, resumed);
    const inputs = frame.node.behaviour?.inputs?.(frame.node.properties, world) ?? ["*"];
    const result = await this.#scripts.run(this.#script, { ...scriptContext(visit, inputs), needsAnswers: true });
    switch (result.kind) {
      case "unsupported":
        this.#standing = { ...result, status: "unsupported" };
        return;
      case "error":
        this.#standing = { status: "error", message: result.message, ...(result.source && { source: result.source }) };
        return;
      case "done":
        this.#standing = this.#standingAfter(result);
        return;
      default:
        result satisfies never;
    }
  }

  #standingAfter(result: ScriptDone): ScriptStanding {
    const { effects = {} } = result;
    this.effects = this.effects.with(effects);
    this.#message = effects.errorMessage ?? this.#message;
    const { state, node } = this.#frame;
    if (effects.errorMessage !== undefined) state.putShared("errorMessage", effects.errorMessage);
    if (effects.lockoutMessage !== undefined) state.putShared("lockoutMessage", effects.lockoutMessage);
    if (node.facts.type === configType) {
      if (result.config !== undefined) return { status: "config", config: result.config };
      return { status: "error", message: "Script must set 'config'." };
    }
    const action = scriptAction(result, { outcomes: this.#outcomes, resumeUri: () => this.#suspension.prepareUri() });
    switch (action.kind) {
      case "outcome":
        return { status: "outcome", outcome: action.outcome };
      case "callbacks":
        return this.#stop("waiting", action.callbacks);
      case "suspend":
        this.#suspension.begin(action.minutes);
        return this.#stop("suspended", [suspendedTextOutputCallback({ message: action.message })]);
      case "error":
        return { status: "error", message: action.message };
      case "stub":
        return { status: "unsupported", kind: "unsupported", reason: action.reason };
      default:
        return action satisfies never;
    }
  }

  /** Ends the request: transient values are dropped, except those that this node or a later one declares as inputs. */
  #stop(status: "waiting" | "suspended", callbacks: Frame["pending"]["callbacks"]): ScriptStanding {
    const frame = this.#frame;
    frame.pending = { callbacks };
    promote(
      frame.stores,
      inputsFrom(frame.node, this.world, () => undefined),
    );
    return { status };
  }
}

const configType = "ConfigProviderNode";

interface ScriptPlace {
  readonly journey: PreparedJourney;
  readonly node: PreparedNode;
  readonly script: ScriptSource;
}

/** The first node that runs the script, or else a node of its own. */
function placeOf(tested: TestedScript, world: World): ScriptPlace {
  const { script, uses } = tested;
  const [use] = uses;
  const journey = prepare(use ? journeyMachine(use.journey) : machineFor(tested, world));
  const name = use ? (use.node.page ?? use.node.name) : script.name;
  const outer = journey.nodes.get(stateName(name));
  const node = use?.node.page === undefined ? outer : outer?.children.find(({ facts }) => facts.name === use.node.name);
  const source = journey.scripts.get(script.id);
  if (node === undefined || source === undefined) throw new Error(`The machine lacks the script ${script.name}`);
  return { journey, node, script: source };
}

/** The outcomes of the nodes that run the script; `undefined` where any one may be right. */
function outcomesOf({ uses }: TestedScript): readonly string[] | undefined {
  const known = uses.filter(({ node }) => node.outcomesKnown && node.typeId === "ScriptedDecisionNode");
  if (known.length === 0 || known.length < uses.length) return undefined;
  return known.flatMap(({ node }) => node.outcomes.map(({ outcome }) => outcome));
}

/** A journey of one node, for a script that no journey uses yet. */
function machineFor({ script, libraries }: TestedScript, world: World): AnyMachine {
  const scripts = [script, ...libraries.filter(({ id }) => id !== script.id)];
  const isConfig = script.properties.get("context")?.value === "CONFIG_PROVIDER_NODE";
  const node = {
    id: script.id,
    type: isConfig ? configType : "ScriptedDecisionNode",
    version: "1.0",
    displayName: script.title,
    outcomes: {},
    inputs: "any",
    properties: { script: script.id },
  } as const;
  const name = stateName(script.name);
  return {
    id: script.title,
    initial: name,
    meta: {
      settings: { identityResource: `managed/${world.realm.split("/").pop()}_user` },
      scripts: scripts.map(machineScript),
    },
    states: { [name]: { on: {}, meta: node } },
  };
}

function machineScript({ id, name, title, body, properties }: Script) {
  const plain = Object.fromEntries([...properties].map(([key, { value }]) => [key, value]));
  return { id, name, body, properties: { ...plain, name: title } };
}
