import { describe, expect, test, vi } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import type { Model } from "../../src/model/model.js";
import type { Callback } from "../../src/runtime/callbacks/callback.js";
import { Engine } from "../../src/runtime/engine/engine.js";
import { JourneyRun } from "../../src/runtime/journey-run.js";
import { Clock } from "../../src/runtime/world/clock.js";
import type { World } from "../../src/runtime/world/world.js";
import type { StubAnswer } from "../../src/runtime/world/world-options.js";
import { generateScenarios } from "../../src/scenarios/generate/generate-scenarios.js";
import { runScenario } from "../../src/scenarios/run-scenario.js";
import { createHandler } from "../../src/serve/create-handler.js";
import type { RequestEntry } from "../../src/serve/request-entry.js";
import { createScriptHost } from "../../src/simulate/scripts/create-script-host.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusIsThere, corpusSample, readCorpus } from "../support/corpus.js";
import { authenticatePath, exampleJourneys } from "../support/served.js";

type Action =
  | { readonly kind: "submit"; readonly callbacks: readonly Callback[] }
  | { readonly kind: "choose"; readonly answer: StubAnswer; readonly outcomes: readonly string[] }
  | { readonly kind: "resume" }
  | { readonly kind: "wait"; readonly milliseconds: number };

/** A run in process, and everything that was done to it. */
interface RecordedRun {
  readonly run: JourneyRun;
  readonly journey: string;
  readonly hasState: boolean;
  readonly actions: Action[];
}

const scripts = createScriptHost();
const startOfWorlds = Date.parse("2026-01-01T00:00:00Z");

/** Notes all runs that are made while the work is done, and what is done to them. */
async function record(work: () => Promise<unknown>): Promise<readonly RecordedRun[]> {
  const byWorld = new Map<World, RecordedRun>();
  const byClock = new Map<Clock, RecordedRun>();
  const { start, submit, resume } = JourneyRun.prototype;
  const engine = { start: Engine.prototype.start, answer: Engine.prototype.answer, choose: Engine.prototype.choose };
  const { advance } = Clock.prototype;
  const spies = [
    vi.spyOn(Engine.prototype, "start").mockImplementation(function (this: Engine) {
      const { state = {}, transient = {} } = this.options;
      const hasState = Object.keys(state).length > 0 || Object.keys(transient).length > 0;
      const known = byWorld.get(this.world)!;
      byWorld.set(this.world, Object.assign(known, { journey: this.root.machine.id, hasState }));
      return engine.start.call(this);
    }),
    vi.spyOn(Engine.prototype, "answer").mockImplementation(function (this: Engine, callbacks) {
      byWorld.get(this.world)?.actions.push({ kind: "submit", callbacks });
      return engine.answer.call(this, callbacks);
    }),
    vi.spyOn(Engine.prototype, "choose").mockImplementation(function (this: Engine, answer) {
      const known = byWorld.get(this.world);
      known?.actions.push({ kind: "choose", answer, outcomes: known.run.stub?.outcomes ?? [] });
      return engine.choose.call(this, answer);
    }),
    vi.spyOn(JourneyRun.prototype, "start").mockImplementation(function (this: JourneyRun) {
      const recorded = { run: this, journey: "", hasState: false, actions: [] };
      byWorld.set(this.world, recorded);
      byClock.set(this.world.clock, recorded);
      return start.call(this);
    }),
    vi.spyOn(JourneyRun.prototype, "submit").mockImplementation(async function (this: JourneyRun, node, inputs) {
      const actions = byWorld.get(this.world)?.actions ?? [];
      const before = actions.length;
      const wire = this.step?.callbacks ?? [];
      await submit.call(this, node, inputs);
      // The run has timed out, so its engine was given nothing.
      if (actions.length === before) actions.push({ kind: "submit", callbacks: wire as never });
    }),
    vi.spyOn(JourneyRun.prototype, "resume").mockImplementation(function (this: JourneyRun, uri) {
      // Without a link there is nothing to follow, and the run says so.
      if (this.resumeUri !== undefined) byWorld.get(this.world)?.actions.push({ kind: "resume" });
      return resume.call(this, uri);
    }),
    vi.spyOn(Clock.prototype, "advance").mockImplementation(function (this: Clock, milliseconds) {
      byClock.get(this)?.actions.push({ kind: "wait", milliseconds });
      return advance.call(this, milliseconds);
    }),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return [...byWorld.values()];
}

/** Does the same over HTTP, and returns what came of it in the form of `endOf`. */
async function replay({ run, journey, actions }: RecordedRun, model: Model) {
  const { options } = run.world;
  const entries: RequestEntry[] = [];
  const handler = createHandler(
    { model },
    {
      world: { ...options, seed: options.seed ?? 1, now: options.now ?? startOfWorlds },
      now: () => 0,
      scripts,
      onRequest: (entry) => entries.push(entry),
    },
  );
  const send = async (path: string, body?: object) => {
    // Bytes, because a text has a type of its own, which scripts would find among the headers.
    const bytes = body === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(body)) };
    const response = await handler(new Request(`http://localhost${path}`, { method: "POST", ...bytes }));
    const received = (await response.json()) as { readonly authId?: string };
    if (path.startsWith(authenticatePath)) answer = received;
    return response;
  };
  let answer: { readonly authId?: string } = {};
  await send(`${authenticatePath}?authIndexType=service&authIndexValue=${encodeURIComponent(journey)}`);
  for (const action of actions) {
    const { authId } = answer;
    if (action.kind === "submit") await send(authenticatePath, { authId, callbacks: toWire(action.callbacks) });
    if (action.kind === "choose") await send(authenticatePath, { authId, callbacks: choice(action) });
    if (action.kind === "wait") await send("/journeyc/clock", { advance: action.milliseconds });
    if (action.kind === "resume") {
      const link = entries
        .flatMap(({ journey: moved }) => moved?.messages ?? [])
        .findLast(({ resumeUri }) => resumeUri);
      const query =
        link?.resumeUri === undefined ? `?suspendedId=${suspendedIdOf(run)}` : new URL(link.resumeUri).search;
      await send(`${authenticatePath}${query}`);
    }
  }
  expect(entries.map(({ defect }) => defect).filter((defect) => defect !== undefined)).toEqual([]);
  const { authId: _, tokenId: __, ...body } = answer as Record<string, unknown>;
  const moved = entries.flatMap((entry) => entry.journey ?? []);
  return {
    status: moved.at(-1)?.status,
    body,
    sent: moved.flatMap(({ messages }) => messages.map(({ kind, to, template }) => [kind, to, template])),
  };
}

