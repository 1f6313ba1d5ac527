import { describe, expect, it } from "vitest";
import { type AnyMachine, type JsonValue, type Run, simulate, World } from "../../../src/runtime/index.js";
import { servedBehaviours } from "../../../src/serve/third-parties/behaviours.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, type Values } from "../../support/run-node.js";
import { type CredentialRequest, SoftwareAuthenticator } from "../../support/software-authenticator.js";

// Outcomes, state keys and wire forms: facts/behaviour.md section 7, and the node sources of AM 8.0.2 that it names.

const origin = "https://login.example.com";
const registers = (properties: Values = {}) => ({
  type: "WebAuthnRegistrationNode",
  properties: { asScript: false, ...properties },
  on: {
    success: "success",
    failure: "failure",
    unsupported: "failure",
    error: "failure",
    exceedDeviceLimit: "failure",
  },
});
const signsIn = (properties: Values = {}) => ({
  type: "WebAuthnAuthenticationNode",
  properties: { asScript: false, ...properties },
  on: {
    success: "success",
    failure: "failure",
    noDevice: "failure",
    unsupported: "failure",
    error: "failure",
    recoveryCode: "Code",
    successSignCountMismatch: "failure",
  },
});
const code = {
  type: "RecoveryCodeCollectorDecisionNode",
  properties: { recoveryCodeType: "WEB_AUTHN" },
  on: { true: "success", false: "failure" },
};

function begin(journey: AnyMachine, world: World, state: Values = { username: "demo" }): Promise<Run> {
  world.request = { headers: { origin } };
  return simulate(journey, world, { state, behaviours: servedBehaviours });
}

function newWorld(): World {
  return new World({ users: [demo] });
}

/** What a step asks of the browser. */
function requestOf({ step }: Run): CredentialRequest & Values {
  const callback = step?.callbacks.find(({ type }) => type === "MetadataCallback");
  return callback?.output[0]?.value as unknown as CredentialRequest & Values;
}

/** Sends the step with a value of `webAuthnOutcome`. */
async function answer(run: Run, value: string): Promise<void> {
  const filled = (run.step?.callbacks ?? []).map((callback) =>
    callback.type === "HiddenValueCallback" ? { ...callback, input: [{ name: "IDToken2", value }] } : callback,
  );
  await run.submitCallbacks(filled);
}

function outcomeOf({ path }: Run): string | undefined {
  return path[0]?.outcome;
}

async function registered(world: World, key: SoftwareAuthenticator, properties: Values = {}): Promise<Run> {
  const run = await begin(machine("Register", { Node: registers(properties) }), world);
  await answer(run, key.register(requestOf(run)));
  return run;
}

