import type { JWTPayload } from "jose";
import { describe, expect, it } from "vitest";
import { type AnyMachine, type JsonValue, type Run, simulate, World } from "../../../src/runtime/index.js";
import { servedBehaviours } from "../../../src/serve/third-parties/behaviours.js";
import { BoundKey } from "../../support/bound-key.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, type Values } from "../../support/run-node.js";

// Outcomes, state keys, claims and texts: facts/behaviour.md section 7, callbacks.json, and the node sources of AM 8.0.2.

const app = "com.example.app";
const userId = "id=d3m0,ou=user,o=alpha,ou=services,ou=am-config";
const ends = (outcomes: readonly string[]) =>
  Object.fromEntries(outcomes.map((each) => [each, each === "success" ? "success" : "failure"]));

function binding(properties: Values = {}): AnyMachine {
  const outcomes = ["success", "failure", "exceedDeviceLimit", "Unsupported", "Abort", "Timeout"];
  const node = { type: "DeviceBindingNode", properties: { applicationIds: [app], ...properties } };
  return machine("Bind", { Node: { ...node, on: ends(outcomes) } });
}

function signing(properties: Values = {}): AnyMachine {
  const outcomes = ["success", "failure", "noDeviceRegistered", "keyNotFound", "Abort", "ClientNotRegistered"];
  const node = { type: "DeviceSigningVerifierNode", properties: { applicationIds: [app], ...properties } };
  return machine("Sign", { Node: { ...node, on: ends(outcomes) } });
}

function begin(journey: AnyMachine, world: World, state: Values = { username: "demo" }): Promise<Run> {
  return simulate(journey, world, { state, behaviours: servedBehaviours });
}

function shown({ step }: Run): Values {
  return Object.fromEntries((step?.callbacks[0]?.output ?? []).map(({ name, value }) => [name, value]));
}

/** Sends the step with these inputs, by the ends of their names. */
async function answer(run: Run, inputs: Values): Promise<void> {
  const [callback] = run.step?.callbacks ?? [];
  const input = callback?.input?.map(({ name, value }) => ({
    name,
    value: inputs[name.replace("IDToken1", "")] ?? value,
  }));
  await run.submitCallbacks([{ ...callback!, input: input! }]);
}

/** The claims of the SDKs: who signs, for which application, and when. */
function claims(run: Run, world: World, more: Values = {}): JWTPayload {
  const now = Math.floor(world.clock.now / 1000);
  return { sub: userId, iss: app, challenge: String(shown(run).challenge), exp: now + 60, iat: now, nbf: now, ...more };
}

function outcomeOf({ path }: Run): string | undefined {
  return path[0]?.outcome;
}

async function bind(world: World, key: BoundKey, properties: Values = {}): Promise<Run> {
  const run = await begin(binding(properties), world);
  await answer(run, { jws: await key.sign(claims(run, world)), deviceId: "device-1", deviceName: "My phone" });
  return run;
}

async function boundWorld(key: BoundKey): Promise<World> {
  const world = new World({ users: [demo, { _id: "0th3r", userName: "other" }] });
  expect(outcomeOf(await bind(world, key))).toBe("success");
  return world;
}

function devices(world: World): readonly Values[] {
  return (world.identities.get("d3m0")?.boundDevices ?? []) as unknown as readonly Values[];
}

