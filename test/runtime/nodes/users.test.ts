import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, outcomeOf, runNode, shownBy, type Values } from "../../support/run-node.js";

const one = ["outcome"];
const known = { username: "demo", objectAttributes: { userName: "demo" } };

// All in facts: behaviour.md section 2.
describe("IdentifyExistingUserNode", () => {
  const drive = (properties: Values, user: Values = demo) =>
    runNode("IdentifyExistingUserNode", ["true", "false"], properties, {
      world: { users: [user] },
      state: { objectAttributes: { mail: "demo@example.com" } },
    });

  it.each<[Values, unknown]>([
    [{}, "demo"],
    [{ identifier: "sn" }, "Emo"],
    [{ identifier: "" }, undefined],
    [{ identifier: "missing" }, undefined],
  ])("with %j writes the username %j", async (properties, username) => {
    const run = await drive(properties);
    expect(outcomeOf(run)).toBe("true");
    expect(run.state.shared._id).toBe("d3m0");
    expect(run.state.shared.username).toBe(username);
  });

  it("writes social links only where there are some, so that nobody patches what is not there", async () => {
    const journey = machine("Links", {
      Find: { type: "IdentifyExistingUserNode", on: { true: "Patch", false: "failure" } },
      Patch: { type: "PatchObjectNode", on: { PATCHED: "success", FAILURE: "failure" } },
    });
    const state = { objectAttributes: { mail: "demo@example.com" } };
    expect((await simulate(journey, { users: [demo] }, { state })).world.identities.get("d3m0")).toEqual(demo);
    const linked = { ...demo, aliasList: ["google-1"] };
    const run = await simulate(journey, { users: [linked] }, { state });
    expect(run.state.transient).toEqual({});
    expect(run.world.identities.get("d3m0")).toEqual(linked);
  });
});

describe("PatchObjectNode", () => {
  const patch = (ignoredFields: readonly string[], objectAttributes: Values) =>
    runNode(
      "PatchObjectNode",
      ["PATCHED", "FAILURE"],
      { ignoredFields: [...ignoredFields] },
      {
        state: { username: "demo", objectAttributes, termsAccepted: { termsVersion: "1" } },
      },
    );

  it.each<[readonly string[], unknown]>([
    [[], { updates: true, marketing: true }],
    [["preferences/updates"], { marketing: true }],
    [["/preferences/updates"], { marketing: true }],
    [["preferences"], undefined],
    [["updates"], { updates: true, marketing: true }],
  ])("without %j writes the preferences %j", async (ignored, preferences) => {
    const run = await patch(ignored, { userName: "demo", preferences: { updates: true, marketing: true } });
    expect(outcomeOf(run)).toBe("PATCHED");
    expect(run.world.identities.get("d3m0")?.preferences).toEqual(preferences);
  });

  it("does nothing at all where nothing is left, not even about accepted terms", async () => {
    const run = await patch(["userName"], { userName: "demo" });
    expect(outcomeOf(run)).toBe("PATCHED");
    expect(run.world.identities.get("d3m0")).toEqual(demo);
  });
});

describe("CreateObjectNode", () => {
  const whole = { userName: "new", givenName: "N", sn: "W", mail: "n@example.com" };

  it.each<[string, Values, string, unknown]>([
    ["all", whole, "CREATED", undefined],
    ["an attribute missing: no message", { userName: "new", givenName: "N", sn: "W" }, "FAILURE", undefined],
    ["an empty one: IDM refuses it", { ...whole, sn: "" }, "FAILURE", "Policy validation failed"],
    ["null: IDM refuses it", { ...whole, sn: null }, "FAILURE", "Policy validation failed"],
    ["a name that is taken", { ...whole, userName: "DEMO" }, "FAILURE", "Policy validation failed"],
  ])("%s", async (_, objectAttributes, outcome, message) => {
    const run = await runNode("CreateObjectNode", ["CREATED", "FAILURE"], {}, { state: { objectAttributes } });
    expect(outcomeOf(run)).toBe(outcome);
    expect(run.state.shared.errorMessage).toBe(message);
  });
});

