import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";
import { demo, outcomeOf, runNode, shownBy, type Values } from "../../support/run-node.js";

const yesNo = ["true", "false"];
const one = ["outcome"];
const known: Values = { objectAttributes: { mail: "demo@example.com", userName: "demo" }, username: "demo" };

describe("collecting (facts: behaviour.md section 2)", () => {
  it("AttributeCollectorNode: one callback each, by type, title and order", async () => {
    const properties = { attributesToCollect: ["sn", "preferences/updates", "frUnindexedInteger1"], required: true };
    const world = { schema: { sn: { nullable: true } } };
    const run = await runNode("AttributeCollectorNode", one, properties, { world });
    expect(run.step?.callbacks.map(({ type, output }) => [type, output[1]?.value, output[2]?.value])).toEqual([
      ["StringAttributeInputCallback", "Last Name", false],
      ["BooleanAttributeInputCallback", "Send me news and updates", true],
      ["NumberAttributeInputCallback", "Generic Unindexed Integer 1", true],
    ]);
    expect(run.step?.callbacks[2]?.input?.[0]?.value).toBeNull();
    await run.submit("Node", { sn: "", "preferences/updates": true });
    expect(run.status).toBe("waiting");
    await run.submit("Node", { frUnindexedInteger1: 7 });
    expect(run.state.shared.objectAttributes).toEqual({
      sn: "",
      preferences: { updates: true },
      frUnindexedInteger1: 7,
    });
  });

  it("AttributeCollectorNode fills in: state before the stored object", async () => {
    const properties = { attributesToCollect: ["sn", "givenName"], identityAttribute: "mail" };
    const state = { objectAttributes: { mail: "demo@example.com", sn: "Typed" } };
    const run = await runNode("AttributeCollectorNode", one, properties, { state });
    expect(run.step?.callbacks.map(({ input }) => input?.[0]?.value)).toEqual(["Typed", "Dee"]);
  });

  it("AttributeCollectorNode checks policies when it is told to, and goes on only when nothing is just checked", async () => {
    const properties = { attributesToCollect: ["mail"], validateInputs: true };
    const run = await runNode("AttributeCollectorNode", one, properties);
    expect(run.step?.callbacks[0]?.output[3]?.value).toMatchObject({ name: "mail", conditionalPolicies: null });
    await run.submit("Node", { mail: "nonsense" });
    expect(run.step?.callbacks[0]?.output[4]?.value).toEqual(['{ "policyRequirement":"VALID_EMAIL_ADDRESS_FORMAT" }']);
    await run.submit("Node", { mail: { value: "a@b.ch", validateOnly: true } });
    expect(run.status).toBe("waiting");
    await run.submit("Node", { mail: { value: "a@b.ch", validateOnly: false } });
    expect(run.status).toBe("success");
  });

  it("AttributeCollectorNode throws for what users may not see, and does not take what it has not asked for", async () => {
    for (const attribute of ["password", "nothing"]) {
      const run = await runNode("AttributeCollectorNode", one, { attributesToCollect: [attribute] });
      expect(run.problem?.message).toBe("Configuration contains an invalid attribute");
    }
    const run = await runNode("AttributeCollectorNode", one, { attributesToCollect: ["sn"] });
    const [callback] = run.step?.callbacks ?? [];
    await run.submitCallbacks([
      {
        type: "StringAttributeInputCallback",
        output: [{ name: "name", value: "accountStatus" }],
        input: [
          { name: callback?.input?.[0]?.name ?? "", value: "x" },
          { name: "IDToken1validateOnly", value: false },
        ],
      },
    ]);
    expect(run.state.shared.objectAttributes).toEqual({ sn: "x" });
  });

  it("ValidatedUsernameNode lets an empty name pass when it does not check", async () => {
    const run = await runNode("ValidatedUsernameNode", one);
    expect(shownBy(run)).toEqual(["NameCallback: User Name"]);
    await run.submit("Node", { Node: "" });
    expect(outcomeOf(run)).toBe("outcome");
    expect(run.state.shared).not.toHaveProperty("username");
  });

  it("ValidatedPasswordNode asks with or without policies", async () => {
    expect(shownBy(await runNode("ValidatedPasswordNode", one))).toEqual(["PasswordCallback: Password"]);
    const run = await runNode("ValidatedPasswordNode", one, { validateInput: true });
    expect(shownBy(run)).toEqual(["ValidatedCreatePasswordCallback: Password"]);
    await run.submit("Node", { Node: { value: "Str0ng-pass", validateOnly: true } });
    expect(run.status).toBe("waiting");
  });

  it.each([
    ["short", "short"],
    ["long-enough", "other"],
  ])("CreatePasswordNode does not take %j and %j", async (password, confirmation) => {
    const run = await runNode("CreatePasswordNode", one);
    await run.submit("Node", { Node: [password, confirmation] });
    expect(run.step?.callbacks.map(({ type }) => type)).toEqual([
      "PasswordCallback",
      "PasswordCallback",
      "TextOutputCallback",
    ]);
    expect(run.step?.callbacks[2]?.output[1]).toEqual({ name: "messageType", value: "2" });
    await run.submit("Node", { Node: ["long-enough", "long-enough"] });
    expect(run.status).toBe("success");
  });

  it("AcceptTermsAndConditionsNode asks until the terms are accepted", async () => {
    const world = { terms: { version: "2", text: "Be good.", createDate: "2026-01-01T00:00:00.000Z" } };
    const run = await runNode("AcceptTermsAndConditionsNode", one, {}, { world });
    expect(run.step?.callbacks[0]?.output.map(({ value }) => value)).toEqual([
      "2",
      "Be good.",
      "2026-01-01T00:00:00.000Z",
    ]);
    await run.submit("Node", { Node: false });
    expect(run.state.shared.termsVersion).toBe("2");
    await run.submit("Node", { Node: true });
    expect(run.state.shared.termsAccepted).toEqual({ acceptDate: run.world.clock.text(), termsVersion: "2" });
  });

  it("ConsentNode asks for every mapping, and again if all must be given", async () => {
    const world = { consents: [{ name: "a", isRequired: true }, { name: "b" }] };
    const run = await runNode("ConsentNode", one, { allRequired: true }, { world });
    expect(run.step?.callbacks).toHaveLength(2);
    await run.submit("Node", { a: true });
    expect(run.status).toBe("waiting");
    await run.submit("Node", { a: true, b: true });
    expect(run.state.shared.objectAttributes).toMatchObject({
      consentedMappings: [{ mapping: "a" }, { mapping: "b" }],
    });
    expect((await runNode("ConsentNode", one)).status).toBe("success");
  });

  it("DisplayUserNameNode shows the name, from state or from the object", async () => {
    const run = await runNode(
      "DisplayUserNameNode",
      one,
      {},
      { state: { objectAttributes: { mail: "demo@example.com" } } },
    );
    expect(shownBy(run)).toEqual(["TextOutputCallback: demo"]);
    await run.submit("Node");
    expect(run.status).toBe("success");
    expect((await runNode("DisplayUserNameNode", one)).problem?.message).toBe("Failed to retrieve existing object");
  });

  it("SessionDataNode copies a property, and goes on without a session", async () => {
    const world = { session: { username: "demo", properties: { Colour: "blue" } } };
    const run = await runNode("SessionDataNode", one, { sessionDataKey: "Colour", sharedStateKey: "city" }, { world });
    expect(run.state.shared).toMatchObject({ city: "blue", objectAttributes: { city: "blue" } });
    expect(
      (await runNode("SessionDataNode", one, { sessionDataKey: "Colour", sharedStateKey: "c" })).state.shared,
    ).not.toHaveProperty("c");
  });

  it("SelectIdPNode offers providers and local sign-on, one candidate without a question", async () => {
    const outcomes = ["socialAuthentication", "localAuthentication"];
    const world = { identityProviders: [{ provider: "google", uiConfig: { buttonDisplayName: "Google" } }] };
    const run = await runNode("SelectIdPNode", outcomes, {}, { world });
    expect(run.step?.callbacks[0]?.output[0]?.value).toEqual([
      {
        provider: "google",
        uiConfig: {
          buttonClass: "",
          buttonCustomStyle: "",
          buttonCustomStyleHover: "",
          buttonDisplayName: "Google",
          buttonImage: "",
        },
      },
      { provider: "localAuthentication" },
    ]);
    await run.submit("Node", { Node: "google" });
    expect(outcomeOf(run)).toBe("socialAuthentication");
    expect(run.state.shared.selectedIdp).toBe("google");
    const alone = await runNode("SelectIdPNode", outcomes, { includeLocalAuthentication: false }, { world });
    expect(outcomeOf(alone)).toBe("socialAuthentication");
    const none = await runNode("SelectIdPNode", outcomes, { includeLocalAuthentication: false });
    expect(none.problem?.message).toBe("No available authentication providers");
    const wrong = await runNode("SelectIdPNode", outcomes, {}, { world });
    await wrong.submit("Node", { Node: "nobody" });
    expect(wrong.problem?.message).toBe("Selected provider is unknown");
  });

  it("SelectIdPNode at the end of a page stands above it, and makes the rest unnecessary", async () => {
    const journey = machine(
      "Social",
      {
        P: {
          type: "PageNode",
          children: [
            { name: "Name", type: "UsernameCollectorNode" },
            { name: "Provider", type: "SelectIdPNode", outcomes: ["socialAuthentication", "localAuthentication"] },
          ],
          on: { socialAuthentication: "success", localAuthentication: "failure" },
        },
      },
      { settings: { noSession: true } },
    );
    const run = await simulate(journey, { identityProviders: [{ provider: "google" }] });
    expect(run.step?.callbacks.map(({ type }) => type)).toEqual(["SelectIdPCallback", "NameCallback"]);
    await run.submit("P", { Provider: "google" });
    expect(run.status).toBe("success");
  });
});

