import { describe, expect, it } from "vitest";
import { type ManagedObject, type Run, simulate, World } from "../../src/runtime/index.js";
import {
  forgottenUsernameMachine,
  loginMachine,
  progressiveProfileMachine,
  registrationMachine,
  resetPasswordMachine,
  updatePasswordMachine,
} from "../support/template-machines.js";

const demo: ManagedObject = {
  _id: "d3m0",
  userName: "demo",
  mail: "demo@example.com",
  givenName: "Dee",
  sn: "Emo",
  password: "Old-passw0rd",
};
const passwordOf = (run: Run) => run.world.identities.get("d3m0")?.password;
const linkNotFound =
  "org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException: Token not found. It may have expired.";
const nodesOf = (run: Run) => run.path.map(({ node, outcome }) => `${node}.${outcome}`);

describe("ResetPassword (facts: reset-password.md, behaviour.md section 8)", () => {
  const begin = () => simulate(resetPasswordMachine, { users: [demo] });
  const toNewPassword = async () => {
    const run = await begin();
    await run.submit("AskEmail", { mail: "demo@example.com" });
    await run.resume();
    return run;
  };

  it("begins with the documented sample, byte by byte", async () => {
    const run = await begin();
    expect(JSON.stringify(run.step, null, 2)).toBe(
      JSON.stringify(
        {
          callbacks: [
            {
              type: "StringAttributeInputCallback",
              output: [
                { name: "name", value: "mail" },
                { name: "prompt", value: "Email Address" },
                { name: "required", value: true },
                { name: "policies", value: {} },
                { name: "failedPolicies", value: [] },
                { name: "validateOnly", value: false },
                { name: "value", value: "" },
              ],
              input: [
                { name: "IDToken1", value: "" },
                { name: "IDToken1validateOnly", value: false },
              ],
              _id: 0,
            },
          ],
          header: "Reset Password",
          description: 'Enter your email address or <a href="#/service/Login">Sign in</a>',
        },
        null,
        2,
      ),
    );
  });

  it("gives a known user a new password", async () => {
    const run = await begin();
    await run.submit("AskEmail", { mail: "demo@example.com" });
    expect(run.status).toBe("suspended");
    expect(run.outbox).toMatchObject([{ kind: "email", to: "demo@example.com", template: "resetPassword" }]);
    await run.resume();
    expect(run.at?.node).toBe("NewPassword");
    await run.submit("NewPassword", { Password: "New-passw0rd" });
    expect(run.status).toBe("success");
    expect(passwordOf(run)).toBe("New-passw0rd");
    expect(run.session).toMatchObject({ username: "demo", realm: "/alpha" });
    expect(run.body).toEqual({ successUrl: "/enduser/?realm=/alpha", realm: "/alpha" });
    expect(nodesOf(run)).toEqual([
      "AskEmail.outcome",
      "FindUser.true",
      "SendLink.outcome",
      "NewPassword.outcome",
      "SavePassword.PATCHED",
    ]);
  });

  it("shows an unknown user exactly what a known one sees, and mails nothing", async () => {
    const known = await begin();
    const unknown = await begin();
    await known.submit("AskEmail", { mail: "demo@example.com" });
    await unknown.submit("AskEmail", { mail: "nobody@example.com" });
    expect(JSON.stringify(unknown.step)).toBe(JSON.stringify(known.step));
    expect(unknown.status).toBe(known.status);
    expect(unknown.outbox).toEqual([]);
    expect(unknown.state.shared.username).toBeUndefined();
    await expect(unknown.resume()).rejects.toThrow("none was sent");
  });

  it("asks again for a weak password, with ids never used before", async () => {
    const run = await toNewPassword();
    await run.submit("NewPassword", { Password: "short" });
    expect(run.status).toBe("waiting");
    const [callback] = run.step?.callbacks ?? [];
    expect(callback?._id).toBe(1);
    expect(callback?.input?.[0]).toEqual({ name: "IDToken1", value: "" });
    expect(callback?.output.find(({ name }) => name === "failedPolicies")?.value).toContain(
      '{ "params": {"minLength":8}, "policyRequirement":"MIN_LENGTH" }',
    );
    expect(passwordOf(run)).toBe("Old-passw0rd");
  });

  it("refuses a password with the user's name in it", async () => {
    const run = await toNewPassword();
    await run.submit("NewPassword", { Password: "Demo-passw0rd" });
    expect(JSON.stringify(run.step)).toContain("CANNOT_CONTAIN_OTHERS");
  });

  it("takes a link once", async () => {
    const run = await toNewPassword();
    await run.resume();
    expect(run.status).toBe("failure");
    expect(run.body).toEqual({ code: 401, reason: "Unauthorized", message: linkNotFound });
  });

  it("does not take a link that is too old", async () => {
    const run = await begin();
    await run.submit("AskEmail", { mail: "demo@example.com" });
    run.wait(1441 * 60_000);
    await run.resume();
    expect(run).toMatchObject({ status: "failure", message: linkNotFound });
  });

  it("fails when the object cannot be patched", async () => {
    const run = await toNewPassword();
    run.world.identities.patch("d3m0", { mail: "demo@example.com" });
    // Somebody else has got the user name in the meantime.
    run.world.identities.create({ userName: "other", mail: "x@example.com" }, run.world.clock.text());
    run.world.identities.patch("d3m0", { userName: "demo2" });
    run.world.identities.create({ userName: "demo", mail: "y@example.com" }, run.world.clock.text());
    await run.submit("NewPassword", { Password: "New-passw0rd" });
    expect(run).toMatchObject({ status: "failure", message: "Policy validation failed" });
    expect(run.detail).toEqual({ failureUrl: "" });
  });
});