function endOf({ run }: RecordedRun) {
  const body = run.step ?? run.body ?? {};
  const sent = run.outbox.map(({ kind, to, template }) => [kind, to, template]);
  return { status: run.status, body: JSON.parse(JSON.stringify(body)), sent };
}

function suspendedIdOf({ resumeUri = "" }: JourneyRun): string {
  return new URL(resumeUri).searchParams.get("suspendedId") ?? "";
}

function toWire(callbacks: readonly Callback[]) {
  return callbacks.map(({ type, wireType, output, input }, index) => ({
    type: wireType ?? type,
    output,
    ...(input && { input: input.map(({ name, value }) => ({ name: `IDToken${index + 1}${name}`, value })) }),
  }));
}

function choice({ answer, outcomes }: Extract<Action, { kind: "choose" }>) {
  const value = outcomes.length === 0 ? answer.outcome : outcomes.indexOf(answer.outcome);
  const type = outcomes.length === 0 ? "TextInputCallback" : "ChoiceCallback";
  return [{ type: "TextOutputCallback" }, { type, input: [{ name: "IDToken2", value }] }];
}

/** Whether the same can be done over HTTP: a client gives no state, and starts no inner journeys. */
function isReachable({ journey, hasState, actions, run }: RecordedRun, model: Model): boolean {
  const { settings } = model.journeys.find(({ id }) => id === journey) ?? {};
  const isOpen = ["innerTreeOnly", "transactionalOnly"].every((name) => settings?.get(name)?.value !== true);
  const isEnabled = settings?.get("enabled")?.value !== false;
  const choosesOnly = actions.every((action) => action.kind !== "choose" || !("shared" in action.answer));
  return isOpen && isEnabled && !hasState && choosesOnly && run.status !== "stub";
}

describe("a scenario of an example ends over HTTP as it does in process", () => {
  test.each(["login", "registration", "reset-password"])("%s", async (example) => {
    const { model } = await exampleJourneys(example);
    let compared = 0;
    for (const scenario of model.scenarios) {
      // What is given on the way is no doing of a client.
      const begun = scenario.steps.findIndex(({ kind }) => kind === "submit" || kind === "resume");
      if (scenario.script || scenario.steps.slice(Math.max(0, begun)).some(({ kind }) => kind === "given")) continue;
      for (const recorded of await record(() => runScenario(scenario, { model, scripts }))) {
        if (!isReachable(recorded, model)) continue;
        expect([scenario.title, await replay(recorded, model)]).toEqual([scenario.title, endOf(recorded)]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(2);
  });
});

test.skipIf(!corpusIsThere)("so do the generated scenarios of journeys of the corpus", async () => {
  const files = corpusSample()
    .filter(({ kind }) => kind === "journey")
    .slice(0, 50);
  const count = { journeys: 0, runs: 0 };
  const different: unknown[] = [];
  for (const { file } of files) {
    const { model: read } = readExport(new SourceFile(file, readCorpus(file)), {});
    const model: Model = { ...read, scenarios: [] };
    const runs: RecordedRun[] = [];
    for (const journey of model.journeys) {
      const recorded = await record(() => generateScenarios(journey, { model, world: {}, scripts }));
      runs.push(...recorded.filter((each) => isReachable(each, model)));
    }
    // Most runs are attempts of the generator. The last ones are the scenarios that it has written.
    for (const recorded of process.env.CORPUS === "whole" ? runs : runs.slice(-6)) {
      const [http, inProcess] = [await replay(recorded, model), endOf(recorded)];
      if (JSON.stringify(http) !== JSON.stringify(inProcess)) different.push({ file, http, inProcess });
      count.runs++;
    }
    count.journeys++;
  }
  expect(different).toEqual([]);
  expect(count.journeys).toBe(50);
  expect(count.runs).toBeGreaterThan(100);
});
