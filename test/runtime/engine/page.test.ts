import { describe, expect, it } from "vitest";
import { nameCallback } from "../../../src/runtime/callbacks/name-callback.js";
import { type ScriptHost, type ScriptResult, simulate } from "../../../src/runtime/index.js";
import { type ChildFixture, machine } from "../../support/machine-fixture.js";

const text: ChildFixture = { name: "Name", type: "UsernameCollectorNode" };
const page = (properties: Readonly<Record<string, string | Readonly<Record<string, string>>>>) =>
  machine("Page", { P: { type: "PageNode", children: [text], properties, on: { outcome: "failure" } } });

describe("header, description and stage of a page (facts: protocol.md 1.5)", () => {
  it("are its own, each where it is given", async () => {
    const all = await simulate(page({ pageHeader: { en: "Hi" }, pageDescription: { en: "Who?" }, stage: "one" }));
    expect(all.step).toMatchObject({ header: "Hi", description: "Who?", stage: "one" });
    const header = await simulate(page({ pageHeader: { en: "Hi" }, pageDescription: {}, stage: "" }));
    expect(header.step).toMatchObject({ header: "Hi" });
    expect(header.step).not.toHaveProperty("description");
    expect(header.step).not.toHaveProperty("stage");
    const description = await simulate(page({ pageHeader: {}, pageDescription: { en: "Who?" } }));
    expect(description.step).toMatchObject({ description: "Who?" });
    expect(description.step).not.toHaveProperty("header");
  });
});

describe("an inner journey that has no nodes", () => {
  it.each(["success", "failure"] as const)("leads where %s leads", async (end) => {
    const inner = { ...machine("Inner", {}), initial: end };
    const outer = machine("Outer", {
      In: {
        type: "InnerTreeEvaluatorNode",
        properties: { tree: "Inner" },
        on: { true: "Yes", false: "No" },
      },
      Yes: { type: "SetStateNode", properties: { attributes: { was: "success" } }, on: { outcome: "failure" } },
      No: { type: "SetStateNode", properties: { attributes: { was: "failure" } }, on: { outcome: "failure" } },
    });
    const run = await simulate(outer, {}, { inner: [inner] });
    expect(run.state.shared.was).toBe(end);
  });
});

describe("the page to go to after a failure (facts: protocol.md 1.12)", () => {
  const failing = (failureUrl: string) =>
    machine("Failing", { Url: { type: "SetFailureUrlNode", properties: { failureUrl }, on: { outcome: "failure" } } });
  const bare = machine("Failing", { A: { type: "MeterNode", on: { outcome: "failure" } } });

  it("is the one asked for, or the journey's, or the realm's, or none", async () => {
    const urls = { failure: "/realm" };
    const asked = { query: { gotoOnFail: ["/asked"] } };
    expect((await simulate(failing("/journey"), { urls, request: asked })).body).toMatchObject({
      message: "Login failure",
      detail: { failureUrl: "/asked" },
    });
    expect((await simulate(failing("/journey"), { urls })).body).toMatchObject({ detail: { failureUrl: "/journey" } });
    expect((await simulate(bare, { urls })).body).toMatchObject({ detail: { failureUrl: "/realm" } });
    expect((await simulate(bare)).body).toEqual({
      code: 401,
      reason: "Unauthorized",
      message: "Login failure",
      detail: { failureUrl: "" },
    });
  });
});

