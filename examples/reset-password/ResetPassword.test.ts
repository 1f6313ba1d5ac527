import "journeyc/vitest";
import { simulate } from "journeyc/runtime";
import { describe, expect, test } from "vitest";
import { ResetPassword } from "./ResetPassword.machine.js";

const users = [{ userName: "demo", mail: "demo@example.com", password: "Old-passw0rd" }];

describe("ResetPassword", () => {
  test("a known user gets a new password", async () => {
    const run = await simulate(ResetPassword, { users });
    expect(run).toBeAt("AskEmail");

    await run.submit("AskEmail", { mail: "demo@example.com" });
    expect(run).toBeSuspended();
    expect(run).toHaveMailed({ to: "demo@example.com", template: "resetPassword" });

    await run.resume();
    await run.submit("NewPassword", { Password: "New-passw0rd" });
    expect(run).toHaveSucceeded();
    expect(run).toHaveUser("demo", { password: "New-passw0rd" });
    expect(run).toHaveTaken(["AskEmail", "FindUser.true", "SendLink", "NewPassword", "SavePassword.PATCHED"]);
  });

  test("nobody learns whether an account exists", async () => {
    const known = await simulate(ResetPassword, { users });
    const unknown = await simulate(ResetPassword, { users });
    await known.submit("AskEmail", { mail: "demo@example.com" });
    await unknown.submit("AskEmail", { mail: "nobody@example.com" });
    expect(unknown.step).toEqual(known.step);
    expect(unknown).not.toHaveMailed();
  });

  test("a weak password is asked for again", async () => {
    const run = await simulate(ResetPassword, { users });
    await run.submit("AskEmail", { mail: "demo@example.com" });
    await run.resume();
    await run.submit("NewPassword", { Password: "weak" });
    expect(run).toBeAt("NewPassword");
  });
});
