import { describe, expect, it } from "vitest";
import { demo, outcomeOf, runNode, type Values } from "../../support/run-node.js";

const one = ["outcome"];
const yesNo = ["true", "false"];

// All in facts: behaviour.md section 3.
describe("collectors of names and passwords", () => {
  it.each([
    ["UsernameCollectorNode", "", "(waiting)"],
    ["UsernameCollectorNode", " ", "outcome"],
    ["UsernameCollectorNode", "demo", "outcome"],
    ["PasswordCollectorNode", "", "(waiting)"],
    ["PasswordCollectorNode", " ", "outcome"],
    ["ValidatedUsernameNode", "", "outcome"],
    ["ValidatedPasswordNode", "", "outcome"],
  ])("%s after %j: %s", async (type, answer, outcome) => {
    const run = await runNode(type, one);
    await run.submit("Node", { Node: answer });
    expect(outcomeOf(run)).toBe(outcome);
  });

  it.each([
    ["", undefined],
    [" ", " "],
  ])("ValidatedUsernameNode writes %j as %j", async (answer, username) => {
    const run = await runNode("ValidatedUsernameNode", one);
    await run.submit("Node", { Node: answer });
    expect(run.state.shared.username).toBe(username);
    expect(run.state.shared.objectAttributes).toEqual(username === undefined ? undefined : { userName: username });
  });

  it.each([
    ["Abcdefg1", "success"],
    ["Abcdef1", "waiting"],
    ["abcdefg1", "waiting"],
    ["Abcdefgh", "waiting"],
    ["1Xdemo-yz", "waiting"],
  ])("ValidatedPasswordNode with the policies of a new tenant and %j: %s", async (password, status) => {
    const state = { objectAttributes: { userName: "demo" } };
    const run = await runNode("ValidatedPasswordNode", one, { validateInput: true }, { state });
    await run.submit("Node", { Node: password });
    expect(run.status).toBe(status);
  });

  it.each([
    ["new", "success"],
    ["demo", "waiting"],
    ["DEMO", "waiting"],
    ["", "waiting"],
    ["a/b", "waiting"],
    ["x".repeat(255), "success"],
    ["x".repeat(256), "waiting"],
  ])("ValidatedUsernameNode with the policies of a new tenant and %.10s: %s", async (name, status) => {
    const run = await runNode("ValidatedUsernameNode", one, { validateInput: true });
    await run.submit("Node", { Node: name });
    expect(run.status).toBe(status);
  });
});

describe("decisions about credentials", () => {
  const user = { ...demo, password: "  " };
  it.each<[string, Values, Values, string]>([
    ["DataStoreDecisionNode", demo, { username: "DEMO", password: "Old-passw0rd" }, "true"],
    ["DataStoreDecisionNode", demo, { username: "demo", password: "old-passw0rd" }, "false"],
    ["DataStoreDecisionNode", user, { username: "demo", password: "  " }, "false"],
    ["DataStoreDecisionNode", demo, { password: "x" }, "false"],
    ["DataStoreDecisionNode", demo, { username: "demo" }, "Unable to authenticate"],
    ["IdentityStoreDecisionNode", demo, { username: "demo", password: "" }, "FALSE"],
    ["IdentityStoreDecisionNode", demo, { username: "ghost", password: "x" }, "FALSE"],
    ["LdapDecisionNode", { ...demo, accountStatus: "ACTIVE" }, { username: "demo", password: "Old-passw0rd" }, "TRUE"],
  ])("%s for %j with %j: %s", async (type, person, state, outcome) => {
    const outcomes = type === "DataStoreDecisionNode" ? yesNo : ["TRUE", "FALSE", "LOCKED", "CANCELLED", "EXPIRED"];
    expect(outcomeOf(await runNode(type, outcomes, {}, { world: { users: [person] }, state }))).toBe(outcome);
  });
});

describe("accounts", () => {
  it.each<[Values, Values, string]>([
    [{}, { username: "demo" }, "inactive"],
    [{ lockAction: "LOCK" }, { username: "demo" }, "inactive"],
    [{ lockAction: "UNLOCK" }, { username: "demo" }, "active"],
    [{}, {}, "Could not get a valid username from the context"],
    [{}, { username: "" }, "Could not get a valid username from the context"],
    [{}, { username: "ghost" }, "Could not find the identity based on the information available on context."],
  ])("AccountLockoutNode %j with %j: %s", async (properties, state, result) => {
    const run = await runNode("AccountLockoutNode", one, properties, { state });
    const { status, problem, world } = run;
    expect(status === "error" ? problem?.message : world.identities.get("d3m0")?.accountStatus).toBe(result);
  });

  it.each<[Values, Values, string]>([
    [{}, { username: "demo" }, "true"],
    [{ accountStatus: "active" }, { username: "demo" }, "true"],
    [{ accountStatus: "Active" }, { username: "demo" }, "true"],
    [{ accountStatus: "inactive" }, { username: "demo" }, "false"],
    [{}, {}, "Failed to get the identity object"],
    [{}, { username: "ghost" }, "Failed to get the identity object"],
  ])("AccountActiveDecisionNode for %j with %j: %s", async (more, state, outcome) => {
    const world = { users: [{ ...demo, ...more }] };
    expect(outcomeOf(await runNode("AccountActiveDecisionNode", yesNo, {}, { world, state }))).toBe(outcome);
  });

  it.each<[string, Record<string, string>, string]>([
    ["none", {}, "false"],
    ["one that nobody wrote", { "session-jwt": "eyJhbGciOiJIUzI1NiJ9.e30.x" }, "false"],
    ["without an end", { "session-jwt": "user:demo" }, "true"],
    ["before its end", { "session-jwt": "user:demo:1001" }, "true"],
    ["at its end", { "session-jwt": "user:demo:1000" }, "false"],
    ["with an end that is no number", { "session-jwt": "user:demo:soon" }, "false"],
    ["broken", { "session-jwt": "user:%E0%A4%A" }, "false"],
    ["without a name", { "session-jwt": "user::2000" }, "false"],
  ])("PersistentCookieDecisionNode with a cookie: %s", async (_, cookies, outcome) => {
    const world = { users: [demo], now: 1000, request: { cookies } };
    const run = await runNode("PersistentCookieDecisionNode", yesNo, {}, { world });
    expect(outcomeOf(run)).toBe(outcome);
    expect(run.state.shared.username).toBe(outcome === "true" ? "demo" : undefined);
  });
});