describe("Login (facts: behaviour.md sections 2 to 4)", () => {
  const begin = (more: ManagedObject = {}) =>
    simulate(loginMachine, { users: [{ ...demo, ...more }] }, { inner: [progressiveProfileMachine] });
  const signIn = (run: Run, password: string, name = "demo") =>
    run.submit("SignIn", { Name: name, Password: password });

  it("signs on and counts", async () => {
    const run = await begin();
    await signIn(run, "Old-passw0rd");
    expect(run.status).toBe("success");
    expect(nodesOf(run)).toEqual(["SignIn.outcome", "Check.true", "Count.outcome", "Profile.true", "Often.false"]);
    expect(run.session?.universalId).toBe("id=d3m0,ou=user,o=alpha,ou=services,ou=am-config");
  });

  it("asks for the profile at the third sign-on, in the inner journey", async () => {
    const run = await begin({ loginCount: 2 });
    await signIn(run, "Old-passw0rd");
    expect(run.at).toEqual({ journey: "ProgressiveProfile", node: "Preferences" });
    expect(run.step?.header).toBe("Please select your preferences");
    await run.submit("Preferences", { "preferences/updates": true });
    expect(run.status).toBe("success");
    expect(run.world.identities.get("d3m0")?.preferences).toEqual({ updates: true, marketing: false });
  });

  it("retries as often as the limit says, then locks the account", async () => {
    const run = await begin();
    for (const _ of [1, 2, 3]) await signIn(run, "wrong");
    expect(run.status).toBe("failure");
    expect(nodesOf(run).filter((step) => step.startsWith("Retry"))).toEqual([
      "Retry.Retry",
      "Retry.Retry",
      "Retry.Reject",
    ]);
    expect(run.world.identities.get("d3m0")?.accountStatus).toBe("inactive");
    const again = await simulate(loginMachine, run.world, { inner: [progressiveProfileMachine] });
    await signIn(again, "Old-passw0rd");
    expect(again.at?.node).toBe("SignIn");
  });

  it("forgets the count when the user gets in", async () => {
    const run = await begin();
    await signIn(run, "wrong");
    expect(run.world.identities.get("d3m0")?.retryLimitNodeCount).toEqual(["id-Retry=1"]);
    await signIn(run, "Old-passw0rd");
    expect(run.world.identities.get("d3m0")?.retryLimitNodeCount).toEqual([]);
  });

  it("tells a wrong password and an unknown user apart in nothing", async () => {
    const wrong = await begin();
    const unknown = await begin();
    await signIn(wrong, "wrong", "demo");
    await signIn(unknown, "wrong", "ghost");
    expect(JSON.stringify(unknown.step)).toBe(JSON.stringify(wrong.step));
  });
});

