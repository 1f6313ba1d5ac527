import { describe, expect, it } from "vitest";
import { machineIdentifier } from "../../../src/write/machine/machine-identifier.js";

describe("machineIdentifier", () => {
  it.each([
    ["ResetPassword", "ResetPassword"],
    ["reset password", "resetPassword"],
    ["Login - step_up (v2)", "LoginStep_upV2"],
    ["2fa", "_2fa"],
    ["default", "default_"],
    ["JourneyMachine", "JourneyMachine_"],
    ["größe", "größe"],
    ["名前", "名前"],
    ["***", "Journey"],
    ["", "Journey"],
  ])("makes %j %j", (name, expected) => {
    expect(machineIdentifier(name)).toBe(expected);
  });
});
