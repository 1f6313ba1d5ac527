import { describe, expect, it } from "vitest";
import { demo, outcomeOf, runNode, shownBy, type Values } from "../../support/run-node.js";

const one = ["outcome"];

// All in facts: behaviour.md section 4, SessionDataNode and EmailTemplateNode in section 2.
describe("MessageNode", () => {
  it.each<[Values, string]>([
    [{}, "Default message"],
    [{ message: {} }, "Default message"],
    [{ message: { en: "Hi" } }, "Hi"],
    [{ message: { fr: "Salut" } }, "Salut"],
    [{ message: { en: "" } }, ""],
  ])("with %j shows %j", async (properties, text) => {
    expect(shownBy(await runNode("MessageNode", ["true", "false"], properties))[0]).toBe(`TextOutputCallback: ${text}`);
  });

  it.each([
    [0, "true"],
    [1, "false"],
    [7, "false"],
  ])("button %i: %s", async (button, outcome) => {
    const run = await runNode("MessageNode", ["true", "false"], { stateField: "sure" });
    await run.submit("Node", { Node: button });
    expect(outcomeOf(run)).toBe(outcome);
    expect(run.state.shared.sure).toBe(button);
  });
});

describe("ChoiceCollectorNode", () => {
  it.each<[Values, number]>([
    [{}, 0],
    [{ defaultChoice: "b" }, 1],
    [{ defaultChoice: "B" }, 0],
    [{ defaultChoice: "missing" }, 0],
  ])("with %j has choice %i in advance", async (properties, index) => {
    const run = await runNode("ChoiceCollectorNode", ["a", "b"], { choices: ["a", "b"], ...properties });
    expect(run.step?.callbacks[0]?.output[2]?.value).toBe(index);
    expect(run.step?.callbacks[0]?.input?.[0]?.value).toBe(index);
  });

  it.each([
    [["a"], "a"],
    [[], "No choices available"],
  ])("of %j: %s", async (choices, outcome) => {
    expect(outcomeOf(await runNode("ChoiceCollectorNode", choices, { choices: [...choices] }))).toBe(outcome);
  });
});

describe("SetStateNode", () => {
  it.each<[Values, Values, unknown]>([
    [{ attributes: { a: "1" } }, {}, "1"],
    [{ attributes: { a: 1 } }, {}, "1"],
    [{ attributes: { a: "" } }, { a: "x" }, ""],
    [{ attributes: {} }, { a: "x" }, "x"],
    [{}, { a: "x" }, "x"],
  ])("%j after %j leaves %j", async (properties, state, value) => {
    expect((await runNode("SetStateNode", one, properties, { state })).state.shared.a).toBe(value);
  });
});

describe("timers and meters", () => {
  it.each<[Values, Values, number | undefined]>([
    [{}, { TimerNodeStartTime: 400 }, 600],
    [{}, { TimerNodeStartTime: 1000 }, 0],
    [{ startTimeProperty: "t" }, { t: 999 }, 1],
    [{ startTimeProperty: "t" }, { TimerNodeStartTime: 400 }, undefined],
    [{}, {}, undefined],
  ])("TimerStopNode %j after %j records %j", async (properties, state, elapsed) => {
    const more = { state, world: { now: 1000 } };
    const run = await runNode("TimerStopNode", one, { metricKey: "m", ...properties }, more);
    expect(outcomeOf(run)).toBe("outcome");
    expect(run.world.metrics.get("m")).toBe(elapsed);
  });

  it.each<[Values, string]>([
    [{}, "TimerNodeStartTime"],
    [{ startTimeProperty: "t" }, "t"],
  ])("TimerStartNode %j writes %s", async (properties, key) => {
    const run = await runNode("TimerStartNode", one, properties, { world: { now: 1000 } });
    expect(run.state.shared[key]).toBe(1000);
  });
});

describe("SessionDataNode", () => {
  const session = { username: "demo", properties: { Colour: "blue", Empty: "" } };
  it.each<[Values, unknown, unknown]>([
    [{ sessionDataKey: "Colour", sharedStateKey: "c" }, "blue", { c: "blue" }],
    [{ sessionDataKey: "Empty", sharedStateKey: "c" }, "", { c: "" }],
    [{ sessionDataKey: "colour", sharedStateKey: "c" }, undefined, undefined],
    [{ sessionDataKey: "UserToken", sharedStateKey: "c" }, "demo", { c: "demo" }],
  ])("%j: %j", async (properties, value, attributes) => {
    const run = await runNode("SessionDataNode", one, properties, { world: { session } });
    expect(run.state.shared.c).toBe(value);
    expect(run.state.shared.objectAttributes).toEqual(attributes);
  });
});

describe("EmailTemplateNode", () => {
  it.each<[Values, Values, string]>([
    [{}, { username: "demo" }, "EMAIL_SENT"],
    [{}, { username: "ghost" }, "EMAIL_NOT_SENT"],
    [{}, {}, "EMAIL_NOT_SENT"],
    [{ emailAttribute: "city" }, { username: "demo" }, "EMAIL_NOT_SENT"],
    [{ emailAttribute: "other" }, { username: "demo" }, "EMAIL_NOT_SENT"],
    [{ identityAttribute: "mail" }, { objectAttributes: { mail: "demo@example.com" } }, "EMAIL_SENT"],
    // A bare username is looked up under the node's attribute.
    [{ identityAttribute: "mail" }, { username: "demo" }, "EMAIL_NOT_SENT"],
  ])("%j with %j: %s", async (properties, state, outcome) => {
    const world = { users: [{ ...demo, city: "" }] };
    const run = await runNode("EmailTemplateNode", ["EMAIL_SENT", "EMAIL_NOT_SENT"], properties, { world, state });
    expect(outcomeOf(run)).toBe(outcome);
    expect(run.outbox).toHaveLength(outcome === "EMAIL_SENT" ? 1 : 0);
  });
});

describe("IncrementLoginCountNode", () => {
  it.each<[Values, number]>([
    [{}, 1],
    [{ loginCount: 0 }, 1],
    [{ loginCount: 24 }, 25],
  ])("of %j makes %i", async (more, count) => {
    const { world } = await runNode(
      "IncrementLoginCountNode",
      one,
      {},
      { world: { users: [{ ...demo, ...more }] }, state: { username: "demo" } },
    );
    expect(world.identities.metaOf(world.identities.get("d3m0")!).loginCount).toBe(count);
  });
});