describe("Registration (facts: behaviour.md section 2)", () => {
  const world = { terms: { version: "1.0", text: "Be good." } };
  const answers = {
    Name: "newbie",
    givenName: "New",
    sn: "Bie",
    mail: "newbie@example.com",
    Password: "Str0ng-pass",
    Questions: { question: "What's your favorite color?", answer: "Blue" },
    Terms: true,
  };

  it("makes a user, whose security answer is a hash", async () => {
    const run = await simulate(registrationMachine, world);
    await run.submit("SignUp", answers);
    expect(run.status).toBe("success");
    const user = run.world.identities.findUser("newbie");
    expect(user).toMatchObject({
      userName: "newbie",
      sn: "Bie",
      password: "Str0ng-pass",
      preferences: { updates: false },
    });
    expect(user?.termsAccepted).toMatchObject({ termsVersion: "1.0" });
    expect(user?.kbaInfo).toMatchObject([{ questionId: "1", answer: { $crypto: { type: "salted-hash" } } }]);
    expect(JSON.stringify(user?.kbaInfo)).not.toContain("Blue");
    expect(user && run.world.identities.metaOf(user).loginCount).toBe(1);
  });

  it("sends the page again with what is right kept, and passwords empty", async () => {
    const run = await simulate(registrationMachine, { ...world, users: [demo] });
    await run.submit("SignUp", { ...answers, Name: "demo" });
    expect(run.at?.node).toBe("SignUp");
    const [name, given, , , , password] = run.step?.callbacks ?? [];
    expect(JSON.stringify(name)).toContain('\\"policyRequirement\\":\\"UNIQUE\\"');
    expect(name?._id).toBe(8);
    expect(given).toMatchObject({ _id: 1, input: [{ name: "IDToken2", value: "New" }, {}] });
    expect(given?.output.at(-1)).toEqual({ name: "value", value: "New" });
    expect(password).toMatchObject({ _id: 5, input: [{ name: "IDToken6", value: "" }, {}] });
    await run.submit("SignUp", { Name: "newbie", Password: "Str0ng-pass" });
    expect(run.status).toBe("success");
  });

  it("asks again until the terms are accepted", async () => {
    const run = await simulate(registrationMachine, world);
    await run.submit("SignUp", { ...answers, Terms: false });
    expect(run.at?.node).toBe("SignUp");
  });

  it("fails when an attribute is missing that every user must have", async () => {
    const run = await simulate(registrationMachine, { ...world, schema: { telephoneNumber: { required: true } } });
    await run.submit("SignUp", answers);
    expect(run).toMatchObject({ status: "failure", message: "Login failure" });
  });

  it("errs without terms: the node throws", async () => {
    const run = await simulate(registrationMachine, { terms: null });
    expect(run).toMatchObject({
      status: "error",
      problem: { message: "Terms configuration not found", node: "SignUp" },
    });
  });
});

describe("ForgottenUsername and UpdatePassword (facts: behaviour.md sections 2 and 4)", () => {
  it("mails the user name, then signs on", async () => {
    const emailTemplates = {
      forgottenUsername: { subject: { en: "Your name" }, message: { en: "{{object.userName}}" } },
    };
    const inner = [loginMachine, progressiveProfileMachine];
    const run = await simulate(forgottenUsernameMachine, { users: [demo], emailTemplates }, { inner });
    await run.submit("AskEmail", { mail: "DEMO@example.com" });
    expect(run.outbox).toMatchObject([{ subject: "Your name", text: "demo" }]);
    await run.resume();
    expect(run.at).toEqual({ journey: "Login", node: "SignIn" });
    await run.submit("SignIn", { Name: "demo", Password: "Old-passw0rd" });
    expect(run.status).toBe("success");
  });

  it("changes the password of the session's user", async () => {
    const run = await simulate(updatePasswordMachine, { users: [demo], session: { username: "demo" } });
    await run.submit("Old", { Present: "Old-passw0rd" });
    await run.submit("New", { Password: "New-passw0rd" });
    expect(run.status).toBe("success");
    expect(passwordOf(run)).toBe("New-passw0rd");
  });

  it("fails for a wrong present password", async () => {
    const run = await simulate(updatePasswordMachine, { users: [demo], session: { username: "demo" } });
    await run.submit("Old", { Present: "guess" });
    expect(run.status).toBe("failure");
    expect(passwordOf(run)).toBe("Old-passw0rd");
  });

  it("errs without a session: nobody is there to look up", async () => {
    const run = await simulate(updatePasswordMachine, new World({ users: [demo] }));
    expect(run.problem?.message).toBe("userName not present in state");
  });
});
