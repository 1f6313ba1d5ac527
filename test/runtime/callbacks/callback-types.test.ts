import { describe, expect, it } from "vitest";
import { appIntegrityIosCallback } from "../../../src/runtime/callbacks/app-integrity-ios-callback.js";
import { callbackTypes } from "../../../src/runtime/callbacks/callback-types.js";
import { fromWire, toWire } from "../../../src/runtime/callbacks/wire.js";

/**
 * From facts/callbacks.json: outputs in order, then what follows `IDToken1` in the inputs (`-`: the main input;
 * nothing: read-only). Outputs marked `?` are left out unless given.
 */
const table = `
NameCallback: prompt autocompleteValues? | -
PasswordCallback: prompt | -
TextInputCallback: prompt defaultText | -
ChoiceCallback: prompt choices defaultChoice radio? | -
ConfirmationCallback: prompt messageType options optionType defaultOption name? | -
TextOutputCallback: message messageType |
ScriptTextOutputCallback: message messageType |
SuspendedTextOutputCallback: message messageType |
HiddenValueCallback: value id | -
MetadataCallback: data |
PollingWaitCallback: waitTime message |
RedirectCallback: redirectUrl redirectMethod trackingCookie redirectData? |
LanguageCallback: | Language Country
StringAttributeInputCallback: name prompt required policies failedPolicies validateOnly value | - validateOnly
NumberAttributeInputCallback: name prompt required policies failedPolicies validateOnly value | - validateOnly
BooleanAttributeInputCallback: name prompt required policies failedPolicies validateOnly value | - validateOnly
ValidatedCreateUsernameCallback: policies failedPolicies validateOnly prompt autocompleteValues? | - validateOnly
ValidatedCreatePasswordCallback: echoOn policies failedPolicies validateOnly prompt | - validateOnly
TermsAndConditionsCallback: version terms createDate | -
KbaCreateCallback: prompt predefinedQuestions allowUserDefinedQuestions? | question answer
ConsentMappingCallback: name displayName icon accessLevel isRequired message fields | -
DeviceProfileCallback: metadata location message | -
SelectIdPCallback: providers value | -
IdPCallback: provider clientId redirectUri scopes nonce acrValues request requestUri acceptsJSON? | token token_type
ReCaptchaCallback: recaptchaSiteKey captchaApiUri? captchaDivClass? reCaptchaV3? disableSubmission? | -
ReCaptchaEnterpriseCallback: recaptchaSiteKey captchaApiUri? captchaDivClass? | token action clientError payload
PingOneProtectInitializeCallback: envId consoleLogEnabled deviceAttributesToIgnore customHost lazyMetadata behavioralDataCollection deviceKeyRsyncIntervals enableTrust disableTags disableHub | clientError
PingOneProtectEvaluationCallback: pauseBehavioralData | signals clientError
DeviceBindingCallback: userId username authenticationType challenge title subtitle description timeout attestation? | jws deviceName deviceId clientError
DeviceSigningVerifierCallback: userId challenge title subtitle description timeout | jws clientError
AppIntegrityCallback: requestType projectNumber nonce | token clientError`;

const rows = table
  .trim()
  .split("\n")
  .map((line) => {
    const [type = "", outputs = "", inputs = ""] = line.split(/: ?| \| ?|:? ?\|/);
    const words = (text: string) => text.split(" ").filter((word) => word !== "");
    return { type, outputs: words(outputs), inputs: words(inputs).map((word) => (word === "-" ? "" : word)) };
  });

