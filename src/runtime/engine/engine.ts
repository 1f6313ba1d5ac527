import { type Action, type Effects, type ErrorAction, stub } from "../action.js";
import type { Callback } from "../callbacks/callback.js";
import { suspendedTextOutputCallback } from "../callbacks/suspended-text-output-callback.js";
import type { AnyMachine, JsonValue } from "../machine.js";
import { type StateSnapshot, snapshotOf } from "../node-state.js";
import type { RunProblem, RunStatus, SimulateOptions } from "../run.js";
import type { UnansweredCall } from "../unanswered-call.js";
import type { EndName } from "../walk.js";
import { SeenTurn } from "../world/node-turn.js";
import type { World } from "../world/world.js";
import type { StubAnswer } from "../world/world-options.js";
import { type CollectedEffects, noEffects } from "./collected-effects.js";
import { copyFrame, createFrame, type Frame, type MutablePathStep, nothingPending, type Pending } from "./frame.js";
import { runPage } from "./page.js";
import { type PreparedJourney, type PreparedNode, prepare } from "./prepare.js";
import { inputsFrom, keepNamed, promote } from "./promotion.js";
import { Suspension } from "./suspension.js";
import { Visit } from "./visit.js";

/**
 * Node visits of one request after which a loop counts as endless. The platform has no such limit; only the journey's
 * time ends a loop.
 */
const visitCap = 1000;

/** Depth of inner journeys inside one another. The platform has no limit. */
const depthCap = 20;

/** Header, description and stage of a step, shown beside its callbacks. */
export interface Shown {
  readonly header?: string;
  readonly description?: string;
  readonly stage?: string;
}

/** A node whose outcome must be chosen, with the callbacks that it was given. */
export interface Stubbed {
  readonly node: PreparedNode;
  readonly child: PreparedNode | undefined;
  readonly reason: string;
  readonly call?: UnansweredCall;
  readonly callbacks: readonly Callback[];
}

/**
 * Runs a journey from one stop to the next. It works with nodes, outcomes and state; `JourneyRun` makes what users and
 * clients see.
 */
export class Engine {
  status: RunStatus = "waiting";
  readonly world: World;
  readonly path: MutablePathStep[] = [];
  readonly frames: Frame[] = [];
  effects: CollectedEffects;
  readonly suspension: Suspension;
  readonly root: PreparedJourney;
  readonly options: SimulateOptions;
  shown: Shown = {};
  stubbed: Stubbed | undefined;
  problem: RunProblem | undefined;
  /** The shared state with which the outermost journey ended. */
  final: ReadonlyMap<string, JsonValue> = new Map();
  /** Time at which the whole journey times out, in milliseconds since 1970. */
  deadline: number;
  readonly #begun: number;
  readonly #inner: ReadonlyMap<string, PreparedJourney>;
  readonly #inputs: Map<PreparedNode, ReadonlySet<string>>;
  #visits = 0;
  /** What the stores held before the present turn, while somebody watches. */
  #before: StateSnapshot | undefined;

  /** With an origin, the engine stands where that one does: what either does from then on, the other does not notice. */
  constructor(machine: AnyMachine, world: World, options: SimulateOptions, origin?: Engine) {
    this.root = prepare(machine, options.behaviours);
    this.world = world;
    this.options = options;
    this.#inner = origin
      ? origin.#inner
      : new Map([machine, ...(options.inner ?? [])].map((each) => [each.id, prepare(each, options.behaviours)]));
    this.#inputs = origin ? origin.#inputs : new Map();
    this.#begun = origin ? origin.#begun : world.clock.now;
    const minutes = machine.meta.settings.treeTimeout;
    this.deadline =
      origin?.deadline ??
      this.#begun + (typeof minutes === "number" ? minutes : (world.options.times?.journeyMinutes ?? 5)) * minute;
    this.suspension = new Suspension(world, machine.id, origin?.suspension);
    this.effects = origin?.effects ?? noEffects;
    if (origin) this.#standAt(origin);
  }

