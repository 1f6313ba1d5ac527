import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";
import { outcomeOf, runNode, type Values } from "../../support/run-node.js";

const one = ["outcome"];
const yesNo = ["true", "false"];

// All in facts: behaviour.md section 4.
describe("QueryParameterNode and RequestHeaderNode", () => {
  it.each<[string | readonly string[] | undefined, boolean, readonly string[]]>([
    ["a,b", false, ["a,b"]],
    ["a,b", true, ["a", "b"]],
    [["a,b", "c"], true, ["a,b", "c"]],
    ["a,,b", true, ["a", "", "b"]],
    [",a", true, ["", "a"]],
    ["a,b,,", true, ["a", "b"]],
    [",", true, []],
    ["", true, [""]],
    [undefined, true, []],
  ])("make of %j (split: %s) the list %j", async (value, split, list) => {
    const given = value === undefined ? {} : { p: value };
    const delimited = split ? ["p"] : [];
    const parameters = await runNode(
      "QueryParameterNode",
      one,
      { allowedQueryParameters: { p: "key" }, queryParametersToBeDelimited: delimited },
      { world: { request: { query: given } } },
    );
    expect(parameters.state.shared.key).toEqual(list);
    const headers = await runNode(
      "RequestHeaderNode",
      one,
      { allowedHeaders: { p: "key" }, headersToBeDelimited: delimited },
      { world: { request: { headers: given } } },
    );
    expect(headers.state.shared.key).toEqual(list);
  });
});

describe("CookiePresenceDecisionNode", () => {
  it.each<[Record<string, string>, string]>([
    [{ c: "x" }, "true"],
    [{ c: "" }, "true"],
    [{ C: "x" }, "false"],
    [{}, "false"],
  ])("with %j: %s", async (cookies, outcome) => {
    const more = { world: { request: { cookies } } };
    expect(outcomeOf(await runNode("CookiePresenceDecisionNode", yesNo, { cookieName: "c" }, more))).toBe(outcome);
  });
});

describe("AuthLevelDecisionNode and ModifyAuthLevelNode", () => {
  it.each<[Values, Values, string]>([
    [{ authLevelRequirement: 5 }, { authLevel: 4 }, "false"],
    [{ authLevelRequirement: 5 }, { authLevel: 5 }, "true"],
    [{ authLevelRequirement: 0 }, { authLevel: 0 }, "true"],
    [{ authLevelRequirement: 0 }, { authLevel: null }, "false"],
    [{ authLevelRequirement: -1 }, { authLevel: 0 }, "true"],
  ])("%j of %j: %s", async (properties, state, outcome) => {
    expect(outcomeOf(await runNode("AuthLevelDecisionNode", yesNo, properties, { state }))).toBe(outcome);
  });

  it.each([
    [0, 5, 5],
    [5, -2, 3],
    [null, 3, 3],
  ])("from %j by %i to %i", async (authLevel, authLevelIncrement, level) => {
    const run = await runNode("ModifyAuthLevelNode", one, { authLevelIncrement }, { state: { authLevel } });
    expect(run.state.shared.authLevel).toBe(level);
  });
});

describe("RetryLimitDecisionNode", () => {
  it.each([
    [0, "Reject"],
    [1, "Retry Reject"],
    [undefined, "Retry Retry Retry Reject"],
  ])("with a limit of %j: %s", async (retryLimit, outcomes) => {
    const journey = machine("Retry", {
      R: {
        type: "RetryLimitDecisionNode",
        properties: { incrementUserAttributeOnFailure: false, ...(retryLimit !== undefined && { retryLimit }) },
        on: { Retry: "R", Reject: "failure" },
      },
    });
    expect((await simulate(journey, {})).path.map(({ outcome }) => outcome).join(" ")).toBe(outcomes);
  });
});