describe("callback types (facts: callbacks.json)", () => {
  it("are all there", () => {
    expect([...callbackTypes.keys()].sort()).toEqual(rows.map(({ type }) => type).sort());
  });

  it.each(rows)("$type has its outputs and inputs in the platform's order", ({ type, outputs, inputs }) => {
    const [wire] = toWire([callbackTypes.get(type)!()]);
    expect(wire?.output.map(({ name }) => name)).toEqual(outputs.filter((name) => !name.endsWith("?")));
    expect(wire?.input?.map(({ name }) => name) ?? []).toEqual(inputs.map((suffix) => `IDToken1${suffix}`));
    expect(Object.keys(wire ?? {})).toEqual(inputs.length > 0 ? ["type", "output", "input"] : ["type", "output"]);
    const given = Object.fromEntries(outputs.map((name) => [name.replace("?", ""), "x"]));
    expect(toWire([callbackTypes.get(type)!(given)])[0]?.output.map(({ name }) => name)).toEqual(Object.keys(given));
  });

  it.each([
    ["PollingWaitCallback", "waitTime", "8000"],
    ["TextOutputCallback", "messageType", "0"],
    ["ScriptTextOutputCallback", "messageType", "4"],
    ["ConfirmationCallback", "messageType", 0],
    ["ConfirmationCallback", "optionType", -1],
    ["NumberAttributeInputCallback", "value", null],
    ["BooleanAttributeInputCallback", "value", false],
    ["DeviceBindingCallback", "timeout", 60],
    ["RedirectCallback", "redirectMethod", "GET"],
    ["RedirectCallback", "trackingCookie", true],
    ["ConsentMappingCallback", "message", "Privacy & Consent."],
  ])("%s: %s is %j where nothing is said", (type, output, value) => {
    expect(callbackTypes.get(type)!().output.find(({ name }) => name === output)?.value).toEqual(value);
  });

  it("sends a script for the browser as a text output", () => {
    expect(toWire([callbackTypes.get("ScriptTextOutputCallback")!({ message: "1" })])[0]?.type).toBe(
      "TextOutputCallback",
    );
  });

  it("has other members for app integrity on iOS", () => {
    const [wire] = toWire([appIntegrityIosCallback({ challenge: "c" })]);
    expect(wire?.type).toBe("AppIntegrityCallback");
    expect(wire?.input?.map(({ name }) => name)).toEqual([
      "IDToken1clientError",
      "IDToken1attestToken",
      "IDToken1token",
      "IDToken1clientData",
      "IDToken1keyId",
    ]);
  });

  it("begins a hidden value as its own id, and a choice as its default", () => {
    const hidden = callbackTypes.get("HiddenValueCallback")!({ id: "webAuthnOutcome", value: "false" });
    const choice = callbackTypes.get("ChoiceCallback")!({ prompt: "?", choices: ["a", "b"], defaultChoice: 1 });
    expect(toWire([hidden, choice]).map(({ input }) => input)).toEqual([
      [{ name: "IDToken1", value: "webAuthnOutcome" }],
      [{ name: "IDToken2", value: 1 }],
    ]);
  });
});

describe("callbacks on the wire (facts: protocol.md 1.5 and 1.7)", () => {
  const name = callbackTypes.get("NameCallback")!();
  const text = callbackTypes.get("TextOutputCallback")!({ message: "hello" });
  const attribute = callbackTypes.get("StringAttributeInputCallback")!({ name: "mail" });
  const password = callbackTypes.get("PasswordCallback")!();

  it("numbers inputs by the callback's place, read-only ones counted", () => {
    expect(toWire([text, name])[1]?.input?.[0]?.name).toBe("IDToken2");
  });

  it("gives ids only where there are some, as the last member", () => {
    expect(Object.keys(toWire([name], [7])[0] ?? {})).toEqual(["type", "output", "input", "_id"]);
    expect(toWire([name])[0]).not.toHaveProperty("_id");
  });

  it("reads answers by position and type, whatever single inputs are called", () => {
    const answered = fromWire(
      [text, name, attribute],
      [
        { type: "TextOutputCallback", output: [] },
        { type: "NameCallback", output: [], input: [{ name: "anything", value: "demo" }] },
        {
          type: "StringAttributeInputCallback",
          output: [],
          input: [
            { name: "IDToken3validateOnly", value: true },
            { name: "IDToken3", value: "a@b.c" },
          ],
        },
      ],
    );
    expect(answered).toMatchObject([
      {},
      { input: [{ value: "demo" }] },
      {
        input: [{ value: "a@b.c" }, { value: true }],
        output: expect.arrayContaining([{ name: "value", value: "a@b.c" }]),
      },
    ]);
  });

  it("never sends a password back", () => {
    const answered = fromWire(
      [password],
      [{ type: "PasswordCallback", output: [], input: [{ name: "x", value: "secret" }] }],
    );
    expect(Array.isArray(answered) && answered[0].input[0].value).toBe("secret");
    expect(JSON.stringify(Array.isArray(answered) && toWire(answered))).not.toContain("secret");
  });

  it("says what is wrong with an answer as the endpoint does", () => {
    const wire = (type: string, ...values: string[]) => ({
      type,
      output: [],
      input: values.map((value) => ({ name: "IDToken1", value })),
    });
    expect(fromWire([name], [])).toEqual({ message: "Incorrect number of callbacks found in JSON response" });
    expect(fromWire([name], [wire("PasswordCallback", "x")])).toEqual({
      message: "Required callback not found in JSON response",
    });
    expect(fromWire([name], [wire("NameCallback", "x", "y")])).toMatchObject({
      message: expect.stringContaining("input field"),
    });
    expect(fromWire([name], [wire("NameCallback")])).toMatchObject({ message: expect.stringContaining("input field") });
  });
});