describe("WebAuthnRegistrationNode", () => {
  it("asks the browser with data that the SDKs read", async () => {
    const run = await begin(
      machine("Register", { Node: registers({ relyingPartyDomain: "example.com" }) }),
      newWorld(),
    );
    expect(run.step?.callbacks.map(({ type }) => type)).toEqual(["MetadataCallback", "HiddenValueCallback"]);
    const data = requestOf(run);
    expect(data).toEqual({
      _action: "webauthn_registration",
      challenge: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      attestationPreference: "none",
      userName: "demo",
      userId: Buffer.from(String(demo._id)).toString("base64url"),
      relyingPartyName: "ForgeRock",
      authenticatorSelection: '{"userVerification":"preferred","residentKey":"discouraged"}',
      _authenticatorSelection: { userVerification: "preferred", residentKey: "discouraged" },
      pubKeyCredParams: '[ { "type": "public-key", "alg": -7 }, { "type": "public-key", "alg": -257 } ]',
      _pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      timeout: "60000",
      excludeCredentials: "",
      _excludeCredentials: [],
      displayName: "demo",
      relyingPartyId: 'id: "example.com",',
      _relyingPartyId: "example.com",
      extensions: {},
      _type: "WebAuthn",
      supportsJsonResponse: true,
    });
  });

  it("sends a script whose line the SDKs read, and in which no text ends a script element", async () => {
    const run = await begin(
      machine("Register", { Node: registers({ asScript: true, relyingPartyName: "</script>" }) }),
      newWorld(),
    );
    expect(run.step?.callbacks.map(({ type }) => type)).toEqual([
      "TextOutputCallback",
      "TextOutputCallback",
      "HiddenValueCallback",
    ]);
    const message = String(run.step?.callbacks[0]?.output[0]?.value);
    expect(message).not.toContain("</script>");
    expect(message).toContain("webAuthnOutcome");
    const [, context = ""] = /^var scriptContext = (.*);*$/m.exec(message) ?? [];
    expect(JSON.parse(context)).toMatchObject({ relyingPartyName: "</script>", timeout: "60000" });
  });

  it("registers a key, with recovery codes that a later node shows", async () => {
    const world = newWorld();
    const run = await registered(world, new SoftwareAuthenticator(origin));
    expect(outcomeOf(run)).toBe("success");
    expect(world.identities.findUser("demo")).toMatchObject({
      webauthnDeviceProfiles: [
        { deviceName: "New Security Key", signCount: 0, recoveryCodes: expect.objectContaining({ length: 10 }) },
      ],
    });
  });

  it.each<[string, (key: SoftwareAuthenticator, asked: CredentialRequest) => string, string | undefined]>([
    ["a browser without it", () => "unsupported", "unsupported"],
    ["an error of the browser", () => "ERROR::NotAllowedError:not now", "error"],
    ["an error as JSON", () => '{"error":"NotAllowedError:not now"}', "error"],
    [
      "JSON around the value",
      (key, asked) => JSON.stringify({ authenticatorAttachment: "platform", legacyData: key.register(asked) }),
      "success",
    ],
    ["a name for the device", (key, asked) => `${key.register(asked)}::My phone`, "success"],
    ["another challenge", (key) => key.register({ challenge: Buffer.alloc(32).toString("base64") }), "failure"],
    [
      "a page of another origin",
      (_, asked) => new SoftwareAuthenticator("https://evil.example").register(asked),
      "failure",
    ],
    ["another domain", (_, asked) => new SoftwareAuthenticator(origin, "evil.example").register(asked), "failure"],
  ])("%s", async (_, value, outcome) => {
    const run = await begin(machine("Register", { Node: registers() }), newWorld());
    await answer(run, value(new SoftwareAuthenticator(origin), requestOf(run)));
    expect(outcomeOf(run)).toBe(outcome);
  });

  it.each(["webAuthnOutcome", "a::b", "{}::x::y", "{}::1,2,999::y"])(
    "throws for %j, as the platform does",
    async (value) => {
      const run = await begin(machine("Register", { Node: registers() }), newWorld());
      await answer(run, value);
      expect(run.status).toBe("error");
    },
  );

  it("notes the exception of the browser", async () => {
    const run = await begin(
      machine("Register", { Node: { ...registers(), on: { ...registers().on, error: "Wait" } }, Wait: code }),
      newWorld(),
    );
    await answer(run, "ERROR::NotAllowedError:not now");
    expect(run.state.shared).toMatchObject({ WebAuthenticationDOMException: "NotAllowedError:not now" });
  });

  it("wants a verified user only where it says so", async () => {
    const key = new SoftwareAuthenticator(origin);
    key.isVerifying = false;
    expect(outcomeOf(await registered(newWorld(), key))).toBe("success");
    expect(outcomeOf(await registered(newWorld(), key, { userVerificationRequirement: "REQUIRED" }))).toBe("failure");
  });

  it.each<[Values, string | undefined]>([
    [{ maxSavedDevices: 1 }, "exceedDeviceLimit"],
    [{ maxSavedDevices: 2 }, undefined],
    [{ maxSavedDevices: 1, postponeDeviceProfileStorage: true }, undefined],
  ])("with a key already there and %j: %s", async (properties, outcome) => {
    const world = newWorld();
    await registered(world, new SoftwareAuthenticator(origin));
    const run = await begin(machine("Register", { Node: registers(properties) }), world);
    expect(outcomeOf(run)).toBe(outcome);
  });

  it("leaves the key to WebAuthnDeviceStorageNode", async () => {
    const world = newWorld();
    const journey = machine("Register", {
      Node: { ...registers({ postponeDeviceProfileStorage: true }), on: { ...registers().on, success: "Store" } },
      Store: {
        type: "WebAuthnDeviceStorageNode",
        on: { success: "success", failure: "failure", exceedDeviceLimit: "failure" },
      },
    });
    const run = await begin(journey, world);
    await answer(run, new SoftwareAuthenticator(origin).register(requestOf(run)));
    expect(run.path[1]?.outcome).toBe("success");
    expect(world.identities.findUser("demo")).toMatchObject({ webauthnDeviceProfiles: [{ signCount: 0 }] });
  });

  it("fails for an unknown user", async () => {
    const run = await begin(machine("Register", { Node: registers() }), newWorld(), { username: "nobody" });
    expect(outcomeOf(run)).toBe("failure");
  });
});