describe("security questions (facts: behaviour.md section 2)", () => {
  const kbaInfo = [
    { questionId: "1", answer: "Blue" },
    { customQuestion: "Pet?", answer: "Rex" },
  ];
  const begin = (more: Values = {}, kba = {}) =>
    runNode("KbaVerifyNode", yesNo, {}, { world: { users: [{ ...demo, kbaInfo, ...more }], kba }, state: known });

  it("KbaCreateNode wants different questions and whole answers", async () => {
    const world = { kba: { minimumAnswersToDefine: 2 } };
    const run = await runNode("KbaCreateNode", one, {}, { world });
    expect(run.step?.callbacks).toHaveLength(2);
    const pet = { question: "Pet?", answer: "Rex" };
    await run.submit("Node", { Node: [pet, { question: "pet", answer: "Tom" }] });
    expect(run.step?.callbacks[1]?.input).toMatchObject([{ value: "pet" }, { value: "Tom" }]);
    await run.submit("Node", { Node: [pet, { question: "Town?", answer: "" }] });
    expect(run.status).toBe("waiting");
    await run.submit("Node", { Node: [pet, { question: "Town?", answer: "Bern" }] });
    expect(run.status).toBe("success");
    expect(run.state.shared).not.toHaveProperty("objectAttributes");
  });

  it.each([
    ["blue ", "rex", "true"],
    ["Red", "rex", "false"],
  ])("KbaVerifyNode with %j and %j", async (colour, pet, outcome) => {
    const run = await begin({}, { minimumAnswersToVerify: 2 });
    const prompts = run.step?.callbacks.map(({ output }) => String(output[0]?.value)) ?? [];
    expect([...prompts].sort()).toEqual(["Pet?", "What's your favorite color?"]);
    await run.submit("Node", { "Pet?": pet, "What's your favorite color?": colour });
    expect(outcomeOf(run)).toBe(outcome);
    const user = run.world.identities.get("d3m0");
    expect(user && run.world.identities.metaOf(user).kbaFailures).toBe(outcome === "true" ? 0 : 1);
  });

  it("KbaVerifyNode throws where there is nothing to verify", async () => {
    expect((await begin({ kbaInfo: [] })).problem?.message).toBe("Object has defined fewer questions than the minimum");
    expect((await begin({}, { minimumAnswersToVerify: 0 })).problem?.message).toBe(
      "Minimum answers to verify is set to zero",
    );
    expect((await runNode("KbaVerifyNode", yesNo)).problem?.message).toBe("Failed to retrieve user object");
  });

  it("KbaDecisionNode counts answers", async () => {
    const drive = async (minimumAnswersToDefine: number) =>
      outcomeOf(
        await runNode(
          "KbaDecisionNode",
          yesNo,
          {},
          { world: { users: [{ ...demo, kbaInfo }], kba: { minimumAnswersToDefine } }, state: known },
        ),
      );
    expect([await drive(2), await drive(3)]).toEqual(["true", "false"]);
  });
});