describe("the turns of a page's nodes (facts: protocol.md 4.5)", () => {
  const script = { script: "s", outcomes: ["done"], inputs: ["*"], outputs: ["*"] };
  const scripted: ChildFixture = { name: "S", type: "ScriptedDecisionNode", properties: script, outcomes: ["done"] };
  const name: ChildFixture = { name: "Name", type: "UsernameCollectorNode" };
  const form = (...children: readonly ChildFixture[]) =>
    machine(
      "Form",
      { P: { type: "PageNode", children, on: { done: "success", outcome: "success" } } },
      { settings: { noSession: true }, scripts: [{ id: "s", name: "s", body: "", properties: {} }] },
    );
  /** A script that gives these results one after the other. */
  const turns = (...results: readonly ScriptResult[]): ScriptHost => {
    let turn = 0;
    return { run: () => results[turn++] ?? { kind: "error", message: "one turn too many" } };
  };
  const asks = (prompt: string, more = {}): ScriptResult => ({
    kind: "done",
    action: { kind: "callbacks", callbacks: [nameCallback({ prompt })], ...more },
  });
  const done: ScriptResult = { kind: "done", outcome: "done" };
  const shown = (run: Awaited<ReturnType<typeof simulate>>) =>
    run.step?.callbacks.map(({ _id, output, input }) => [_id, output[0]?.value, input?.[0]?.value]);

  it("send all callbacks again while one asks: the answered ones with their old ids, the others with new ones", async () => {
    const run = await simulate(form(name, scripted), {}, { scripts: turns(asks("One"), asks("Two"), done) });
    expect(shown(run)).toEqual([
      [0, "User Name", ""],
      [1, "One", ""],
    ]);
    await run.submit("P", { Name: "demo", S: "x" });
    expect(shown(run)).toEqual([
      [0, "User Name", "demo"],
      [2, "Two", ""],
    ]);
    expect(run.state.shared.pageNodeCallbacks).toEqual({ 0: 0, 2: 1 });
    await run.submit("P", { S: "y" });
    expect(run).toMatchObject({ status: "success", state: { shared: { username: "demo" } } });
  });

  it("end with the first that throws, and the page with them", async () => {
    const failing = turns({ kind: "error", message: "no luck" });
    const run = await simulate(form(scripted, name), {}, { scripts: failing });
    expect(run).toMatchObject({ status: "error", problem: { message: "no luck", node: "P" } });
  });

  it("may suspend the journey", async () => {
    const waiting = turns({ kind: "done", action: { kind: "suspend", message: "wait" } });
    expect((await simulate(form(scripted), {}, { scripts: waiting })).status).toBe("suspended");
  });

  it("give header, description and stage where the page has none; the last one that gives one wins", async () => {
    const all = { header: "H", description: "D", stage: "S" };
    const other: ChildFixture = { ...scripted, name: "T" };
    const first = await simulate(form(scripted, other), {}, { scripts: turns(asks("One", all), asks("Two")) });
    expect(first.step).toMatchObject(all);
    const last = await simulate(
      form(scripted, other),
      {},
      { scripts: turns(asks("One", all), asks("Two", { header: "L" })) },
    );
    expect(last.step).toMatchObject({ ...all, header: "L" });
  });

  it("begin with a choice of identity providers in the last place, which is shown first", async () => {
    const providers = { identityProviders: [{ provider: "google" }] };
    const select: ChildFixture = {
      name: "Select",
      type: "SelectIdPNode",
      outcomes: ["socialAuthentication", "localAuthentication"],
    };
    const journey = machine("Select", {
      P: {
        type: "PageNode",
        children: [name, select],
        on: { socialAuthentication: "Social", localAuthentication: "failure" },
      },
      Social: { type: "SetStateNode", properties: { attributes: { went: "social" } }, on: { outcome: "failure" } },
    });
    const types = (run: Awaited<ReturnType<typeof simulate>>) => run.step?.callbacks.map(({ type }) => type);
    const social = await simulate(journey, providers);
    expect(types(social)).toEqual(["SelectIdPCallback", "NameCallback"]);
    // Who goes to a provider skips the rest of the page.
    await social.submit("P", { Select: "google", Name: "demo" });
    expect(social.state.shared).toMatchObject({ went: "social", selectedIdp: "google" });
    expect(social.state.shared).not.toHaveProperty("username");
    expect(social.state.shared).not.toHaveProperty("pageNodeCallbacks");
    const local = await simulate(journey, providers);
    await local.submit("P", { Select: "localAuthentication", Name: "demo" });
    expect(local).toMatchObject({ status: "failure", state: { shared: { username: "demo" } } });
  });

  it("are answered by the world's stubs, by page and node, or by node alone", async () => {
    for (const stub of ["P.S", "S", "Form/P.S"]) {
      const stubs = { [stub]: { outcome: "done", shared: { by: stub } } };
      const run = await simulate(form(name, scripted), { stubs }, { scripts: turns() });
      await run.submit("P", { Name: "demo" });
      expect(run).toMatchObject({ status: "success", state: { shared: { by: stub, username: "demo" } } });
    }
  });
});