describe("WebAuthnAuthenticationNode", () => {
  async function signIn(
    properties: Values,
    value: (key: SoftwareAuthenticator, asked: CredentialRequest) => string,
    state?: Values,
  ) {
    const world = newWorld();
    const key = new SoftwareAuthenticator(origin);
    await registered(world, key);
    const run = await begin(machine("SignIn", { Node: signsIn(properties), Code: code }), world, state);
    const asked = requestOf(run);
    await answer(run, value(key, asked));
    return { run, asked, world, key };
  }

  it("signs in with the key, and counts", async () => {
    const { run, asked, world } = await signIn({}, (key, request) => key.authenticate(request));
    expect(outcomeOf(run)).toBe("success");
    expect(run.session).toMatchObject({ username: "demo" });
    const id = [...new Int8Array(Buffer.from("credential-of-the-test"))];
    expect(asked).toMatchObject({
      _action: "webauthn_authentication",
      userVerification: "preferred",
      allowCredentials: `allowCredentials: [{ "type": "public-key", "id": new Int8Array([${id.join(", ")}]).buffer }]`,
      _allowCredentials: [{ type: "public-key", id }],
    });
    expect(world.identities.findUser("demo")).toMatchObject({ webauthnDeviceProfiles: [{ signCount: 1 }] });
  });

  it.each<[string, Values, (key: SoftwareAuthenticator, asked: CredentialRequest) => string, string]>([
    [
      "a challenge of another time",
      {},
      (key) => key.authenticate({ challenge: Buffer.alloc(32).toString("base64") }),
      "failure",
    ],
    [
      "another key with the same id",
      {},
      (_, asked) => new SoftwareAuthenticator(origin).authenticate(asked),
      "failure",
    ],
    ["a browser without it", {}, () => "unsupported", "unsupported"],
    ["an error", {}, () => "ERROR::AbortError:gone", "error"],
    [
      "a counter that stands still",
      { detectSignCountMismatch: true },
      (key, asked) => {
        key.signCount = -1;
        return key.authenticate(asked);
      },
      "success",
    ],
  ])("%s", async (_, properties, value, outcome) => {
    expect(outcomeOf((await signIn(properties, value)).run)).toBe(outcome);
  });

  it("tells a counter that went back, where it is asked to", async () => {
    const { world, key } = await signIn({}, (held, asked) => {
      held.signCount = 6;
      return held.authenticate(asked);
    });
    const again = async (properties: Values): Promise<string | undefined> => {
      const run = await begin(machine("SignIn", { Node: signsIn(properties), Code: code }), world);
      key.signCount = 2;
      await answer(run, key.authenticate(requestOf(run)));
      return outcomeOf(run);
    };
    expect(await again({ detectSignCountMismatch: true })).toBe("successSignCountMismatch");
    expect(await again({})).toBe("success");
  });

  it("takes the user from the device", async () => {
    const { run } = await signIn({ requiresResidentKey: true }, (key, asked) => key.authenticate(asked), {});
    expect(outcomeOf(run)).toBe("success");
    // The device knows the name of the identity, which is its id.
    expect(run.session).toMatchObject({ username: "d3m0" });
  });

  it("knows when there is no key", async () => {
    const run = await begin(machine("SignIn", { Node: signsIn(), Code: code }), newWorld());
    expect(outcomeOf(run)).toBe("noDevice");
  });

  it("lets a recovery code in, once", async () => {
    const world = newWorld();
    await registered(world, new SoftwareAuthenticator(origin));
    const held = world.identities.findUser("demo")?.webauthnDeviceProfiles as JsonValue[];
    const [recoveryCode] = (held[0] as { recoveryCodes: string[] }).recoveryCodes;
    const use = async (): Promise<string> => {
      const run = await begin(machine("SignIn", { Node: signsIn({ isRecoveryCodeAllowed: true }), Code: code }), world);
      const pressed = (run.step?.callbacks ?? []).map((callback) =>
        callback.type === "ConfirmationCallback" ? { ...callback, input: [{ name: "IDToken3", value: 0 }] } : callback,
      );
      expect(run.step?.callbacks.at(-1)).toMatchObject({ input: [{ value: 100 }] });
      await run.submitCallbacks(pressed);
      await run.submit("Code", { "Recovery Code": recoveryCode });
      return run.status;
    };
    expect(await use()).toBe("success");
    expect(await use()).toBe("failure");
  });
});
