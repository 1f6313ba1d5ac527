import { describe, expect, it } from "vitest";
import { fromBase32, oneTimeCode, toBase32 } from "../../../src/runtime/identity/one-time-code.js";
import { currentCode, simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, outcomeOf, runNode, shownBy } from "../../support/run-node.js";

const state = { username: "demo" };
const one = ["outcome"];
const oath = ["successOutcome", "failureOutcome", "notRegisteredOutcome", "recoveryCodeOutcome"];

describe("one-time codes", () => {
  const secret = new TextEncoder().encode("12345678901234567890");

  it.each([
    [0, "755224"],
    [1, "287082"],
    [9, "520489"],
  ])("HOTP of RFC 4226, appendix D: counter %i", async (counter, code) => {
    expect(await oneTimeCode(secret, counter, { digits: 6, hash: "SHA-1" })).toBe(code);
  });

  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [20_000_000_000, "65353130"],
  ])("TOTP of RFC 6238, appendix B: second %i", async (second, code) => {
    expect(await oneTimeCode(secret, Math.floor(second / 30), { digits: 8, hash: "SHA-1" })).toBe(code);
  });

  it("base 32 of RFC 4648, there and back", () => {
    expect(toBase32(new TextEncoder().encode("foobar"))).toBe("MZXW6YTBOI");
    expect(new TextDecoder().decode(fromBase32("MZXW6YTBOI"))).toBe("foobar");
  });
});

describe("authenticator apps (facts: behaviour.md section 7)", () => {
  const register = async () => {
    const run = await runNode("OathRegistrationNode", ["successOutcome", "failureOutcome"], {}, { state });
    expect(run.step?.callbacks.map(({ type }) => type)).toEqual([
      "TextOutputCallback",
      "TextOutputCallback",
      "HiddenValueCallback",
      "ConfirmationCallback",
    ]);
    await run.submit("Node", { Node: "Next" });
    expect(outcomeOf(run)).toBe("successOutcome");
    return run.world;
  };

  it("are registered once, and their codes work once", async () => {
    const world = await register();
    expect(outcomeOf(await runNode("OathRegistrationNode", ["successOutcome"], {}, { world, state }))).toBe(
      "successOutcome",
    );
    const verify = async (code: string) => {
      const run = await runNode("OathTokenVerifierNode", oath, {}, { world, state });
      expect(shownBy(run)[0]).toBe("NameCallback: Enter verification code");
      await run.submit("Node", { "Enter verification code": code });
      return outcomeOf(run);
    };
    const code = (await currentCode(world, "demo")) ?? "";
    expect(await verify("000000")).toBe("failureOutcome");
    expect(await verify(code)).toBe("successOutcome");
    expect(await verify(code)).toBe("failureOutcome");
    world.clock.advance(30_000 * 5);
    expect(await verify((await currentCode(world, "demo")) ?? "")).toBe("successOutcome");
  });

  it("need a user, and a registration", async () => {
    expect(outcomeOf(await runNode("OathTokenVerifierNode", oath, {}, { state }))).toBe("notRegisteredOutcome");
    expect((await runNode("OathTokenVerifierNode", oath)).status).toBe("error");
    expect((await runNode("OathRegistrationNode", oath)).problem?.message).toBe("Expected username to be set.");
    expect(outcomeOf(await runNode("OathDeviceStorageNode", oath, {}, { state }))).toBe("failureOutcome");
  });

  it("may be stored later, and recovery codes shown", async () => {
    const journey = machine("Later", {
      Register: {
        type: "OathRegistrationNode",
        properties: { postponeDeviceProfileStorage: true },
        on: { successOutcome: "Verify", failureOutcome: "failure" },
      },
      Verify: { type: "OathTokenVerifierNode", on: { successOutcome: "Store", failureOutcome: "failure" } },
      Store: { type: "OathDeviceStorageNode", on: { successOutcome: "Show", failureOutcome: "failure" } },
      Show: { type: "RecoveryCodeDisplayNode", on: { outcome: "success" } },
    });
    const run = await simulate(journey, { users: [demo] }, { state });
    await run.submit("Register", { Register: "Next" });
    const device = run.state.shared.oathDeviceProfile as { secret: string };
    const interval = Math.floor(run.world.clock.now / 30_000);
    const code = await oneTimeCode(fromBase32(device.secret), interval, { digits: 6, hash: "SHA-1" });
    await run.submit("Verify", { Verify: code });
    expect(shownBy(run)[0]).toMatch(/recovery codes( [A-Z2-9]{10}){10}$/);
    await run.submit("Show");
    expect(run.status).toBe("success");
  });

  it("let the user in by a recovery code, each once", async () => {
    const world = await register();
    const [device] = world.identities.get("d3m0")!.oathDeviceProfiles as [{ recoveryCodes: string[] }];
    const use = async (code: string) => {
      const run = await runNode("RecoveryCodeCollectorDecisionNode", ["true", "false"], {}, { world, state });
      await run.submit("Node", { "Recovery Code": code });
      return outcomeOf(run);
    };
    expect([await use(device.recoveryCodes[0]!), await use(device.recoveryCodes[0]!)]).toEqual(["true", "false"]);
    const offered = await runNode("OathTokenVerifierNode", oath, { isRecoveryCodeAllowed: true }, { world, state });
    await offered.submit("Node", { Node: ["", "Use recovery code"] });
    expect(outcomeOf(offered)).toBe("recoveryCodeOutcome");
  });

  it("may be put off", async () => {
    const outcomes = ["registerOutcome", "getAppOutcome", "skipOutcome", "optOutOutcome"];
    const run = await runNode("MultiFactorRegistrationOptionsNode", outcomes, {});
    await run.submit("Node", { Node: "Opt-out" });
    expect(outcomeOf(run)).toBe("optOutOutcome");
    const mandatory = await runNode("MultiFactorRegistrationOptionsNode", outcomes, { mandatory: true });
    expect(mandatory.step?.callbacks[1]?.output[2]?.value).toHaveLength(2);
    const out = await runNode("OptOutMultiFactorAuthenticationNode", one, {}, { state });
    expect(out.world.identities.get("d3m0")).toHaveProperty("skipMultiFactorAuthentication", true);
    const app = await runNode("GetAuthenticatorAppNode", one, { appleLink: "A", googleLink: "G" });
    expect(shownBy(app)[0]).toContain("Get the app from the A or on G");
    await app.submit("Node");
    expect(app.status).toBe("success");
  });
});

