import { describe, expect, it } from "vitest";
import { World } from "../../../src/runtime/index.js";
import { demo, outcomeOf, runNode, type Values } from "../../support/run-node.js";

const day = 86_400_000;
const now = 1_767_225_600_000;
const needs = (part: string) => `Device Profile Collector Node to collect device attribute is required: ${part}`;
const stateOf = (profile: Values | undefined) => ({
  username: "demo",
  ...(profile && { "forgeRock.device.profile": profile }),
});
const worldOf = (...deviceProfiles: readonly Values[]) => new World({ now, users: [{ ...demo, deviceProfiles }] });
const three = ["true", "false", "unknownDevice"];
const device = { identifier: "d", metadata: { a: 1 }, location: { latitude: 47, longitude: 7 } };

// All in facts: behaviour.md section 7, and the limits of each node's settings.
describe("DeviceTamperingVerificationNode", () => {
  const scored = (jailBreakScore: number) => ({ metadata: { platform: { jailBreakScore } } });
  it.each<[string, Values | undefined, string]>([
    ["0", scored(0), "true"],
    ["0", scored(0.01), "false"],
    ["0.5", scored(0.5), "true"],
    ["0.5", scored(0.51), "false"],
    ["1", { metadata: { platform: {} } }, "false"],
    ["1", { metadata: {} }, "false"],
    ["1", { identifier: "d" }, needs("metadata")],
    ["1", undefined, needs("metadata")],
  ])("at most %s, with %j: %s", async (score, profile, outcome) => {
    const more = { state: stateOf(profile) };
    expect(outcomeOf(await runNode("DeviceTamperingVerificationNode", ["true", "false"], { score }, more))).toBe(
      outcome,
    );
  });
});

describe("DeviceGeoFencingNode", () => {
  it.each<[Values, Values | undefined, string]>([
    [{ locations: ["47, 7"], distance: "1" }, device, "true"],
    // The distance must be smaller than the limit, so 0 lets nobody in.
    [{ locations: ["47,7"], distance: "0" }, device, "false"],
    [{ locations: ["47.08,7"] }, device, "true"],
    [{ locations: ["47.1,7"] }, device, "false"],
    [{ locations: ["0,0", "47,7"] }, device, "true"],
    [{ locations: [] }, device, "false"],
    [{ locations: ["47,7"] }, { metadata: {} }, needs("location")],
    [{ locations: ["47,7"] }, undefined, needs("location")],
  ])("with %j and %j: %s", async (properties, profile, outcome) => {
    const more = { state: stateOf(profile) };
    expect(outcomeOf(await runNode("DeviceGeoFencingNode", ["true", "false"], properties, more))).toBe(outcome);
  });
});

describe("DeviceMatchNode", () => {
  const used = (days: number) => ({ ...device, lastSelectedDate: now - days * day });
  it.each<[string, Values, Values | undefined, readonly Values[], string]>([
    ["the same", {}, device, [used(0)], "true"],
    ["one value differs", {}, { ...device, metadata: { a: 2 } }, [used(0)], "false"],
    ["one may differ", { acceptableVariance: 1 }, { ...device, metadata: { a: 2 } }, [used(0)], "true"],
    ["used 30 days ago", {}, device, [used(30)], "true"],
    ["used longer ago: not unknown", {}, device, [{ ...device, lastSelectedDate: now - 30 * day - 1 }], "false"],
    ["a limit of its own", { expiration: 1 }, device, [used(2)], "false"],
    ["another device", {}, device, [{ ...device, identifier: "e" }], "unknownDevice"],
    ["a stored one without metadata", {}, device, [{ identifier: "d" }], "unknownDevice"],
    ["no stored one", {}, device, [], "unknownDevice"],
    ["no metadata in state", {}, { identifier: "d" }, [used(0)], needs("metadata")],
    ["no identifier in state", {}, { metadata: {} }, [used(0)], needs("identifier")],
    ["nothing in state", {}, undefined, [used(0)], needs("metadata")],
  ])("%s", async (_, properties, profile, devices, outcome) => {
    const world = worldOf(...devices);
    expect(outcomeOf(await runNode("DeviceMatchNode", three, properties, { world, state: stateOf(profile) }))).toBe(
      outcome,
    );
  });

  it("notes that the device was used", async () => {
    const world = worldOf(used(3));
    await runNode("DeviceMatchNode", three, {}, { world, state: stateOf(device) });
    expect(world.identities.get("d3m0")?.deviceProfiles).toEqual([{ ...device, lastSelectedDate: now }]);
  });

  it("throws for an inactive user", async () => {
    const world = new World({ users: [{ ...demo, accountStatus: "inactive" }] });
    const run = await runNode("DeviceMatchNode", three, {}, { world, state: stateOf(device) });
    expect(outcomeOf(run)).toBe("User does not exist or inactive");
  });
});

