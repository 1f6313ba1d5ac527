import { describe, expect, it } from "vitest";
import { schemaOf } from "../../../src/runtime/world/schema.js";
import { demo, outcomeOf, runNode, type Values } from "../../support/run-node.js";

const state = { username: "demo" };
const about = async (type: string, properties: Values, more: Values, world: Values = {}) =>
  outcomeOf(
    await runNode(type, ["true", "false"], properties, { world: { users: [{ ...demo, ...more }], ...world }, state }),
  );

// All in facts: behaviour.md section 2.
describe("AttributeValueDecisionNode", () => {
  it.each<[string, Values, string]>([
    ["emo", { value: "Emo" }, "true"],
    ["Em", { value: "Emo" }, "false"],
    ["", { value: "" }, "false"],
    ["", {}, "false"],
    ["a", { value: ["a", "b"] }, "true"],
    ["B", { value: ["a", "b"] }, "true"],
    ["c", { value: ["a", "b"] }, "false"],
    ["a", { value: [] }, "false"],
    ["7", { value: 7 }, "true"],
    ["8", { value: 7 }, "false"],
    ["7.0", { value: 7 }, 'For input string: "7.0"'],
    ["", { value: 7 }, 'For input string: ""'],
    ["TRUE", { value: true }, "true"],
    ["yes", { value: true }, "false"],
    ["no", { value: false }, "true"],
    ["true", { value: "true" }, "true"],
  ])("equals %j, of %j: %s", async (comparisonValue, more, outcome) => {
    const properties = { comparisonAttribute: "value", comparisonValue };
    expect(await about("AttributeValueDecisionNode", properties, more)).toBe(outcome);
  });

  it.each<[Values, string]>([
    [{ value: "x" }, "true"],
    [{ value: false }, "true"],
    [{ value: 0 }, "true"],
    [{ value: "" }, "false"],
    [{ value: null }, "false"],
    [{}, "false"],
  ])("is present, of %j: %s", async (more, outcome) => {
    const properties = { comparisonAttribute: "value", comparisonOperation: "PRESENT" };
    expect(await about("AttributeValueDecisionNode", properties, more)).toBe(outcome);
    expect(await about("QueryFilterDecisionNode", { queryFilter: "value pr" }, more)).toBe(outcome);
  });

  it.each<[string, Values]>([
    ["Boss", { value: "boss" }],
    ["a", { value: ["a", "b"] }],
    ["c", { value: ["a", "b"] }],
  ])("agrees with QueryFilterDecisionNode about %j and %j", async (comparisonValue, more) => {
    const filter = { queryFilter: `value eq "${comparisonValue}"` };
    expect(await about("AttributeValueDecisionNode", { comparisonAttribute: "value", comparisonValue }, more)).toBe(
      await about("QueryFilterDecisionNode", filter, more),
    );
  });
});

describe("TimeSinceDecisionNode", () => {
  const now = "2026-01-08T00:00:00.000Z";
  it.each<[Values[string], string, string]>([
    ["7 days", "2026-01-01T00:00:00.000Z", "true"],
    ["7 days", "2026-01-01T00:00:00.001Z", "false"],
    ["1 week", "2026-01-01T00:00:00.000Z", "true"],
    ["10080", "2026-01-01T00:00:00.000Z", "true"],
    [10_080, "2026-01-01T00:00:00.001Z", "false"],
    ["zero", now, "true"],
    ["unlimited", "1970-01-01T00:00:00.000Z", "false"],
    ["soon", now, 'The elapsed time "soon" is no duration'],
    ["0", "", "false"],
  ])("of %j for one created %s: %s", async (elapsedTime, createDate, outcome) => {
    expect(await about("TimeSinceDecisionNode", { elapsedTime }, { createDate }, { now })).toBe(outcome);
  });

  it("is false without a date of creation", async () => {
    expect(await about("TimeSinceDecisionNode", { elapsedTime: "0" }, {})).toBe("false");
  });
});

