import type { SetCookie } from "./action.js";
import type { Step, WireCallback } from "./callbacks/callback.js";
import { answeredPlaces } from "./callbacks/left-out-callbacks.js";
import { fromWire, toWire } from "./callbacks/wire.js";
import { Engine } from "./engine/engine.js";
import type { MutablePathStep } from "./engine/frame.js";
import { answerByName, inputNames } from "./engine/named-inputs.js";
import { endInError, endInFailure, endInSuccess, type RunEnd } from "./engine/run-end.js";
import { linkNotFound } from "./engine/suspension.js";
import type { AnyMachine, JsonValue } from "./machine.js";
import {
  type PathStep,
  type Run,
  RunError,
  type RunPlace,
  type RunProblem,
  type RunSession,
  type RunState,
  type RunStatus,
  type SimulateOptions,
  type StubRequest,
  type StubState,
} from "./run.js";
import type { Message } from "./world/outbox.js";
import type { World } from "./world/world.js";
import type { RequestOptions } from "./world/world-options.js";

/** A run as tests and tools see it: the engine, with named inputs, wire callbacks and the answer at the end. */
export class JourneyRun implements Run {
  readonly world: World;
  readonly #engine: Engine;
  readonly #noSession: boolean;
  #end: RunEnd | undefined;

  constructor(machine: AnyMachine, world: World, options: SimulateOptions, origin?: JourneyRun) {
    this.world = world;
    this.#engine = new Engine(machine, world, options, origin ? origin.#engine : undefined);
    const forbidsSession = machine.meta.settings.noSession === true || world.request.noSession === true;
    this.#noSession = origin ? origin.#noSession : forbidsSession;
  }