describe("AttributePresentDecisionNode", () => {
  it.each<[Values, Values, string]>([
    [{}, {}, "true"],
    [{}, { password: "" }, "false"],
    [{ presentAttribute: "city" }, { city: "Bern" }, "true"],
    [{ presentAttribute: "city" }, { city: null }, "false"],
    [{ presentAttribute: "city" }, {}, "false"],
  ])("%j of %j: %s", async (properties, more, outcome) => {
    const world = { users: [{ ...demo, ...more }] };
    const run = await runNode("AttributePresentDecisionNode", ["true", "false"], properties, { world, state: known });
    expect(outcomeOf(run)).toBe(outcome);
  });

  it.each<[Values, string]>([
    [{}, "userName not present in state"],
    [{ username: "" }, "userName not present in state"],
    [{ username: "ghost" }, "false"],
  ])("with %j in state: %s", async (state, outcome) => {
    expect(outcomeOf(await runNode("AttributePresentDecisionNode", ["true", "false"], {}, { state }))).toBe(outcome);
  });
});

describe("ConsentNode", () => {
  const consents = [{ name: "a" }, { name: "b" }];
  it.each<[Values, readonly boolean[], string, unknown]>([
    [{}, [false, false], "outcome", undefined],
    [{}, [true, false], "outcome", [{ mapping: "a" }]],
    [{ allRequired: true }, [true, false], "(waiting)", undefined],
    [{ allRequired: true }, [true, true], "outcome", [{ mapping: "a" }, { mapping: "b" }]],
  ])("with %j and %j: %s", async (properties, answers, outcome, mappings) => {
    const run = await runNode("ConsentNode", one, properties, { world: { consents } });
    await run.submit("Node", { Node: [...answers] });
    expect(outcomeOf(run)).toBe(outcome);
    const attributes = run.state.shared.objectAttributes;
    if (mappings === undefined) expect(attributes).toBeUndefined();
    else expect(attributes).toMatchObject({ consentedMappings: mappings });
  });
});

describe("CreatePasswordNode", () => {
  it.each<[Values, string, string, string | undefined]>([
    [{}, "1234567", "1234567", "Password must be a minimum of 8 characters"],
    [{}, "12345678", "12345678", undefined],
    [{}, "12345678", "1234567", "Passwords do not match"],
    [{ minPasswordLength: 1 }, "x", "x", undefined],
    [{ minPasswordLength: 1 }, "x", "X", "Passwords do not match"],
  ])("with %j and %j, %j: %j", async (properties, password, confirmation, complaint) => {
    const run = await runNode("CreatePasswordNode", one, properties);
    await run.submit("Node", { Node: [password, confirmation] });
    expect(run.step?.callbacks[2]?.output[0]?.value).toBe(complaint);
    expect(run.status).toBe(complaint === undefined ? "success" : "waiting");
  });

  it.each(["", "   "])("asks again after %j, without a reason", async (password) => {
    const run = await runNode("CreatePasswordNode", one, { minPasswordLength: 0 });
    await run.submit("Node", { Node: [password, password] });
    expect(run.step?.callbacks).toHaveLength(2);
  });
});

describe("EmailSuspendNode", () => {
  const byDefault = "An email has been sent to the address you entered. Click the link in that email to proceed.";
  it.each<[Values, string]>([
    [{}, byDefault],
    [{ emailSuspendMessage: {} }, "An email has been sent to your inbox."],
    [{ emailSuspendMessage: { en: "Look" } }, "Look"],
  ])("with %j says %j", async (properties, message) => {
    const run = await runNode("EmailSuspendNode", one, properties);
    expect(run.step?.callbacks[0]?.output[0]?.value).toBe(message);
  });

  it.each<[Values, Values, number]>([
    [{ objectLookup: true }, known, 1],
    [{ objectLookup: true }, { username: "ghost" }, 0],
    [{}, known, 0],
    [{}, { objectAttributes: { mail: "" } }, 0],
    [{}, { objectAttributes: { mail: "a@b.ch" } }, 1],
  ])("with %j and %j sends %i mails, and says the same", async (properties, state, mails) => {
    const run = await runNode("EmailSuspendNode", one, properties, { state });
    expect(run.outbox).toHaveLength(mails);
    expect(run.step?.callbacks[0]?.output[0]?.value).toBe(byDefault);
  });
});