describe("MetadataNode", () => {
  it("gives the wanted keys in the order of state", async () => {
    const run = await runNode("MetadataNode", [], { attributes: ["c", "a", "x"] }, { state: { a: 1, b: 2, c: null } });
    const journey = machine("Page", {
      P: {
        type: "PageNode",
        on: { outcome: "success" },
        children: [
          { name: "M", type: "MetadataNode", properties: { attributes: ["c", "a", "x"] } },
          { name: "N", type: "UsernameCollectorNode" },
        ],
      },
    });
    const page = await simulate(journey, {}, { state: { a: 1, b: 2, c: null } });
    expect(JSON.stringify(page.step?.callbacks[0]?.output[0]?.value)).toBe('{"a":1,"c":null}');
    expect(run.status).not.toBe("success");
  });
});

describe("AnonymousUserNode", () => {
  it.each<[Values, string]>([
    [{}, "anonymous"],
    [{ anonymousUserName: "guest" }, "guest"],
  ])("with %j signs on as %s", async (properties, name) => {
    expect((await runNode("AnonymousUserNode", one, properties)).state.shared.username).toBe(name);
  });

  it("throws for an empty name", async () => {
    expect(outcomeOf(await runNode("AnonymousUserNode", one, { anonymousUserName: "" }))).toBe(
      "Anonymous user name could not be found in the configuration",
    );
  });
});

describe("UpdateJourneyTimeoutNode", () => {
  const negative = "The resulting timeout value must be positive";
  const drive = (properties: Values, state: Values) => {
    const journey = machine("Times", {
      Node: { type: "UpdateJourneyTimeoutNode", properties, on: { outcome: "Ask" } },
      Ask: { type: "UsernameCollectorNode", on: { outcome: "success" } },
    });
    return simulate(journey, {}, { state });
  };

  it.each<[Values, Values, number]>([
    [{ operation: "SET", value: 9 }, { maxAuthenticationSessionDuration: 4 }, 9],
    [{ operation: "MODIFY", value: 2 }, {}, 7],
    [{ operation: "MODIFY", value: 2 }, { maxAuthenticationSessionDuration: 4 }, 6],
    [{ operation: "MODIFY", value: -3 }, { maxAuthenticationSessionDuration: 4 }, 1],
  ])("%j after %j gives %i minutes", async (properties, state, minutes) => {
    const inTime = await drive(properties, state);
    inTime.wait(minutes * 60_000 - 1);
    await inTime.submit("Ask", { Ask: "demo" });
    expect(inTime.state.shared.username).toBe("demo");
    const late = await drive(properties, state);
    late.wait(minutes * 60_000 + 1);
    await late.submit("Ask", { Ask: "demo" });
    expect(late.state.shared).not.toHaveProperty("username");
  });

  it.each<[Values, Values, string]>([
    [{ operation: "SET", value: 0 }, {}, "(waiting)"],
    [{ operation: "SET", value: -1 }, {}, "The timeout value must be positive when SET operation is selected"],
    [{ operation: "MODIFY", value: -4 }, { maxAuthenticationSessionDuration: 4 }, "(waiting)"],
    [{ operation: "MODIFY", value: -5 }, { maxAuthenticationSessionDuration: 4 }, negative],
  ])("%j after %j: %s", async (properties, state, result) => {
    const run = await drive(properties, state);
    expect(run.problem?.message ?? `(${run.status})`).toBe(result);
  });
});

describe("FlowControlNode", () => {
  it("sends about the wanted share to A", async () => {
    let a = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const run = await runNode("FlowControlNode", ["A", "B"], { percentageA: 25 }, { world: { seed } });
      if (outcomeOf(run) === "A") a++;
    }
    expect(a).toBeGreaterThan(25);
    expect(a).toBeLessThan(75);
  });
});

describe("RecoveryCodeCollectorDecisionNode", () => {
  it.each([
    ["", "(waiting)"],
    ["ABC ", "false"],
    ["ABC", "false"],
  ])("with %j: %s", async (code, outcome) => {
    const run = await runNode("RecoveryCodeCollectorDecisionNode", yesNo, {}, { state: { username: "demo" } });
    await run.submit("Node", { Node: code });
    expect(outcomeOf(run)).toBe(outcome);
  });
});