describe("device profiles (facts: behaviour.md section 7)", () => {
  const profile = {
    identifier: "dev-1",
    metadata: { platform: { jailBreakScore: 0.2 }, browser: "a" },
    location: { latitude: 46.95, longitude: 7.45 },
  };
  const withProfile = { ...state, "forgeRock.device.profile": profile };

  it.each([
    ["not json", "The device profile is not JSON"],
    ['{"metadata":{}}', "Device Identifier is not captured"],
    ["x".repeat(4000), "Captured data exceed maximum accepted size"],
  ])("DeviceProfileCollectorNode throws for %.20s", async (text, message) => {
    const run = await runNode("DeviceProfileCollectorNode", one, { maximumSize: "3" });
    await run.submit("Node", { Node: text });
    expect(run.problem?.message).toBe(message);
  });

  it("are collected, saved and found again", async () => {
    const run = await runNode("DeviceProfileCollectorNode", one, {});
    await run.submit("Node", { Node: JSON.stringify(profile) });
    expect(run.state.shared["forgeRock.device.profile"]).toEqual(profile);
    const saved = await runNode("DeviceSaveNode", one, {}, { state: withProfile });
    const { world } = saved;
    const match = async (metadata: object, properties = {}) => {
      const given = { ...state, "forgeRock.device.profile": { ...profile, metadata } as never };
      return outcomeOf(
        await runNode("DeviceMatchNode", ["true", "false", "unknownDevice"], properties, { world, state: given }),
      );
    };
    expect(await match(profile.metadata)).toBe("true");
    expect(await match({ ...profile.metadata, browser: "b" })).toBe("false");
    expect(await match({ ...profile.metadata, browser: "b" }, { acceptableVariance: 1 })).toBe("true");
    world.clock.advance(31 * 86_400_000);
    expect(await match(profile.metadata)).toBe("false");
  });

  it("are compared by place", async () => {
    const { world } = await runNode("DeviceSaveNode", one, {}, { state: withProfile });
    const at = (latitude: number) => ({
      ...state,
      "forgeRock.device.profile": { ...profile, location: { latitude, longitude: 7.45 } },
    });
    const outcomes = ["true", "false", "unknownDevice"];
    const match = async (latitude: number) =>
      outcomeOf(await runNode("DeviceLocationMatchNode", outcomes, { distance: "10" }, { world, state: at(latitude) }));
    expect([await match(46.96), await match(47.5)]).toEqual(["true", "false"]);
    expect(outcomeOf(await runNode("DeviceLocationMatchNode", outcomes, {}, { state: at(47) }))).toBe("unknownDevice");
    const fence = async (locations: string[]) =>
      outcomeOf(
        await runNode("DeviceGeoFencingNode", ["true", "false"], { locations, distance: "10" }, { state: at(46.95) }),
      );
    expect([await fence(["46.9,7.4"]), await fence(["10,10", "x"])]).toEqual(["true", "false"]);
    expect((await runNode("DeviceGeoFencingNode", ["true"])).status).toBe("error");
  });

  it.each([
    ["0", "false"],
    ["0.2", "true"],
  ])("DeviceTamperingVerificationNode with a score of %s", async (score, outcome) => {
    expect(
      outcomeOf(await runNode("DeviceTamperingVerificationNode", ["true", "false"], { score }, { state: withProfile })),
    ).toBe(outcome);
  });
});

describe("ConfigProviderNode (facts: behaviour.md section 1)", () => {
  const journey = machine(
    "Config",
    {
      C: {
        type: "ConfigProviderNode",
        properties: { nodeType: "SetStateNode", script: "s" },
        on: { outcome: "success", CONFIGURATION_FAILED: "failure" },
      },
    },
    { settings: { noSession: true }, scripts: [{ id: "s", name: "s", body: "", properties: {} }] },
  );

  it("runs the node that the script sets up", async () => {
    const run = await simulate(
      journey,
      {},
      { scripts: { run: () => ({ kind: "done", config: { attributes: { a: "1" } } }) } },
    );
    expect(run.status).toBe("success");
    expect(run.state.shared.a).toBe("1");
    const failed = await simulate(journey, {}, { scripts: { run: () => ({ kind: "error", message: "x" }) } });
    expect(failed.status).toBe("failure");
    expect((await simulate(journey)).status).toBe("stub");
  });
});
