import { describe, expect, it } from "vitest";
import { demo, outcomeOf, runNode, shownBy } from "../../support/run-node.js";

const yesNo = ["true", "false"];
const one = ["outcome"];

describe("credentials (facts: behaviour.md section 3)", () => {
  it("UsernameCollectorNode asks until there is a name", async () => {
    const run = await runNode("UsernameCollectorNode", one);
    expect(shownBy(run)).toEqual(["NameCallback: User Name"]);
    await run.submit("Node", { Node: "" });
    expect(run.status).toBe("waiting");
    await run.submit("Node", { Node: "demo" });
    expect(run.state.shared.username).toBe("demo");
  });

  it("PasswordCollectorNode keeps the password in transient state", async () => {
    const run = await runNode("PasswordCollectorNode", one);
    expect(shownBy(run)).toEqual(["PasswordCallback: Password"]);
    await run.submit("Node", { Node: "pw" });
    expect(JSON.stringify(run.state.shared)).not.toContain("pw");
  });

  it.each([
    [{}, "false", undefined],
    [{ "X-OpenAM-Username": "demo", "X-OpenAM-Password": "pw" }, "true", "demo"],
    [{ "x-openam-username": "=?UTF-8?B?ZGVtw7Y=?=" }, "true", "demö"],
  ])("ZeroPageLoginNode with %j", async (headers, outcome, username) => {
    const run = await runNode("ZeroPageLoginNode", yesNo, {}, { world: { request: { headers } } });
    expect(outcomeOf(run)).toBe(outcome);
    expect(run.state.shared.username).toBe(username);
  });

  it.each([
    ["demo", "Old-passw0rd", "true"],
    ["d3m0", "Old-passw0rd", "true"],
    ["demo", "wrong", "false"],
    ["demo", "", "false"],
    ["ghost", "Old-passw0rd", "false"],
    ["demo", undefined, "Unable to authenticate"],
  ])("DataStoreDecisionNode: %s with %s", async (username, password, outcome) => {
    const state = { username, ...(password !== undefined && { password }) };
    expect(outcomeOf(await runNode("DataStoreDecisionNode", yesNo, {}, { state }))).toBe(outcome);
  });

  it.each(["IdentityStoreDecisionNode", "LdapDecisionNode"])("%s tells locked from wrong", async (type) => {
    const outcomes = ["TRUE", "FALSE", "LOCKED", "CANCELLED", "EXPIRED"];
    const drive = (password: string, more = {}) =>
      runNode(type, outcomes, {}, { world: { users: [{ ...demo, ...more }] }, state: { username: "demo", password } });
    expect(outcomeOf(await drive("Old-passw0rd"))).toBe("TRUE");
    const wrong = await drive("x");
    expect(outcomeOf(wrong)).toBe("FALSE");
    expect(wrong.state.shared.errorMessage).toBe("Login failure");
    const locked = await drive("Old-passw0rd", { accountStatus: "inactive" });
    expect(outcomeOf(locked)).toBe("LOCKED");
    expect(locked.state.shared.lockoutMessage).toBe("User Locked Out.");
  });

  it("IdentityStoreDecisionNode may call the user by id from then on", async () => {
    const state = { username: "demo", password: "Old-passw0rd" };
    const run = await runNode("IdentityStoreDecisionNode", ["TRUE"], { useUniversalIdForUsername: true }, { state });
    expect(run.state.shared.username).toBe("d3m0");
  });

  it("AnonymousUserNode and AnonymousSessionUpgradeNode go on", async () => {
    const run = await runNode("AnonymousUserNode", one, { anonymousUserName: "anyone" });
    expect(run.state.shared.username).toBe("anyone");
    expect(outcomeOf(await runNode("AnonymousSessionUpgradeNode", one))).toBe("outcome");
  });

  it("AccountLockoutNode locks and unlocks, and AccountActiveDecisionNode sees it", async () => {
    const state = { username: "demo" };
    const locked = await runNode("AccountLockoutNode", one, { lockAction: "LOCK" }, { state });
    const { world } = locked;
    expect(outcomeOf(await runNode("AccountActiveDecisionNode", yesNo, {}, { world, state }))).toBe("false");
    await runNode("AccountLockoutNode", one, { lockAction: "UNLOCK" }, { world, state });
    expect(outcomeOf(await runNode("AccountActiveDecisionNode", yesNo, {}, { world, state }))).toBe("true");
    expect(outcomeOf(await runNode("AccountActiveDecisionNode", yesNo))).toBe("Failed to get the identity object");
    expect((await runNode("AccountLockoutNode", one, {}, { state: { username: "ghost" } })).status).toBe("error");
  });
});

describe("one-time passwords (facts: behaviour.md section 5)", () => {
  it("OneTimePasswordGeneratorNode makes as many digits as it is told", async () => {
    const run = await runNode("OneTimePasswordGeneratorNode", one, { length: 6 });
    expect(outcomeOf(run)).toBe("outcome");
    expect(run.state.shared).not.toHaveProperty("oneTimePassword");
  });

  it.each([
    ["12345678", 0, "true"],
    ["87654321", 0, "false"],
    ["12345678", 6 * 60, "false"],
  ])("OneTimePasswordCollectorDecisionNode: %s after %i seconds", async (code, seconds, outcome) => {
    const state = { oneTimePassword: "12345678", oneTimePasswordTimestamp: 1_767_225_600 };
    const world = { times: { journeyMinutes: 60 } };
    const run = await runNode(
      "OneTimePasswordCollectorDecisionNode",
      yesNo,
      { passwordExpiryTime: 5 },
      { state, world },
    );
    expect(shownBy(run)).toEqual(["PasswordCallback: One Time Password"]);
    await run.submit("Node", { Node: "" });
    expect(run.status).toBe("waiting");
    run.wait(seconds * 1000);
    await run.submit("Node", { Node: code });
    expect(outcomeOf(run)).toBe(outcome);
    expect("oneTimePassword" in run.state.shared).toBe(outcome === "false");
  });

  it("senders need a code, a user and an address", async () => {
    const state = { oneTimePassword: "123", username: "demo" };
    const mail = await runNode(
      "OneTimePasswordSmtpSenderNode",
      one,
      { emailSubject: { en: "Code" }, emailContent: { en: "It is {{OTP}}." } },
      { state },
    );
    expect(mail.outbox).toMatchObject([{ kind: "email", to: "demo@example.com", subject: "Code", text: "It is 123." }]);
    const sms = await runNode(
      "OneTimePasswordSmsSenderNode",
      one,
      { mobilePhoneAttributeName: "telephoneNumber" },
      {
        state,
        world: { users: [{ ...demo, telephoneNumber: "+41 1" }] },
      },
    );
    expect(sms.outbox).toMatchObject([{ kind: "sms", to: "+41 1", text: "Your One Time Password: 123" }]);
    for (const type of ["OneTimePasswordSmtpSenderNode", "OneTimePasswordSmsSenderNode"]) {
      expect((await runNode(type, one, {}, { state: { username: "demo" } })).status).toBe("error");
      expect((await runNode(type, one, {}, { state: { oneTimePassword: "1" } })).status).toBe("error");
    }
    const typed = await runNode(
      "OneTimePasswordSmtpSenderNode",
      one,
      {},
      { state: { oneTimePassword: "1", emailAddress: "a@b.c" } },
    );
    expect(typed.outbox).toMatchObject([{ to: "a@b.c" }]);
  });
});
