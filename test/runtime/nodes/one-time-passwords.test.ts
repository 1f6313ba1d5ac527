import { describe, expect, it } from "vitest";
import { simulate, World } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, outcomeOf, runNode, type Values } from "../../support/run-node.js";

const made = 1_767_225_600;
const held = { oneTimePassword: "123456", oneTimePasswordTimestamp: made };

describe("OneTimePasswordCollectorDecisionNode (facts: behaviour.md section 5)", () => {
  const ask = async (properties: Values, state: Values, milliseconds: number, code: string) => {
    const more = { state, world: { now: made * 1000 } };
    const run = await runNode("OneTimePasswordCollectorDecisionNode", ["true", "false"], properties, more);
    run.wait(milliseconds);
    await run.submit("Node", { Node: code });
    return run;
  };

  // Valid only while the end of its time is strictly later than now.
  it.each<[Values, number, string]>([
    [{}, 299_999, "true"],
    [{}, 300_000, "false"],
    [{ passwordExpiryTime: 1 }, 59_999, "true"],
    [{ passwordExpiryTime: 1 }, 60_000, "false"],
    [{ passwordExpiryTime: 0 }, 0, "false"],
  ])("with %j after %i ms: %s", async (properties, milliseconds, outcome) => {
    expect(outcomeOf(await ask(properties, held, milliseconds, "123456"))).toBe(outcome);
  });

  it.each<[string, Values, string, string]>([
    ["another code", held, "654321", "false"],
    ["an empty code is no answer", held, "", "(waiting)"],
    ["a blank around the code", held, "123456 ", "false"],
    ["no password in state", { oneTimePasswordTimestamp: made }, "123456", "false"],
    ["no time in state", { oneTimePassword: "123456" }, "123456", "false"],
    ["a time as text", { oneTimePassword: "123456", oneTimePasswordTimestamp: String(made) }, "123456", "false"],
  ])("%s", async (_, state, code, outcome) => {
    expect(outcomeOf(await ask({}, state, 0, code))).toBe(outcome);
  });

  it("removes both keys when the code is right, and none when it is not", async () => {
    expect((await ask({}, held, 0, "123456")).state.shared).not.toHaveProperty("oneTimePassword");
    expect((await ask({}, held, 0, "0")).state.shared).toMatchObject(held);
  });
});

describe("OneTimePasswordGeneratorNode (facts: behaviour.md section 5)", () => {
  it.each<[Values, number]>([
    [{}, 8],
    [{ length: 6 }, 6],
  ])("with %j makes %i digits, and notes the second", async (properties, length) => {
    const journey = machine("Make", {
      Node: { type: "OneTimePasswordGeneratorNode", properties, on: { outcome: "Ask" } },
      Ask: { type: "OneTimePasswordCollectorDecisionNode", on: { true: "success", false: "failure" } },
    });
    const run = await simulate(journey, { now: made * 1000 + 999 });
    const { oneTimePassword, oneTimePasswordTimestamp } = { ...run.state.transient, ...run.state.secure };
    expect(String(oneTimePassword)).toMatch(new RegExp(`^\\d{${length}}$`));
    expect(oneTimePasswordTimestamp).toBe(made);
  });
});

describe("senders (facts: behaviour.md section 5)", () => {
  const phone = { ...demo, telephoneNumber: "+41 1", carrier: "sms.example" };
  const send = (type: string, properties: Values, state: Values, user: Values = phone) =>
    runNode(type, ["outcome"], properties, { world: new World({ users: [user] }), state: { ...held, ...state } });
  const known = { username: "demo" };

  it.each<[string, Values, Values, string]>([
    ["the address in state wins", {}, { ...known, emailAddress: "a@b.ch" }, "a@b.ch"],
    ["then the collected attribute", {}, { ...known, objectAttributes: { mail: "new@b.ch" } }, "new@b.ch"],
    ["then the profile", {}, known, "demo@example.com"],
    ["another attribute", { emailAttribute: "other" }, { ...known, objectAttributes: { other: "o@b.ch" } }, "o@b.ch"],
    ["an empty setting means mail", { emailAttribute: "" }, known, "demo@example.com"],
  ])("OneTimePasswordSmtpSenderNode: %s", async (_, properties, state, to) => {
    expect((await send("OneTimePasswordSmtpSenderNode", properties, state)).outbox).toMatchObject([{ to }]);
  });

  it("OneTimePasswordSmtpSenderNode keeps the address that it has looked up", async () => {
    expect((await send("OneTimePasswordSmtpSenderNode", {}, known)).state.shared.emailAddress).toBe("demo@example.com");
  });

  it.each<[Values, string]>([
    [{}, "+41 1"],
    [{ mobilePhoneAttributeName: "" }, "+41 1"],
    [{ mobileCarrierAttributeName: "carrier" }, "+41 1@sms.example"],
    [{ mobileCarrierAttributeName: "missing" }, "+41 1"],
  ])("OneTimePasswordSmsSenderNode with %j sends to %s", async (properties, to) => {
    expect((await send("OneTimePasswordSmsSenderNode", properties, known)).outbox).toMatchObject([{ to }]);
  });

  it.each<[string, Values, string]>([
    ["OneTimePasswordSmtpSenderNode", {}, "Failed to get identity with provided user name"],
    ["OneTimePasswordSmsSenderNode", {}, "Failed to get identity with provided user name"],
    ["OneTimePasswordSmtpSenderNode", { ...known, oneTimePassword: null }, "One time password not found"],
    ["OneTimePasswordSmsSenderNode", { ...known, oneTimePassword: null }, "One time password not found"],
  ])("%s with %j throws", async (type, state, message) => {
    expect(outcomeOf(await send(type, {}, state))).toBe(message);
  });

  it("throw for a user without an address", async () => {
    const { mail: _, ...rest } = demo;
    expect(outcomeOf(await send("OneTimePasswordSmtpSenderNode", {}, known, rest))).toBe(
      "Failed to find an email address for the specified user.",
    );
    expect(outcomeOf(await send("OneTimePasswordSmsSenderNode", {}, known, demo))).toBe("User phone number not found");
  });
});