describe("DeviceBindingNode", () => {
  it("asks with the platform's texts, and a challenge of 32 bytes", async () => {
    const run = await begin(binding(), new World({ users: [demo] }));
    expect(run.step?.callbacks.map(({ type }) => type)).toEqual(["DeviceBindingCallback"]);
    expect(shown(run)).toEqual({
      userId,
      username: "demo",
      authenticationType: "BIOMETRIC_ALLOW_FALLBACK",
      challenge: expect.any(String),
      title: "Authentication required",
      subtitle: "Cryptography device binding",
      description: "Please complete with biometric to proceed",
      timeout: 60,
      attestation: false,
    });
    expect(atob(String(shown(run).challenge))).toHaveLength(32);
    expect(run.step?.callbacks[0]?.input?.map(({ name }) => name)).toEqual([
      "IDToken1jws",
      "IDToken1deviceName",
      "IDToken1deviceId",
      "IDToken1clientError",
    ]);
  });

  it("shows the node's own texts in the user's language", async () => {
    const world = new World({ users: [demo], request: { locales: ["de"] } });
    const run = await begin(binding({ title: { en: "Bind", de: "Binden" }, authenticationType: "NONE" }), world);
    expect(shown(run)).toMatchObject({ title: "Binden", authenticationType: "NONE" });
  });

  it.each(["ES256", "RS512"])("keeps the public key of a device that signs with %s", async (algorithm) => {
    const key = new BoundKey(algorithm);
    const world = await boundWorld(key);
    const [device] = devices(world);
    expect(device).toMatchObject({ deviceId: "device-1", deviceName: "My phone", key: { kid: key.id } });
    expect(Object.keys(device?.key as Values)).not.toContain("d");
  });

  it.each<[string, Values]>([
    ["another challenge", { challenge: btoa("another") }],
    ["another application", { iss: "com.example.other" }],
    ["a time that is over", { exp: Math.floor(Date.parse("2025-12-31T23:58:59Z") / 1000) }],
    ["a time that is yet to come", { nbf: Math.floor(Date.parse("2026-01-01T00:01:01Z") / 1000) }],
    ["a signature from the future", { iat: Math.floor(Date.parse("2026-01-01T00:01:01Z") / 1000) }],
    ["nobody", { sub: null }],
  ])("refuses %s", async (_, wrong) => {
    const world = new World({ users: [demo] });
    const run = await begin(binding(), world);
    await answer(run, { jws: await new BoundKey().sign(claims(run, world, wrong)), deviceId: "device-1" });
    expect(outcomeOf(run)).toBe("failure");
    expect(devices(world)).toEqual([]);
  });

  it("does not compare the subject with the user, as the platform's node: only a signature to sign in must name the user", async () => {
    const world = new World({ users: [demo] });
    const run = await begin(binding(), world);
    const jws = await new BoundKey().sign(claims(run, world, { sub: "id=0th3r,ou=user,o=alpha" }));
    await answer(run, { jws, deviceId: "device-1" });
    expect(outcomeOf(run)).toBe("success");
    expect(devices(world)).toHaveLength(1);
  });

  it("allows the clock of the device to be off by a minute, or by what the node says", async () => {
    const world = new World({ users: [demo] });
    const late = { exp: Math.floor(Date.parse("2025-12-31T23:59:01Z") / 1000) };
    const run = await begin(binding(), world);
    await answer(run, { jws: await new BoundKey().sign(claims(run, world, late)), deviceId: "device-1" });
    expect(outcomeOf(run)).toBe("success");
    const strict = await begin(binding({ skewAllowance: 0 }), world);
    await answer(strict, { jws: await new BoundKey().sign(claims(strict, world, late)), deviceId: "device-2" });
    expect(outcomeOf(strict)).toBe("failure");
  });

  it.each<[string, (jws: string) => string]>([
    ["a signature of another key", (jws) => `${jws.slice(0, -8)}AAAAAAAA`],
    ["a text that is no signature", () => "no.jws.here"],
    ["a key that is none", () => `${btoa('{"alg":"ES256","jwk":{"kty":"oct","k":"AA"}}').replaceAll("=", "")}.e30.AA`],
  ])("refuses %s", async (_, changed) => {
    const world = new World({ users: [demo] });
    const run = await begin(binding(), world);
    await answer(run, { jws: changed(await new BoundKey().sign(claims(run, world))), deviceId: "device-1" });
    expect(outcomeOf(run)).toBe("failure");
  });

  it("refuses a signature without the key", async () => {
    const world = new World({ users: [demo] });
    const run = await begin(binding(), world);
    await answer(run, { jws: await new BoundKey().sign(claims(run, world), false), deviceId: "device-1" });
    expect(outcomeOf(run)).toBe("failure");
  });

  it("leaves by the error of the client, and asks again where there is nothing", async () => {
    const run = await begin(binding(), new World({ users: [demo] }));
    const { challenge } = shown(run);
    await answer(run, {});
    expect(run.status).toBe("waiting");
    expect(shown(run).challenge).not.toBe(challenge);
    await answer(run, { clientError: "Abort" });
    expect(outcomeOf(run)).toBe("Abort");
  });

  it("binds as many devices as it says", async () => {
    const world = await boundWorld(new BoundKey());
    expect(outcomeOf(await begin(binding({ maxSavedDevices: 1 }), world))).toBe("exceedDeviceLimit");
    expect((await begin(binding({ maxSavedDevices: 2 }), world)).status).toBe("waiting");
  });

  it("throws for a user who is unknown or inactive", async () => {
    const world = new World({ users: [{ ...demo, accountStatus: "inactive" }] });
    for (const username of ["demo", "nobody"]) {
      expect((await begin(binding(), world, { username })).problem?.message).toContain(
        "User does not exist or inactive",
      );
    }
  });

  it("leaves the device to DeviceBindingStorageNode", async () => {
    const world = new World({ users: [demo] });
    const properties = { applicationIds: [app], postponeDeviceProfileStorage: true };
    const journey = machine("Bind", {
      Node: { type: "DeviceBindingNode", properties, on: { success: "Store", failure: "failure" } },
      Store: { type: "DeviceBindingStorageNode", on: { true: "success", false: "failure" } },
    });
    const run = await begin(journey, world);
    await answer(run, { jws: await new BoundKey().sign(claims(run, world)), deviceId: "device-1" });
    expect(run.status).toBe("success");
    // The bundle's own name, as the device gave none.
    expect(devices(world)).toMatchObject([{ deviceId: "device-1", deviceName: "Device Name" }]);
    const alone = machine("Store", {
      Node: { type: "DeviceBindingStorageNode", on: { true: "success", false: "failure" } },
    });
    expect(outcomeOf(await begin(alone, world))).toBe("false");
  });
});