describe("SelectIdPNode", () => {
  const identityProviders = [{ provider: "google" }, { provider: "apple" }];
  const { password: _, ...withoutPassword } = demo;
  const drive = async (
    properties: Values,
    user: Values = demo,
    state: Values = { objectAttributes: { mail: demo.mail ?? "" } },
  ) => {
    const world = { identityProviders, users: [user] };
    const run = await runNode("SelectIdPNode", ["socialAuthentication", "localAuthentication"], properties, {
      world,
      state,
    });
    const shown = run.step?.callbacks[0]?.output[0]?.value;
    return Array.isArray(shown)
      ? shown.map((each) => (each as { provider: string }).provider).join(" ")
      : outcomeOf(run);
  };
  const local = "localAuthentication";

  it.each<[Values, Values, string]>([
    [{}, demo, `google apple ${local}`],
    [{ includeLocalAuthentication: false }, demo, "google apple"],
    [{ filteredProviders: ["apple"] }, demo, `apple ${local}`],
    [{ filteredProviders: ["apple"], includeLocalAuthentication: false }, demo, "socialAuthentication"],
    [{ offerOnlyExisting: true }, demo, local],
    [{ offerOnlyExisting: true }, { ...demo, aliasList: ["apple-7"] }, `apple ${local}`],
    [{ offerOnlyExisting: true }, { ...withoutPassword, aliasList: ["apple-7"] }, "socialAuthentication"],
    [{ offerOnlyExisting: true }, withoutPassword, "No available authentication providers"],
    // With a filter, local sign-on comes back, password or not.
    [{ offerOnlyExisting: true, filteredProviders: ["google"] }, withoutPassword, local],
  ])("with %j for %j offers %s", async (properties, user, offered) => {
    expect(await drive(properties, user)).toBe(offered);
  });

  it("throws where it is to look somebody up and does not know whom", async () => {
    expect(await drive({ offerOnlyExisting: true }, demo, {})).toBe("No identity stored in state");
    expect(await drive({ offerOnlyExisting: true }, demo, { username: "demo" })).toBe("No identity stored in state");
  });
});

describe("AttributeCollectorNode", () => {
  const invalid = "Configuration contains an invalid attribute";
  it.each<[Values, string]>([
    [{ attributesToCollect: ["sn"] }, "(waiting)"],
    [{ attributesToCollect: ["aliasList"] }, invalid],
    [{ attributesToCollect: ["preferences"] }, invalid],
    [{ attributesToCollect: ["password"] }, invalid],
    [{ attributesToCollect: ["accountStatus"] }, "(waiting)"],
    [{ attributesToCollect: ["accountStatus"], validateInputs: true }, invalid],
  ])("with %j: %s", async (properties, outcome) => {
    expect(outcomeOf(await runNode("AttributeCollectorNode", one, properties))).toBe(outcome);
  });

  it.each<[Values, string, string]>([
    [{}, "", "outcome"],
    [{ required: true }, "", "(waiting)"],
    [{ required: true }, " ", "outcome"],
  ])("with %j and %j: %s", async (properties, answer, outcome) => {
    const run = await runNode("AttributeCollectorNode", one, { attributesToCollect: ["city"], ...properties });
    await run.submit("Node", { city: answer });
    expect(outcomeOf(run)).toBe(outcome);
    if (outcome === "outcome") expect(run.state.shared.objectAttributes).toEqual({ city: answer });
  });
});

describe("DisplayUserNameNode", () => {
  const mail = { objectAttributes: { mail: "demo@example.com" } };
  it.each<[Values, Values, string]>([
    [{}, mail, "TextOutputCallback: demo"],
    [{}, { objectAttributes: { userName: "typed", mail: "demo@example.com" } }, "TextOutputCallback: typed"],
    [{ userName: "sn" }, mail, "TextOutputCallback: Emo"],
    [{ userName: "city" }, mail, "Unable to find username to display"],
    [{}, { objectAttributes: { mail: "x@example.com" } }, "Failed to retrieve existing object"],
    [{ userName: "sn" }, { username: "demo" }, "Failed to retrieve existing object"],
    [{}, {}, "Failed to retrieve existing object"],
  ])("%j with %j: %s", async (properties, state, shown) => {
    const run = await runNode("DisplayUserNameNode", one, properties, { state });
    expect(run.problem?.message ?? shownBy(run)[0]).toBe(shown);
  });
});