describe("users (facts: behaviour.md section 2)", () => {
  it("IdentifyExistingUserNode writes who it is, and nothing for an unknown one", async () => {
    const drive = (mail: string) =>
      runNode(
        "IdentifyExistingUserNode",
        yesNo,
        { identifier: "userName", identityAttribute: "mail" },
        { state: { objectAttributes: { mail } } },
      );
    const found = await drive("demo@example.com");
    expect(outcomeOf(found)).toBe("true");
    expect(found.state.shared).toMatchObject({ _id: "d3m0", username: "demo", objectAttributes: { userName: "demo" } });
    const unknown = await drive("x@example.com");
    expect(outcomeOf(unknown)).toBe("false");
    expect(unknown.state.shared).toEqual({
      realm: "/alpha",
      authLevel: 0,
      objectAttributes: { mail: "x@example.com" },
    });
  });

  it("EmailTemplateNode mails by template", async () => {
    const world = {
      users: [demo],
      emailTemplates: { welcome: { subject: "Hi", message: "Dear {{object.givenName}} {{object.password}}" } },
    };
    const run = await runNode("EmailTemplateNode", ["EMAIL_SENT", "EMAIL_NOT_SENT"], {}, { world, state: known });
    expect(outcomeOf(run)).toBe("EMAIL_SENT");
    expect(run.outbox).toMatchObject([{ subject: "Hi", text: "Dear Dee " }]);
    expect(outcomeOf(await runNode("EmailTemplateNode", ["EMAIL_SENT", "EMAIL_NOT_SENT"]))).toBe("EMAIL_NOT_SENT");
  });

  it("EmailSuspendNode takes what was typed where it looks nobody up, and its own time", async () => {
    const state = { objectAttributes: { mail: "new@example.com" } };
    const run = await runNode("EmailSuspendNode", one, { suspendDuration: 2 }, { state });
    expect(run.outbox).toMatchObject([{ to: "new@example.com", template: "registration" }]);
    expect(run.step?.callbacks[0]?.output[0]?.value).toBe(
      "An email has been sent to the address you entered. Click the link in that email to proceed.",
    );
    run.wait(121_000);
    await run.resume();
    expect(run.status).toBe("failure");
  });

  it("PatchObjectNode: nobody named, nobody found, another kind of object", async () => {
    const outcomes = ["PATCHED", "FAILURE"];
    expect(outcomeOf(await runNode("PatchObjectNode", outcomes))).toBe("FAILURE");
    expect(outcomeOf(await runNode("PatchObjectNode", outcomes, {}, { state: { username: "ghost" } }))).toBe(
      "Failed to retrieve existing object",
    );
    const other = await runNode(
      "PatchObjectNode",
      outcomes,
      { identityResource: "managed/bravo_user" },
      { state: known },
    );
    expect(other.problem?.message).toContain("does not match");
  });

  it("PatchObjectNode leaves out ignored fields, and notes accepted terms", async () => {
    const state = {
      username: "demo",
      objectAttributes: { userName: "demo", sn: "New", city: "Bern" },
      termsAccepted: { termsVersion: "1" },
    };
    const run = await runNode("PatchObjectNode", ["PATCHED", "FAILURE"], { ignoredFields: ["city"] }, { state });
    expect(run.world.identities.get("d3m0")).toMatchObject({ sn: "New", termsAccepted: { termsVersion: "1" } });
    expect(run.world.identities.get("d3m0")).not.toHaveProperty("city");
  });

  it("CreateObjectNode needs what every user must have", async () => {
    const attributes = { userName: "new", givenName: "N", sn: "W", mail: "n@example.com" };
    const drive = async (objectAttributes: Values) =>
      runNode("CreateObjectNode", ["CREATED", "FAILURE"], {}, { state: { objectAttributes } });
    const made = await drive(attributes);
    expect(outcomeOf(made)).toBe("CREATED");
    expect(made.state.shared).not.toHaveProperty("_id");
    const { sn: _, ...lacking } = attributes;
    expect(outcomeOf(await drive(lacking))).toBe("FAILURE");
    const twice = await drive({ ...attributes, userName: "demo" });
    expect(twice.state.shared.errorMessage).toBe("Policy validation failed");
  });

  it("RequiredAttributesDecisionNode looks at state alone", async () => {
    const whole = { userName: "new", givenName: "N", sn: "W", mail: "n@example.com" };
    expect(
      outcomeOf(await runNode("RequiredAttributesDecisionNode", yesNo, {}, { state: { objectAttributes: whole } })),
    ).toBe("true");
    expect(outcomeOf(await runNode("RequiredAttributesDecisionNode", yesNo, {}, { state: known }))).toBe("false");
  });
});