describe("DeviceSigningVerifierNode", () => {
  const signed = async (key: BoundKey, world: World, more: Values = {}, properties: Values = {}, state?: Values) => {
    const run = await begin(signing(properties), world, state);
    await answer(run, { jws: await key.sign(claims(run, world, more), false) });
    return run;
  };
  const captured = { captureFailure: true };

  it("signs in with the bound key, and notes when", async () => {
    const key = new BoundKey();
    const world = await boundWorld(key);
    world.clock.advance(60_000);
    const run = await signed(key, world);
    expect(outcomeOf(run)).toBe("success");
    expect(run.session).toMatchObject({ username: "demo", universalId: userId });
    expect(devices(world)).toMatchObject([{ createdDate: world.clock.now - 60_000, lastAccessDate: world.clock.now }]);
  });

  it("asks with the user's id, or, where nobody is known yet, with none", async () => {
    const world = await boundWorld(new BoundKey());
    expect(shown(await begin(signing(), world))).toEqual({
      userId,
      challenge: expect.any(String),
      title: "Authentication required",
      subtitle: "Cryptography device binding",
      description: "Please complete with biometric to proceed",
      timeout: 60,
    });
    expect(shown(await begin(signing(), world, {})).userId).toBe("");
  });

  it("takes the user from the signature where the journey knows none", async () => {
    const key = new BoundKey();
    const run = await signed(key, await boundWorld(key), {}, {}, {});
    expect(run.session).toMatchObject({ username: "demo" });
  });

  it("lets a value of node state be signed", async () => {
    const key = new BoundKey();
    const world = await boundWorld(key);
    const properties = { challenge: false, sharedStateAttribute: "payment" };
    const run = await signed(key, world, {}, properties, { username: "demo", payment: "100 to Anna" });
    expect(outcomeOf(run)).toBe("success");
    const missing = await begin(signing(properties), world);
    expect(missing.problem?.message).toContain("payment missing from shared state");
  });

  it("knows a user without a device, and a key that is not of this user", async () => {
    const key = new BoundKey();
    const world = await boundWorld(key);
    expect(outcomeOf(await begin(signing(), world, { username: "other" }))).toBe("noDeviceRegistered");
    const other = new BoundKey();
    Object.assign(other, { id: "another-key" });
    expect(outcomeOf(await signed(other, world))).toBe("keyNotFound");
    expect(outcomeOf(await signed(new BoundKey(), world))).toBe("failure");
  });

  it.each<[string, Values, JsonValue]>([
    ["another challenge", { challenge: btoa("another") }, "INVALID_CLAIM"],
    ["another application", { iss: "com.example.other" }, "INVALID_CLAIM"],
    ["a time that is over", { exp: Math.floor(Date.parse("2025-12-31T23:58:59Z") / 1000) }, "INVALID_CLAIM"],
    ["another user", { sub: "id=0th3r,ou=user,o=alpha,ou=services,ou=am-config" }, "INVALID_SUBJECT"],
    ["nobody", { sub: "" }, "INVALID_SUBJECT"],
  ])("says why it refuses %s", async (_, wrong, reason) => {
    const key = new BoundKey();
    const run = await signed(key, await boundWorld(key), wrong, captured);
    expect(outcomeOf(run)).toBe("failure");
    expect(run.state.shared["DeviceSigningVerifierNode.FAILURE"]).toBe(reason);
  });

  it("says that a signature is not of the key", async () => {
    const run = await signed(new BoundKey(), await boundWorld(new BoundKey()), {}, captured);
    expect(run.state.shared["DeviceSigningVerifierNode.FAILURE"]).toBe("INVALID_SIGNATURE");
  });

  it.each<[string, Values, string]>([
    ["unknown", { username: "nobody" }, "INVALID_USER"],
    ["inactive", { username: "sleeper" }, "NOT_ACTIVE_USER"],
  ])("throws for a user who is %s, or captures it", async (_, state, reason) => {
    const world = new World({ users: [{ userName: "sleeper", accountStatus: "inactive" }] });
    expect((await begin(signing(), world, state)).status).toBe("error");
    const run = await begin(signing(captured), world, state);
    expect(outcomeOf(run)).toBe("failure");
    expect(run.state.shared["DeviceSigningVerifierNode.FAILURE"]).toBe(reason);
  });

  it("throws for the subject of nobody", async () => {
    const key = new BoundKey();
    const run = await signed(key, await boundWorld(key), { sub: "id=gone,ou=user,o=alpha" }, {}, {});
    expect(run.problem?.message).toContain("User does not exist.");
  });

  it("leaves by the error of the client", async () => {
    const run = await begin(signing(), await boundWorld(new BoundKey()));
    await answer(run, { clientError: "ClientNotRegistered" });
    expect(outcomeOf(run)).toBe("ClientNotRegistered");
  });
});