describe("LoginCountDecisionNode", () => {
  it.each<[Values, Values, string]>([
    [{}, { loginCount: 25 }, "true"],
    [{}, { loginCount: 24 }, "false"],
    [{}, { loginCount: 50 }, "false"],
    [{ interval: "EVERY" }, { loginCount: 50 }, "true"],
    [{ interval: "EVERY" }, { loginCount: 0 }, "true"],
    [{ interval: "EVERY", amount: 1 }, { loginCount: 7 }, "true"],
    [{ interval: "EVERY" }, {}, "false"],
    [{ amount: 0 }, {}, "false"],
  ])("%j of %j: %s", async (properties, more, outcome) => {
    expect(await about("LoginCountDecisionNode", properties, more)).toBe(outcome);
  });
});

describe("ProfileCompletenessDecisionNode", () => {
  const allHidden = Object.fromEntries([...schemaOf().keys()].map((name) => [name, { viewable: false }]));

  it.each([
    [0, "true"],
    [49, "true"],
    [50, "false"],
    [51, "false"],
  ])("above %i with half a profile: %s", async (threshold, outcome) => {
    const schema = { ...allHidden, sn: { viewable: true }, city: { viewable: true } };
    expect(await about("ProfileCompletenessDecisionNode", { threshold }, {}, { schema })).toBe(outcome);
  });
});

describe("TermsAndConditionsDecisionNode", () => {
  const terms = { version: "1", text: "x" };
  it.each<[Values, string]>([
    [{ termsAccepted: { termsVersion: "1" } }, "true"],
    [{ termsAccepted: { termsVersion: "1.0" } }, "false"],
    [{ termsAccepted: {} }, "false"],
    [{}, "false"],
  ])("of %j: %s", async (more, outcome) => {
    expect(await about("TermsAndConditionsDecisionNode", {}, more, { terms })).toBe(outcome);
  });
});

describe("terms of a world that says nothing about them", () => {
  it.each<[Values, string]>([
    [{ termsAccepted: { termsVersion: "0.0" } }, "true"],
    [{}, "false"],
  ])("TermsAndConditionsDecisionNode of %j: %s", async (more, outcome) => {
    expect(await about("TermsAndConditionsDecisionNode", {}, more)).toBe(outcome);
  });

  it("AcceptTermsAndConditionsNode shows version 0.0, and throws where there are none", async () => {
    const run = await runNode("AcceptTermsAndConditionsNode", ["outcome"]);
    expect(run.step?.callbacks[0]?.output[0]?.value).toBe("0.0");
    await run.submit("Node", { Node: true });
    expect(run.state.shared.termsAccepted).toMatchObject({ termsVersion: "0.0" });
    const none = await runNode("AcceptTermsAndConditionsNode", ["outcome"], {}, { world: { terms: null } });
    expect(outcomeOf(none)).toBe("Terms configuration not found");
  });
});

describe("RequiredAttributesDecisionNode", () => {
  const whole = { userName: "new", givenName: "N", sn: "W", mail: "n@example.com" };
  const drive = async (objectAttributes: Values, properties: Values = {}) =>
    outcomeOf(
      await runNode("RequiredAttributesDecisionNode", ["true", "false"], properties, { state: { objectAttributes } }),
    );

  it.each<[Values, string]>([
    [{}, "true"],
    [{ sn: "" }, "true"],
    [{ sn: null }, "false"],
    [{ sn: [] }, "true"],
  ])("with all and %j: %s", async (more, outcome) => {
    expect(await drive({ ...whole, ...more })).toBe(outcome);
  });

  it("misses what is not in state", async () => {
    const { sn: _, ...rest } = whole;
    expect(await drive(rest)).toBe("false");
  });

  it("throws for another kind of object than the journey's", async () => {
    expect(await drive(whole, { identityResource: "managed/bravo_user" })).toBe(
      "Configured object type for the node (managed/bravo_user) does not match the configured object type for the tree (managed/alpha_user)",
    );
  });
});