describe("DeviceLocationMatchNode", () => {
  it.each<[string, Values, Values | undefined, readonly Values[], string]>([
    ["the same place", {}, device, [device], "true"],
    ["no distance allowed", { distance: "0" }, device, [device], "false"],
    ["far away", {}, { ...device, location: { latitude: 48, longitude: 7 } }, [device], "false"],
    ["a stored one without a place", {}, device, [{ identifier: "d" }], "unknownDevice"],
    ["no place in state", {}, { identifier: "d" }, [device], "unknownDevice"],
    ["no identifier in state", {}, { location: device.location }, [device], "unknownDevice"],
    ["nothing in state", {}, undefined, [device], "unknownDevice"],
  ])("%s", async (_, properties, profile, devices, outcome) => {
    const more = { world: worldOf(...devices), state: stateOf(profile) };
    expect(outcomeOf(await runNode("DeviceLocationMatchNode", three, properties, more))).toBe(outcome);
  });
});

describe("DeviceSaveNode", () => {
  const save = async (properties: Values, profile: Values, world: World, more: Values = {}) => {
    const run = await runNode("DeviceSaveNode", ["outcome"], properties, {
      world,
      state: { ...stateOf(profile), ...more },
    });
    return run.problem?.message ?? world.identities.get("d3m0")?.deviceProfiles;
  };
  const saved = { ...device, lastSelectedDate: now };

  it.each<[string, Values, Values, Values, unknown]>([
    ["everything", {}, device, {}, [saved]],
    ["other parts are not stored", {}, { ...device, extra: 1 }, {}, [saved]],
    [
      "no metadata",
      { saveDeviceMetadata: false },
      device,
      {},
      [{ identifier: "d", location: device.location, lastSelectedDate: now }],
    ],
    ["a name from state", { variableName: "n" }, device, { n: "Mine" }, [{ ...saved, alias: "Mine" }]],
    ["an empty name", { variableName: "n" }, device, { n: "" }, [saved]],
    ["no identifier", {}, { metadata: {} }, {}, needs("identifier")],
  ])("%s", async (_, properties, profile, more, devices) => {
    expect(await save(properties, profile, worldOf(), more)).toEqual(devices);
  });

  it("takes the device's own name", async () => {
    const metadata = { platform: { deviceName: "Phone" } };
    expect(await save({}, { ...device, metadata }, worldOf())).toMatchObject([{ alias: "Phone" }]);
  });

  it("keeps the devices that were used last", async () => {
    const old = (identifier: string, days: number) => ({ identifier, lastSelectedDate: now - days * day });
    const world = worldOf(old("a", 1), old("b", 9), old("c", 2));
    const devices = await save({ maxSavedProfiles: 3 }, device, world);
    expect((devices as { identifier: string }[]).map(({ identifier }) => identifier)).toEqual(["a", "c", "d"]);
  });

  it("throws without an active user", async () => {
    const world = new World({ users: [{ ...demo, accountStatus: "inactive" }] });
    expect(await save({}, device, world)).toBe("User does not exist or inactive");
    expect(await save({}, device, new World())).toBe("User does not exist or inactive");
  });
});

describe("DeviceProfileCollectorNode", () => {
  const text = (length: number) => JSON.stringify({ identifier: "x".repeat(length - '{"identifier":""}'.length) });
  it.each<[Values, string, string]>([
    [{ maximumSize: "1" }, text(1024), "outcome"],
    [{ maximumSize: "1" }, text(1025), "Captured data exceed maximum accepted size"],
    [{ maximumSize: "0.5" }, text(513), "Captured data exceed maximum accepted size"],
    [{}, text(3072), "outcome"],
    [{}, text(3073), "Captured data exceed maximum accepted size"],
    [{ deviceLocation: true }, text(20), "outcome"],
    [{}, '{"metadata":{}}', "Device Identifier is not captured"],
    [{}, "", "(waiting)"],
  ])("with %j and %.30s: %s", async (properties, answer, outcome) => {
    const run = await runNode("DeviceProfileCollectorNode", ["outcome"], properties);
    await run.submit("Node", { Node: answer });
    expect(outcomeOf(run)).toBe(outcome);
  });
});