  /**
   * Another run that stands where this one does. What one of them does, the other does not notice, except in the parts that their
   * worlds share: so a step can be answered again.
   */
  fork(world: World): JourneyRun {
    return new JourneyRun(this.#engine.root.machine, world, this.#engine.options, this);
  }

  /** Time at which the run times out unless it ends before, in milliseconds since 1970. */
  get deadline(): number {
    return this.#engine.deadline;
  }

  async start(): Promise<void> {
    await this.#engine.start();
    this.#settle();
  }

  get status(): RunStatus {
    return this.#end?.status ?? this.#engine.status;
  }

  get step(): Step | undefined {
    const { frame, shown, status } = this.#engine;
    if (!frame || (status !== "waiting" && status !== "suspended")) return undefined;
    return { callbacks: toWire(frame.pending.callbacks, frame.pending.ids), ...shown };
  }

  get inputNames(): readonly string[] {
    const { frame } = this.#engine;
    return frame && this.step ? inputNames(frame) : [];
  }

  get at(): RunPlace | undefined {
    const { frame } = this.#engine;
    return frame && { journey: frame.facts.id, node: frame.node.facts.name };
  }

  get path(): readonly PathStep[] {
    return this.pathFrom(0);
  }

  /** The path from this many steps on. */
  pathFrom(start: number): readonly PathStep[] {
    return this.#engine.path.slice(start).map(shown);
  }

  /** How many nodes the run has come to. */
  get length(): number {
    return this.#engine.path.length;
  }

  get state(): RunState {
    const stores = this.#engine.frame?.stores;
    return {
      shared: Object.fromEntries(stores?.shared ?? this.#engine.final),
      transient: Object.fromEntries(stores?.transient ?? []),
      secure: Object.fromEntries(stores?.secure ?? []),
    };
  }

  get outbox(): readonly Message[] {
    return this.world.outbox;
  }

  get message(): string | undefined {
    return this.#end?.message;
  }

  get detail(): { readonly [name: string]: JsonValue } | undefined {
    return this.#end?.detail;
  }

  get session(): RunSession | undefined {
    return this.#end?.session;
  }

  get body(): { readonly [name: string]: JsonValue } | undefined {
    return this.#end?.body;
  }

  get successUrl(): string | undefined {
    return this.#end?.successUrl;
  }

  get failureUrl(): string | undefined {
    return this.#end?.failureUrl;
  }

  get cookies(): readonly SetCookie[] {
    return this.status === "success" ? [...this.#engine.effects.cookies.values()] : [];
  }

  get stub(): StubRequest | undefined {
    const { frame, stubbed } = this.#engine;
    if (!frame || !stubbed) return undefined;
    const asked = stubbed.child ?? stubbed.node;
    return {
      journey: frame.facts.id,
      node: stubbed.node.facts.name,
      ...(stubbed.child && { child: stubbed.child.facts.name }),
      type: asked.facts.type,
      reason: stubbed.reason,
      ...(stubbed.call && { call: stubbed.call }),
      outcomes: [...asked.outcomes.values()].map(({ name }) => name),
    };
  }

  get problem(): RunProblem | undefined {
    return this.#end?.problem === undefined ? this.#engine.problem : { message: this.#end.problem };
  }

  get resumeUri(): string | undefined {
    return this.#engine.suspension.uri;
  }

  async submit(node: string, inputs: object = {}): Promise<void> {
    const { frame } = this.#engine;
    if (!frame || this.status !== "waiting") throw new RunError(`Nothing can be submitted: ${this.#whereabouts()}`);
    if (frame.node.facts.name !== node)
      throw new RunError(`"${node}" does not wait for an answer: ${this.#whereabouts()}`);
    // Inputs are matched by name before anything runs, so that a wrong name leaves the run unchanged.
    const answers = answerByName(frame, inputs as { readonly [name: string]: unknown });
    if (this.#timedOut()) return;
    await this.#engine.answer(answers);
    this.#settle();
  }

  async submitCallbacks(callbacks: readonly WireCallback[], request?: RequestOptions): Promise<void> {
    const { frame } = this.#engine;
    if (!frame || this.status !== "waiting") throw new RunError(`Nothing can be submitted: ${this.#whereabouts()}`);
    if (request) this.world.request = request;
    if (this.#timedOut()) return;
    const places = answeredPlaces(frame.pending.callbacks, callbacks);
    const answers = fromWire(at(frame.pending.callbacks, places), callbacks);
    if ("message" in answers) throw new RunError(answers.message);
    const { owners, ids } = frame.pending;
    frame.pending = {
      callbacks: at(frame.pending.callbacks, places),
      ...(owners && { owners: at(owners, places) }),
      ...(ids && { ids: at(ids, places) }),
    };
    await this.#engine.answer(answers);
    this.#settle();
  }

  async resume(resumeUri = this.#lastLink()): Promise<void> {
    if (resumeUri === undefined) throw new RunError("There is no link to follow: none was sent");
    if (!this.#engine.suspension.use(resumeUri) || this.status !== "suspended") {
      this.#conclude({ message: linkNotFound });
      return;
    }
    await this.#engine.resume();
    this.#settle();
  }

  wait(milliseconds: number): void {
    this.world.clock.advance(milliseconds);
  }

  async chooseStub(outcome: string, state: StubState = {}): Promise<void> {
    const { stub } = this;
    if (!stub) throw new RunError(`No node waits for a choice: ${this.#whereabouts()}`);
    const asked = this.#engine.stubbed;
    const ids = asked ? [...(asked.child ?? asked.node).outcomes.keys()] : [];
    if (stub.outcomes.length > 0 && !stub.outcomes.includes(outcome) && !ids.includes(outcome)) {
      const known = stub.outcomes.map((each) => `"${each}"`).join(", ");
      throw new RunError(`"${stub.child ?? stub.node}" has no outcome "${outcome}": it has ${known}`);
    }
    await this.#engine.choose({ outcome, ...state });
    this.#settle();
  }

  /** Works out the final answer once the engine has reached an end. */
  #settle(): void {
    const { status, final, effects } = this.#engine;
    if (status === "failure") this.#end = endInFailure(final, effects, this.world);
    if (status === "error") this.#end = endInError(final, effects, this.world);
    if (status !== "success") return;
    this.#end = endInSuccess(final, effects, this.world, this.#noSession);
    if (this.#end.status !== "success") return;
    for (const id of effects.retryCountUsers) this.world.identities.patch(id, { retryLimitNodeCount: [] });
    this.world.setCookies([...effects.cookies.values()]);
  }

  #timedOut(): boolean {
    if (this.world.clock.now <= this.#engine.deadline) return false;
    this.#conclude({ message: "Session has timed out", detail: { errorCode: "110" } });
    return true;
  }

  /** Ends the run with a failure that comes from the endpoint, not from a node. */
  #conclude(answer: { readonly message: string; readonly detail?: { readonly [name: string]: JsonValue } }): void {
    this.#engine.finish("failure");
    this.#end = endInFailure(this.#engine.final, this.#engine.effects, this.world, answer);
  }

  #lastLink(): string | undefined {
    return this.outbox.findLast(({ resumeUri }) => resumeUri !== undefined)?.resumeUri ?? this.resumeUri;
  }

  #whereabouts(): string {
    const { at } = this;
    if (!at) return `the run has ended in ${this.status}`;
    return `the run is ${this.status} at "${at.node}"${this.status === "suspended" ? "; resume it first" : ""}`;
  }
}

function at<T>(list: readonly T[], places: readonly number[]): readonly T[] {
  return list.filter((_, place) => places.includes(place));
}

function shown({ journey, node, outcome, stub }: MutablePathStep): PathStep {
  return { journey, node, outcome, ...(stub && { stub }) };
}
