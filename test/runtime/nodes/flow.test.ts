import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, outcomeOf, runNode, shownBy } from "../../support/run-node.js";

const yesNo = ["true", "false"];
const one = ["outcome"];

describe("flow control (facts: behaviour.md section 4)", () => {
  it("RetryLimitDecisionNode gives Retry exactly as often as its limit says", async () => {
    const journey = machine("Retry", {
      R: {
        type: "RetryLimitDecisionNode",
        properties: { retryLimit: 3, incrementUserAttributeOnFailure: false },
        on: { Retry: "R", Reject: "failure" },
      },
    });
    const run = await simulate(journey);
    expect(run.path.map(({ outcome }) => outcome)).toEqual(["Retry", "Retry", "Retry", "Reject"]);
    expect(run.state.shared["id-R.retryCount"]).toBe(3);
  });

  it("RetryLimitDecisionNode keeps the count at the user, and clears it on Reject", async () => {
    const drive = (count: string) =>
      runNode(
        "RetryLimitDecisionNode",
        ["Retry", "Reject"],
        { retryLimit: 2 },
        {
          world: { users: [{ ...demo, retryLimitNodeCount: ["other=9", count] }] },
          state: { username: "demo" },
        },
      );
    const retry = await drive("id-Node=1");
    expect(outcomeOf(retry)).toBe("Retry");
    const reject = await drive("id-Node=2");
    expect(outcomeOf(reject)).toBe("Reject");
    expect(reject.world.identities.get("d3m0")?.retryLimitNodeCount).toEqual(["other=9"]);
  });

  it("ChoiceCollectorNode offers its choices, and one choice without a question", async () => {
    const properties = { choices: ["mail", "phone"], defaultChoice: "phone", prompt: "How?" };
    const run = await runNode("ChoiceCollectorNode", ["mail", "phone"], properties);
    expect(run.step?.callbacks[0]?.output).toEqual([
      { name: "prompt", value: "How?" },
      { name: "choices", value: ["mail", "phone"] },
      { name: "defaultChoice", value: 1 },
    ]);
    await run.submit("Node");
    expect(outcomeOf(run)).toBe("phone");
    expect(outcomeOf(await runNode("ChoiceCollectorNode", ["mail"], { choices: ["mail"] }))).toBe("mail");
    expect((await runNode("ChoiceCollectorNode", [], { choices: [] })).status).toBe("error");
  });

  it("MessageNode shows two buttons and notes the answer", async () => {
    const properties = {
      message: { en: "Sure?", de: "Sicher?" },
      messageYes: { en: "Yes!" },
      messageNo: {},
      stateField: "sure",
    };
    const world = { request: { locales: ["de-CH"] } };
    const run = await runNode("MessageNode", yesNo, properties, { world });
    expect(shownBy(run)[0]).toBe("TextOutputCallback: Sicher?");
    expect(run.state.shared.sure).toBeNull();
    expect(run.step?.callbacks[1]).toMatchObject({ input: [{ name: "IDToken2", value: 1 }] });
    await run.submit("Node", { Node: "Yes!" });
    expect(outcomeOf(run)).toBe("true");
    expect(run.state.shared.sure).toBe(0);
    const silent = await runNode("MessageNode", yesNo);
    expect(shownBy(silent)[0]).toBe("TextOutputCallback: Default message");
    await silent.submit("Node");
    expect(outcomeOf(silent)).toBe("false");
  });

  it("PollingWaitNode waits, lets go, and counts those who ask too often", async () => {
    const outcomes = ["DONE", "EXITED", "SPAM"];
    const properties = {
      secondsToWait: 10,
      exitable: true,
      spamDetectionEnabled: true,
      spamDetectionTolerance: 1,
      waitingMessage: { en: "Wait {{time}} s" },
    };
    const begin = () => runNode("PollingWaitNode", outcomes, properties);
    const done = await begin();
    expect(done.step?.callbacks).toMatchObject([
      { type: "PollingWaitCallback", output: [{ value: "10000" }, { value: "Wait 10 s" }] },
      { type: "ConfirmationCallback", input: [{ value: 100 }] },
    ]);
    done.wait(10_001);
    await done.submit("Node");
    expect(outcomeOf(done)).toBe("DONE");
    expect(Object.keys(done.state.shared).filter((key) => key.startsWith("id-Node"))).toEqual([]);
    const exited = await begin();
    await exited.submit("Node", { Node: "Cancel" });
    expect(outcomeOf(exited)).toBe("EXITED");
    const spam = await begin();
    for (const _ of [1, 2]) {
      await spam.submit("Node");
      expect(spam.status).toBe("waiting");
    }
    await spam.submit("Node");
    expect(outcomeOf(spam)).toBe("SPAM");
  });

  it("FlowControlNode follows the seed and its percentage", async () => {
    const drive = async (percentageA: number, seed: number) =>
      outcomeOf(await runNode("FlowControlNode", ["A", "B"], { percentageA }, { world: { seed } }));
    expect(await drive(100, 1)).toBe("A");
    expect(await drive(0, 1)).toBe("B");
    expect(await drive(50, 5)).toBe(await drive(50, 5));
  });

  it("SetStateNode writes texts, in place of what any store holds", async () => {
    const run = await runNode("SetStateNode", one, { attributes: { a: "1" } }, { state: { a: 0 } });
    expect(run.state.shared.a).toBe("1");
  });

  it("SetSuccessUrlNode, SetSuccessDetailsNode and session properties end in the body of success", async () => {
    const journey = machine("Body", {
      Url: { type: "SetSuccessUrlNode", properties: { successUrl: "/welcome" }, on: { outcome: "Details" } },
      Details: {
        type: "SetSuccessDetailsNode",
        properties: { successDetails: { list: "[1,2]", realm: "no" }, sessionProperties: { colour: "c" } },
        on: { outcome: "Session" },
      },
      Session: {
        type: "SetSessionPropertiesNode",
        properties: { properties: { c: "blue", d: "x" }, maxSessionTime: 30, maxIdleTime: 5 },
        on: { outcome: "Remove" },
      },
      Remove: { type: "RemoveSessionPropertiesNode", properties: { propertyNames: ["d"] }, on: { outcome: "Webhook" } },
      Webhook: { type: "RegisterLogoutWebhookNode", properties: { webhookName: "w" }, on: { outcome: "Logout" } },
      Logout: { type: "SetLogoutDetailsNode", properties: { logoutDetails: { l: "x" } }, on: { outcome: "success" } },
    });
    const run = await simulate(journey, { users: [demo] }, { state: { username: "demo" } });
    expect(run.body).toEqual({ successUrl: "/welcome", realm: "/alpha", list: [1, 2], colour: "blue" });
    expect(run.session).toMatchObject({ properties: { c: "blue" }, maxSessionTime: 30, maxIdleTime: 5 });
    const asked = await simulate(journey, { request: { query: { goto: "/there" } } }, { state: { username: "demo" } });
    expect(asked.successUrl).toBe("/there");
    const abroad = await simulate(
      journey,
      { request: { query: { goto: "//evil.example" } } },
      { state: { username: "demo" } },
    );
    expect(abroad.successUrl).toBe("/welcome");
  });

  it("SetErrorDetailsNode says what a thrown error tells", async () => {
    const journey = machine("Error", {
      Details: {
        type: "SetErrorDetailsNode",
        properties: { errorMessage: { en: "Broken" }, errorDetails: { code: "7" } },
        on: { outcome: "Throw" },
      },
      Throw: { type: "DisplayUserNameNode", on: { outcome: "success" } },
    });
    const run = await simulate(journey);
    expect(run).toMatchObject({ status: "error", message: "Broken", detail: { failureUrl: "", code: 7 } });
    expect(run.problem?.message).toBe("Failed to retrieve existing object");
  });

  it("MeterNode, TimerStartNode and TimerStopNode count", async () => {
    const { world } = await runNode("MeterNode", one, { metricKey: "m" });
    await runNode("MeterNode", one, { metricKey: "m" }, { world });
    const started = await runNode("TimerStartNode", one, {}, { world });
    expect(started.state.shared.TimerNodeStartTime).toBe(world.clock.now);
    world.clock.advance(70);
    await runNode("TimerStopNode", one, { metricKey: "t" }, { world, state: started.state.shared });
    expect([...world.metrics]).toEqual([
      ["m", 2],
      ["t", 70],
    ]);
    expect(outcomeOf(await runNode("TimerStopNode", one, { metricKey: "t" }))).toBe("outcome");
  });

  it("cookies are set at success, and found by the next journey", async () => {
    const state = { username: "demo" };
    const set = await runNode("SetPersistentCookieNode", one, { persistentCookieName: "keep", maxLife: 1 }, { state });
    expect(set.cookies).toMatchObject([{ name: "keep", attributes: { maxAge: 3600, secure: true } }]);
    const { world } = set;
    const found = await runNode("PersistentCookieDecisionNode", yesNo, { persistentCookieName: "keep" }, { world });
    expect(outcomeOf(found)).toBe("true");
    expect(found.state.shared.username).toBe("demo");
    world.clock.advance(3_600_001);
    expect(
      outcomeOf(await runNode("PersistentCookieDecisionNode", yesNo, { persistentCookieName: "keep" }, { world })),
    ).toBe("false");
    expect(outcomeOf(await runNode("CookiePresenceDecisionNode", yesNo, { cookieName: "keep" }, { world }))).toBe(
      "true",
    );
    expect(outcomeOf(await runNode("CookiePresenceDecisionNode", yesNo, { cookieName: "none" }, { world }))).toBe(
      "false",
    );
    const bad = { request: { cookies: { "session-jwt": "garbage" } } };
    expect(outcomeOf(await runNode("PersistentCookieDecisionNode", yesNo, {}, { world: bad }))).toBe("false");
    const custom = await runNode("SetCustomCookieNode", one, { name: "c", value: "v", maxAge: 9 });
    expect(custom.cookies).toMatchObject([
      // As on the platform, a custom cookie is neither secure nor HttpOnly unless the node says so.
      { name: "c", value: "v", attributes: { maxAge: 9, secure: false, httpOnly: false } },
    ]);
  });

  it.each([
    [{}, 0, "true"],
    [{}, 1, "false"],
    [{ authLevel: 5 }, 5, "true"],
  ])("AuthLevelDecisionNode with %j against %i", async (state, authLevelRequirement, outcome) => {
    expect(outcomeOf(await runNode("AuthLevelDecisionNode", yesNo, { authLevelRequirement }, { state }))).toBe(outcome);
  });

  it("ModifyAuthLevelNode adds", async () => {
    const run = await runNode("ModifyAuthLevelNode", one, { authLevelIncrement: 2 }, { state: { authLevel: 3 } });
    expect(run.state.shared.authLevel).toBe(5);
  });

  it.each([
    ["QueryParameterNode", "allowedQueryParameters", "queryParametersToBeDelimited"],
    ["RequestHeaderNode", "allowedHeaders", "headersToBeDelimited"],
  ])("%s makes lists", async (type, allowed, delimited) => {
    const given = { a: "1,2", b: "1,2", c: ["x", "y"] };
    const world = { request: { query: given, headers: given } };
    const properties = { [allowed]: { a: "A", b: "B", c: "C", d: "D" }, [delimited]: ["b"] };
    const run = await runNode(type, one, properties, { world });
    expect(run.state.shared).toMatchObject({ A: ["1,2"], B: ["1", "2"], C: ["x", "y"], D: [] });
  });

  it("UpdateJourneyTimeoutNode gives a journey more time", async () => {
    const journey = machine("Time", {
      T: { type: "UpdateJourneyTimeoutNode", properties: { operation: "MODIFY", value: 5 }, on: { outcome: "Ask" } },
      Ask: { type: "UsernameCollectorNode", on: { outcome: "success" } },
    });
    const run = await simulate(journey);
    run.wait(9 * 60_000);
    await run.submit("Ask", { Ask: "demo" });
    expect(run.status).toBe("success");
    expect((await runNode("UpdateJourneyTimeoutNode", one, { operation: "SET", value: -1 })).status).toBe("error");
  });

  it("MetadataNode sends the keys that exist", async () => {
    const run = await runNode("MetadataNode", one, { attributes: ["a", "b"] }, { state: { a: 1 } });
    expect(run.step?.callbacks).toEqual([{ type: "MetadataCallback", output: [{ name: "data", value: { a: 1 } }] }]);
  });

  it("DebugNode shows shared state", async () => {
    const run = await runNode("DebugNode", one);
    expect(shownBy(run)[0]).toContain('"realm":"/alpha"');
    await run.submit("Node");
    expect(run.status).toBe("success");
  });
});
