import { describe, expect, it } from "vitest";
import { type ScriptDone, simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";

type Options = NonNullable<Parameters<typeof simulate>[1]>;

const properties = { script: "s", outcomes: ["yes", "no"], inputs: ["*"], outputs: ["*"] };
const scripts = [{ id: "s", name: "s", body: "", properties: {} }];
const journey = (settings = {}) =>
  machine(
    "J",
    { S: { type: "ScriptedDecisionNode", properties, on: { yes: "success", no: "failure" } } },
    { scripts, settings },
  );

/** A journey whose only node writes to shared state, has effects, and leaves by an outcome. */
function end(outcome: "yes" | "no", effects: ScriptDone["effects"] = {}, shared = {}, world: Options = {}) {
  const host = { run: () => ({ kind: "done", outcome, effects }) as const };
  return simulate(journey(), world, { scripts: host, state: shared });
}

const demo = { username: "demo" };

describe("the session of a journey that succeeds (facts: protocol.md 1.8)", () => {
  it("is that of the user in shared state", async () => {
    const run = await end("yes", {}, demo);
    expect(run.session).toEqual({
      username: "demo",
      universalId: "id=demo,ou=user,o=alpha,ou=services,ou=am-config",
      realm: "/alpha",
      authLevel: 0,
      properties: {},
    });
    expect(run.body).toEqual({ successUrl: "/enduser/?realm=/alpha", realm: "/alpha" });
  });

  it("has the level, properties and times that nodes have set", async () => {
    const effects = { sessionProperties: { a: "1" }, maxSessionTime: 10, maxIdleTime: 5 };
    const run = await end("yes", effects, { ...demo, authLevel: 3 });
    expect(run.session).toMatchObject({ authLevel: 3, properties: { a: "1" }, maxSessionTime: 10, maxIdleTime: 5 });
    expect((await end("yes", {}, { ...demo, authLevel: "3" })).session?.authLevel).toBe(0);
  });

  it("belongs to the object of the user, or to whom a node has identified", async () => {
    const users = [{ _id: "123", userName: "demo" }];
    expect((await end("yes", {}, demo, { users })).session?.universalId).toMatch(/^id=123,ou=user,o=alpha,/);
    const agent = await end("yes", { identity: { type: "agent", name: "demo" } }, demo);
    expect(agent.session?.universalId).toMatch(/^id=demo,ou=agent,o=alpha,/);
    const known = await end("yes", { identity: { type: "user", name: "x", universalId: "id=x" } }, demo);
    expect(known.session?.universalId).toBe("id=x");
  });

  it("tells in the answer what nodes want told", async () => {
    const effects = {
      successDetails: { more: { a: 1 } },
      sessionProperties: { a: "1" },
      successSessionProperties: { told: "a", untold: "gone" },
    };
    expect((await end("yes", effects, demo)).body).toEqual({
      successUrl: "/enduser/?realm=/alpha",
      realm: "/alpha",
      more: { a: 1 },
      told: "1",
    });
  });
});

describe("the page to go to after a success (facts: protocol.md 1.12)", () => {
  const urls = { success: "/realm" };
  const asking = (goto: string) => ({ urls, request: { query: { goto: [goto] } } });

  it("is the one asked for, or the journey's, or the realm's", async () => {
    const set = { ...demo, successUrl: "/journey" };
    expect((await end("yes", {}, set, asking("/asked"))).successUrl).toBe("/asked");
    expect((await end("yes", {}, set, { urls })).successUrl).toBe("/journey");
    expect((await end("yes", {}, demo, { urls })).successUrl).toBe("/realm");
  });

  it.each(["https://elsewhere.example.com", "//elsewhere.example.com"])(
    "is not %s, on another server",
    async (goto) => {
      expect((await end("yes", {}, demo, asking(goto))).successUrl).toBe("/realm");
    },
  );
});

describe("the message of a failure (facts: protocol.md 1.9)", () => {
  it("is that of details, or of a locked account, or of an error, or the usual one", async () => {
    const failure = { message: "of details" };
    const all = { failure, lockoutMessage: "locked", errorMessage: "error" };
    expect((await end("no", all)).message).toBe("of details");
    expect((await end("no", { ...all, failure: {} })).message).toBe("locked");
    expect((await end("no", { errorMessage: "error" })).message).toBe("error");
    expect((await end("no", { failure: { message: "" } }, { errorMessage: 5 })).message).toBe("Login failure");
    expect((await end("no")).message).toBe("Login failure");
  });

  it("has the details that nodes have given beside the page to go to", async () => {
    const run = await end("no", { failure: { details: { reason: 7 } } }, { failureUrl: "/sorry" });
    expect(run.detail).toEqual({ failureUrl: "/sorry", reason: 7 });
    expect(run.failureUrl).toBe("/sorry");
  });

  it("is that of error details where a node has thrown", async () => {
    const nodes = {
      S: { type: "ScriptedDecisionNode", properties, on: { yes: "T" } },
      T: { type: "AcceptTermsAndConditionsNode", on: { outcome: "success" } },
    };
    const run = (effects: ScriptDone["effects"]) =>
      simulate(
        machine("J", nodes, { scripts }),
        { terms: null },
        { scripts: { run: () => ({ kind: "done", outcome: "yes", ...(effects && { effects }) }) } },
      );
    expect(await run({ error: { message: "Sorry", details: { a: 1 } } })).toMatchObject({
      status: "error",
      message: "Sorry",
      detail: { failureUrl: "", a: 1 },
    });
    expect(await run(undefined)).toMatchObject({ status: "error", message: "Login failure" });
  });
});

describe("the time of a journey (facts: protocol.md 4.7)", () => {
  const ask = { type: "UsernameCollectorNode", on: { outcome: "success" } };
  const nodes = { S: { type: "ScriptedDecisionNode", properties, on: { yes: "Ask" } }, Ask: ask };
  const minute = 60_000;
  const lasts = async (minutes: number, world: Options, effects: ScriptDone["effects"] = {}, settings = {}) => {
    const host = { run: () => ({ kind: "done", outcome: "yes", effects }) as const };
    const start = () => simulate(machine("J", nodes, { scripts, settings }), world, { scripts: host });
    const [inTime, late] = [await start(), await start()];
    inTime.wait(minutes * minute);
    late.wait(minutes * minute + 1);
    await inTime.submit("Ask", { Ask: "demo" });
    await late.submit("Ask", { Ask: "demo" });
    expect([inTime.status, late.message]).toEqual(["success", "Session has timed out"]);
  };

  it("is the realm's, or its own, or what a node sets", async () => {
    const times = { journeyMinutes: 15 };
    await lasts(5, {});
    await lasts(15, { times });
    await lasts(10, { times }, {}, { treeTimeout: 10 });
    await lasts(3, { times }, { journeyMinutes: 3 }, { treeTimeout: 10 });
  });
});

describe("an exception in an inner journey (facts: protocol.md 4.6)", () => {
  const throwing = machine("Deep", { Terms: { type: "AcceptTermsAndConditionsNode", on: { outcome: "success" } } });
  const calls = (id: string, tree: string, catches: boolean, on = {}) =>
    machine(id, {
      In: {
        type: "InnerTreeEvaluatorNode",
        properties: { tree, displayErrorOutcome: catches },
        on: { true: "success", false: "failure", ...on },
      },
      Caught: { type: "SetStateNode", properties: { attributes: { caught: id } }, on: { outcome: "failure" } },
    });
  const run = (outer: ReturnType<typeof machine>, middle: ReturnType<typeof machine>) =>
    simulate(outer, { terms: null }, { inner: [middle, throwing] });
  const error = { error: "Caught" };

  it("leaves by the nearest evaluator whose outcome is enabled and connected", async () => {
    const near = await run(calls("Outer", "Middle", true, error), calls("Middle", "Deep", true, error));
    expect(near.state.shared.caught).toBe("Middle");
    const far = await run(calls("Outer", "Middle", true, error), calls("Middle", "Deep", false, error));
    expect(far.state.shared.caught).toBe("Outer");
    const unconnected = await run(calls("Outer", "Middle", true, error), calls("Middle", "Deep", true));
    expect(unconnected.state.shared.caught).toBe("Outer");
  });

  it("ends the run where there is none", async () => {
    const none = await run(calls("Outer", "Middle", true), calls("Middle", "Deep", false, error));
    expect(none).toMatchObject({ status: "error", problem: { journey: "Deep", node: "Terms" } });
  });
});