describe("decisions about a user (facts: behaviour.md section 2)", () => {
  const date = "2025-12-31T00:00:00.000Z";
  it.each<[string, Values, Values, string]>([
    ["LoginCountDecisionNode", { interval: "AT", amount: 3 }, { loginCount: 3 }, "true"],
    ["LoginCountDecisionNode", { interval: "AT", amount: 3 }, { loginCount: 6 }, "false"],
    ["LoginCountDecisionNode", { interval: "EVERY", amount: 3 }, { loginCount: 6 }, "true"],
    ["LoginCountDecisionNode", { interval: "EVERY", amount: 3 }, {}, "false"],
    ["ProfileCompletenessDecisionNode", { threshold: 99 }, {}, "false"],
    ["ProfileCompletenessDecisionNode", { threshold: 1 }, {}, "true"],
    ["QueryFilterDecisionNode", { queryFilter: '/mail co "example" and !(sn eq "x")' }, {}, "true"],
    ["QueryFilterDecisionNode", { queryFilter: "city pr" }, {}, "false"],
    ["QueryFilterDecisionNode", { queryFilter: "password pr" }, {}, "false"],
    [
      "AttributeValueDecisionNode",
      { comparisonAttribute: "sn", comparisonOperation: "EQUALS", comparisonValue: "Emo" },
      {},
      "true",
    ],
    [
      "AttributeValueDecisionNode",
      { comparisonAttribute: "n", comparisonOperation: "EQUALS", comparisonValue: "7" },
      { n: 7 },
      "true",
    ],
    [
      "AttributeValueDecisionNode",
      { comparisonAttribute: "b", comparisonOperation: "EQUALS", comparisonValue: "true" },
      { b: true },
      "true",
    ],
    ["AttributeValueDecisionNode", { comparisonAttribute: "city", comparisonOperation: "PRESENT" }, {}, "false"],
    ["AttributeValueDecisionNode", { comparisonAttribute: "sn", comparisonValue: "Other" }, {}, "false"],
    ["TimeSinceDecisionNode", { elapsedTime: 24 * 60 }, { createDate: date }, "true"],
    ["TimeSinceDecisionNode", { elapsedTime: 24 * 60 + 1 }, { createDate: date }, "false"],
    ["TimeSinceDecisionNode", { elapsedTime: 0 }, {}, "false"],
    ["AttributePresentDecisionNode", { presentAttribute: "password" }, {}, "true"],
    ["AttributePresentDecisionNode", { presentAttribute: "city" }, {}, "false"],
    ["TermsAndConditionsDecisionNode", {}, { termsAccepted: { termsVersion: "1" } }, "true"],
    ["TermsAndConditionsDecisionNode", {}, {}, "false"],
  ])("%s %j of %j: %s", async (type, properties, more, outcome) => {
    const world = { users: [{ ...demo, ...more }], terms: { version: "1", text: "" } };
    expect(outcomeOf(await runNode(type, yesNo, properties, { world, state: known }))).toBe(outcome);
  });

  it("TermsAndConditionsDecisionNode is content without terms", async () => {
    const world = { users: [demo], terms: null };
    expect(outcomeOf(await runNode("TermsAndConditionsDecisionNode", yesNo, {}, { world, state: known }))).toBe("true");
  });

  it.each([
    "LoginCountDecisionNode",
    "ProfileCompletenessDecisionNode",
    "QueryFilterDecisionNode",
    "TimeSinceDecisionNode",
    "TermsAndConditionsDecisionNode",
  ])("%s throws without a user to look up, and for one that is not there", async (type) => {
    expect(outcomeOf(await runNode(type, yesNo))).toBe("userName not present in state");
    expect(outcomeOf(await runNode(type, yesNo, {}, { state: { username: "ghost" } }))).toBe(
      "Failed to retrieve existing object",
    );
  });

  it("IncrementLoginCountNode counts, and passes over the unknown", async () => {
    const { world } = await runNode(
      "IncrementLoginCountNode",
      one,
      {},
      { world: { users: [{ ...demo, loginCount: 4 }] }, state: known },
    );
    expect(world.identities.metaOf(world.identities.get("d3m0")!).loginCount).toBe(5);
    expect((await runNode("IncrementLoginCountNode", one)).status).toBe("success");
  });
});