  #standAt({ status, path, frames, shown, stubbed, problem, final }: Engine): void {
    this.status = status;
    this.shown = shown;
    this.stubbed = stubbed;
    this.problem = problem;
    this.final = final;
    // Of the path, only the steps without an outcome can still change.
    const open = new Map(frames.map(({ pathStep }) => [pathStep, { ...pathStep }]));
    for (const step of path) this.path.push(open.get(step) ?? step);
    for (const frame of frames) this.frames.push(copyFrame(frame, open.get(frame.pathStep) ?? frame.pathStep));
  }

  get frame(): Frame | undefined {
    return this.frames.at(-1);
  }

  readonly findJourney = (id: string): PreparedJourney | undefined => {
    const found = this.#inner.get(id);
    return found?.machine.meta.settings.enabled === false ? undefined : found;
  };

  /** Begins at the journey's first node. */
  start(): void | Promise<void> {
    const { initial } = this.root;
    if (typeof initial === "string") return this.finish(initial);
    const frame = createFrame(this.root, initial, false);
    frame.state.putShared("realm", this.world.realm);
    frame.state.putShared("authLevel", 0);
    frame.state.mergeShared(this.options.state ?? {});
    frame.state.mergeTransient(this.options.transient ?? {});
    this.frames.push(frame);
    this.#arrive(frame, initial);
    return this.#proceed(frame, [], false);
  }

  /** Passes the answers to the node that asked. */
  answer(callbacks: readonly Callback[]): void | Promise<void> {
    return this.#continue(callbacks, false);
  }

  /** Gives the suspended node another turn. */
  resume(): void | Promise<void> {
    return this.#continue([], true);
  }

  /** Applies the chosen outcome of the node that waits with status `stub`. */
  choose(answer: StubAnswer): void | Promise<void> {
    const { frame, stubbed } = this;
    if (!frame || !stubbed) return;
    this.stubbed = undefined;
    this.status = "waiting";
    this.#visits = 0;
    this.#write(frame, answer);
    if (stubbed.child) {
      frame.childOutcomes.set(stubbed.child.facts.name, answer.outcome);
      return this.#proceed(frame, stubbed.callbacks, false);
    }
    frame.pathStep.stub = true;
    return this.#leave(frame, platformOutcome(stubbed.node, answer.outcome)) ? this.#next() : undefined;
  }

  /** Ends the whole run. */
  finish(end: EndName): void {
    this.final = this.frame?.stores.shared.entries ?? new Map();
    this.status = end;
    this.frames.length = 0;
  }

  fail(problem: RunProblem): void {
    const { frame } = this;
    this.final = frame?.stores.shared.entries ?? new Map();
    this.problem = { ...(frame && { journey: frame.facts.id, node: frame.node.facts.name }), ...problem };
    this.status = "error";
    this.frames.length = 0;
  }

  #continue(callbacks: readonly Callback[], resumed: boolean): void | Promise<void> {
    const { frame } = this;
    if (!frame) return;
    this.status = "waiting";
    this.#visits = 0;
    return this.#proceed(frame, callbacks, resumed);
  }

  #next(): void | Promise<void> {
    return this.frame && this.#proceed(this.frame, [], false);
  }

  /**
   * Runs node after node until one waits. It stays synchronous as long as the nodes do, because most of them never
   * wait.
   */
  #proceed(first: Frame, callbacks: readonly Callback[], resumed: boolean): void | Promise<void> {
    let frame: Frame | undefined = first;
    let answers = callbacks;
    let isResumed = resumed;
    while (frame) {
      const action = this.#turn(frame, answers, isResumed);
      if (action instanceof Promise) {
        const current: Frame = frame;
        const given = answers;
        return action.then((settled) => (this.#apply(current, settled, given) ? this.#next() : undefined));
      }
      if (!this.#apply(frame, action, answers)) return;
      frame = this.frame;
      answers = none;
      isResumed = false;
    }
  }

  /** Runs one node. `undefined` means that an inner journey has been entered. */
  #turn(frame: Frame, callbacks: readonly Callback[], resumed: boolean): Action | Promise<Action> | undefined {
    const { node } = frame;
    if (++this.#visits > visitCap) {
      return { kind: "error", message: `More than ${visitCap} nodes in one request: this loop does not end` };
    }
    const { stubs, onTurn } = this.world;
    this.#before = onTurn && snapshotOf(frame.stores, this.#before);
    const given = stubs.isEmpty ? undefined : stubs.next(frame.facts.id, node.facts.name, undefined);
    if (given) {
      this.#write(frame, given);
      frame.pathStep.stub = true;
      return { kind: "outcome", outcome: platformOutcome(node, given.outcome) };
    }
    switch (node.kind) {
      case "page":
        return this.#turnPage(frame, callbacks, resumed);
      case "inner":
        return this.#enter(frame);
      case "node":
        return this.#visit(frame, node, callbacks, resumed);
      default:
        return node.kind satisfies never;
    }
  }

  #visit(frame: Frame, node: PreparedNode, callbacks: readonly Callback[], resumed: boolean): Action | Promise<Action> {
    if (!node.behaviour) return { kind: "stub", reason: `${node.facts.type} is not simulated` };
    return node.behaviour.process(new Visit(this, frame, node, callbacks, resumed));
  }

  async #turnPage(frame: Frame, callbacks: readonly Callback[], resumed: boolean): Promise<Action> {
    const { facts } = frame.node;
    const turn = await runPage(frame, frame.node, callbacks, this.world, async (child, own) => {
      const chosen = frame.childOutcomes.get(child.facts.name) ?? this.#chooseForChild(frame, child);
      if (chosen !== undefined) return { kind: "outcome", outcome: platformOutcome(child, chosen) };
      const action = await this.#visit(frame, child, own, resumed);
      return action.kind === "stub" ? { ...action, child: child.facts.name } : action;
    });
    if (turn.action.kind === "callbacks") frame.pending = turn.pending ?? nothingPending;
    if (turn.action.kind !== "outcome") return turn.action;
    const last = frame.node.children.at(-1);
    const { outcome } = turn.action;
    // From page version 2.0 on, a page's outcome begins with the inner node's id.
    const prefixed = `${last?.facts.id ?? ""}-${outcome}`;
    return { ...turn.action, outcome: facts.outcomes.includes(prefixed) ? prefixed : outcome };
  }

  #chooseForChild(frame: Frame, child: PreparedNode): string | undefined {
    const { stubs } = this.world;
    if (stubs.isEmpty) return undefined;
    const given = stubs.next(frame.facts.id, frame.node.facts.name, child.facts.name);
    if (!given) return undefined;
    this.#write(frame, given);
    frame.childOutcomes.set(child.facts.name, given.outcome);
    return given.outcome;
  }

  /**
   * Begins an inner journey. It gets the parent's shared state, and those transient values that its nodes declare as
   * inputs.
   */
  #enter(frame: Frame): Action | undefined {
    const id = frame.node.properties.text("tree");
    const journey = this.findJourney(id);
    if (!journey) {
      if (!this.#inner.has(id)) return stub(`Inner journey "${id}" is missing`);
      return { kind: "error", message: `Configured tree does not exist: ${id}` };
    }
    if (this.frames.length >= depthCap) {
      return { kind: "error", message: `More than ${depthCap} journeys inside one another` };
    }
    const { initial } = journey;
    if (typeof initial === "string") {
      this.#leave(frame, initial === "success" ? "true" : "false");
      return undefined;
    }
    const inner = createFrame(journey, initial, true);
    inner.stores.shared.replace(frame.stores.shared.entries);
    const inputs = inputsFrom(initial, this.world, this.findJourney);
    inner.stores.transient.replace(keepNamed([...frame.stores.secure, ...frame.stores.transient], inputs));
    this.frames.push(inner);
    this.#arrive(inner, initial);
    return undefined;
  }

  /** Applies an action and returns whether the run goes on. */
  #apply(frame: Frame, action: Action | undefined, given: readonly Callback[]): boolean {
    if (!action) return this.status === "waiting" && this.frames.length > 0;
    if (this.#before) this.#tell(frame, action, this.#before);
    if (action.effects) this.#collect(frame, action.effects);
    switch (action.kind) {
      case "outcome":
        return this.#leave(frame, action.outcome);
      case "callbacks": {
        const { header, description, stage } = action;
        const pending: Pending = frame.node.kind === "page" ? frame.pending : { callbacks: action.callbacks };
        this.shown = { ...(stage && { stage }), ...(header && { header }), ...(description && { description }) };
        this.#stop(frame, pending, "waiting");
        return false;
      }
      case "suspend": {
        this.suspension.begin(action.minutes);
        this.deadline = Math.max(this.deadline, this.suspension.expires);
        this.shown = {};
        const message = suspendedTextOutputCallback({ message: action.message });
        this.#stop(frame, { callbacks: [message] }, "suspended");
        return false;
      }
      case "stub": {
        const child = frame.node.children.find(({ facts }) => facts.name === action.child);
        const { reason, call } = action;
        this.stubbed = { node: frame.node, child, reason, ...(call && { call }), callbacks: given };
        this.status = "stub";
        return false;
      }
      case "error":
        return this.#throw(action);
      default:
        return action satisfies never;
    }
  }

  #tell({ facts, node, stores }: Frame, action: Action, before: StateSnapshot): void {
    const left = action.kind === "outcome" ? action.outcome : undefined;
    const outcome = left === undefined ? undefined : (node.outcomes.get(left)?.name ?? left);
    const turn = { journey: facts.id, node: node.facts.name, ...(outcome !== undefined && { outcome }) };
    this.world.onTurn?.(new SeenTurn(turn, before, snapshotOf(stores, before)));
  }

  /** Ends the request: transient values are dropped, except those that later nodes declare as inputs. */
  #stop(frame: Frame, pending: Pending, status: RunStatus): void {
    frame.pending = pending;
    this.status = status;
    for (const each of this.frames) {
      if (each.stores.transient.size === 0 && each.stores.secure.size === 0) continue;
      promote(each.stores, this.#inputsOf(each.node));
    }
  }

  #inputsOf(node: PreparedNode): ReadonlySet<string> {
    const known = this.#inputs.get(node);
    if (known) return known;
    const inputs = inputsFrom(node, this.world, this.findJourney);
    this.#inputs.set(node, inputs);
    return inputs;
  }

  #collect(frame: Frame, effects: Effects): void {
    this.effects = this.effects.with(effects);
    if (effects.errorMessage !== undefined) frame.state.putShared("errorMessage", effects.errorMessage);
    if (effects.lockoutMessage !== undefined) frame.state.putShared("lockoutMessage", effects.lockoutMessage);
    if (effects.journeyMinutes !== undefined) this.deadline = this.#begun + effects.journeyMinutes * minute;
  }

  #arrive(frame: Frame, node: PreparedNode): void {
    frame.node = node;
    frame.pending = nothingPending;
    if (frame.childOutcomes.size > 0) frame.childOutcomes.clear();
    frame.pathStep = { journey: frame.facts.id, node: node.facts.name, outcome: undefined, stub: false };
    this.path.push(frame.pathStep);
  }

  #leave(frame: Frame, id: string): boolean {
    const outcome = frame.node.outcomes.get(id);
    frame.pathStep.outcome = outcome?.name ?? id;
    const target = outcome?.target;
    if (target === undefined) {
      return this.#throw({ kind: "error", message: `Outcome "${outcome?.name ?? id}" leads nowhere` });
    }
    if (typeof target === "object") {
      this.#arrive(frame, target);
      return true;
    }
    return this.#end(frame, target);
  }

  #end(frame: Frame, end: EndName): boolean {
    const parent = this.frames.at(-2);
    if (!parent) {
      this.finish(end);
      return false;
    }
    this.frames.pop();
    parent.stores.shared.replace(frame.stores.shared.entries);
    return this.#leave(parent, end === "success" ? "true" : "false");
  }

  /**
   * An exception inside an inner journey leaves its evaluator by the outcome `error` where that is enabled and
   * connected; otherwise it ends the run.
   */
  #throw(thrown: ErrorAction): boolean {
    const failed = this.frame;
    const depth = this.frames.findLastIndex(
      ({ node }, index) =>
        index < this.frames.length - 1 &&
        node.properties.flag("displayErrorOutcome", false) &&
        node.outcomes.get("error")?.target !== undefined,
    );
    const catching = this.frames[depth];
    if (!catching || !failed) {
      this.fail({ message: thrown.message, ...(thrown.source && { source: thrown.source }) });
      return false;
    }
    const { id, displayName, type } = failed.node.facts;
    this.frames.length = depth + 1;
    catching.state.putShared("errorNode", { id, displayName, type });
    catching.state.putShared("errorMessage", thrown.message);
    return this.#leave(catching, "error");
  }

  #write({ state }: Frame, { shared, transient }: StubAnswer): void {
    for (const [key, value] of Object.entries(shared ?? {})) state.putShared(key, value);
    for (const [key, value] of Object.entries(transient ?? {})) state.putTransient(key, value);
  }
}

/** Finds the platform's id of an outcome given by its id or by its name in the text. */
export function platformOutcome(node: PreparedNode, name: string): string {
  if (node.outcomes.has(name)) return name;
  for (const [id, outcome] of node.outcomes) if (outcome.name === name) return id;
  return name;
}

const minute = 60_000;
const none: readonly Callback[] = [];
