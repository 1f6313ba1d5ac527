import { describe, expect, test } from "vitest";
import type { Callback } from "../../../src/runtime/callbacks/callback.js";
import { callbackTypes } from "../../../src/runtime/callbacks/callback-types.js";
import { withInputs } from "../../../src/runtime/callbacks/wire.js";
import { done, runNext } from "./script-fixture.js";

// Source of what is expected: the platform's table of bindings (facts/behaviour.md, section 6) and node state (facts/protocol.md, part 4).

const world = {
  users: [
    {
      _id: "u1",
      userName: "anna",
      mail: "anna@example.com",
      givenName: "Anna",
      password: "Secret12",
      aliasList: ["a1"],
    },
    { _id: "u2", userName: "bert", mail: "bert@example.com", givenName: "Bert", age: 40 },
  ],
  managed: { alpha_device: [{ _id: "d1", name: "phone", owner: "u1" }] },
  esvs: { "esv-mail-from": "noreply@example.com" },
  request: { headers: { host: "x" }, cookies: { session: "c1" }, locales: ["de-CH", "fr"] },
  http: [
    { method: "POST", url: "https://api.example/token", status: 400, body: { error: "bad" }, headers: { "X-Id": "7" } },
    { url: "https://api.example/*", body: "a=1&b=x%20y" },
  ],
};

async function outcomeOf(body: string, run: Parameters<typeof runNext>[1] = {}): Promise<unknown> {
  return done(await runNext(body, { world, ...run })).outcome;
}

describe("nodeState", () => {
  const state = {
    shared: { username: "anna", level: 3, objectAttributes: { mail: "m", deep: { a: 1 } } },
    transient: { objectAttributes: { password: "p" } },
  };

  test.each([
    [`nodeState.get("username")`, "anna"],
    [`nodeState.get("level") + 1`, 4],
    [`nodeState.get("nothing")`, undefined],
    [`nodeState.getObject("objectAttributes").password + nodeState.getObject("objectAttributes").get("mail")`, "pm"],
    [`Object.keys(nodeState.getObject("objectAttributes")).join()`, "mail,deep,password"],
    [`JSON.stringify(nodeState.get("objectAttributes"))`, '{"password":"p"}'],
    [`nodeState.keys().toArray().sort().join()`, "level,objectAttributes,username"],
  ])("%s", async (expression, expected) => {
    expect(await outcomeOf(`outcome = ${expression}`, state)).toEqual(expected);
  });

  test("the result of getObject does not change", async () => {
    const body = `var o = nodeState.getObject("objectAttributes"); try { "use strict"; o.mail = "other" } catch (e) {} outcome = nodeState.getObject("objectAttributes").get("mail") + o.mail`;
    expect(await outcomeOf(body, state)).toBe("mm");
  });

  test("merging goes into containers and takes a key out of the other stores", async () => {
    const { stores } = await runNext(
      `nodeState.mergeShared({ objectAttributes: { sn: "Berg" } }); nodeState.mergeTransient({ username: "t" })`,
      state,
    );
    expect(stores.shared.get("objectAttributes")).toEqual({ mail: "m", deep: { a: 1 }, sn: "Berg" });
    expect(stores.shared.get("username")).toBeUndefined();
    expect(stores.transient.get("username")).toBe("t");
  });

  test("the maps of the legacy engine and Java are not there", async () => {
    const names = ["sharedState", "transientState", "JavaImporter", "java", "org", "Packages"];
    expect(await outcomeOf(`outcome = [${names.map((name) => `typeof ${name}`)}].join()`)).toBe(
      names.map(() => "undefined").join(),
    );
    expect((await runNext(`sharedState.get("a")`)).result).toMatchObject({
      kind: "error",
      message: "ReferenceError: 'sharedState' is not defined",
    });
  });
});

describe("action", () => {
  test("goTo with everything that it carries", async () => {
    const body = `action.goTo("yes").putSessionProperty("k", "v").removeSessionProperty("old").withMaxSessionTime(10).withMaxIdleTime(5)
      .withErrorMessage("Wrong").withLockoutMessage("Locked").withIdentifiedUser("anna")`;
    expect(done(await runNext(body))).toEqual({
      kind: "done",
      action: { kind: "outcome", outcome: "yes" },
      effects: {
        identity: { name: "anna", type: "user" },
        sessionProperties: { k: "v" },
        removedSessionProperties: ["old"],
        maxSessionTime: 10,
        maxIdleTime: 5,
        errorMessage: "Wrong",
        lockoutMessage: "Locked",
      },
    });
  });

  test("withIdentifiedAgent", async () => {
    expect(done(await runNext(`action.goTo("a").withIdentifiedAgent("agent")`)).effects?.identity).toEqual({
      name: "agent",
      type: "agent",
    });
  });

  test("may be assigned to itself, as vendors' examples do", async () => {
    expect(done(await runNext(`action = action.goTo("a")`)).action).toEqual({ kind: "outcome", outcome: "a" });
  });

  test("callbacks are sent by themselves, with the look that the action has", async () => {
    const body = `callbacksBuilder.nameCallback("Who?"); action.withHeader("H").withDescription("D").withStage("S")`;
    const result = done(await runNext(body));
    expect(result.action).toEqual({ kind: "callbacks", callbacks: [], header: "H", description: "D", stage: "S" });
    expect(result.callbacks).toMatchObject([{ type: "NameCallback" }]);
    expect(done(await runNext(`action.withHeader("H"); outcome = "a"`))).toEqual({ kind: "done", outcome: "a" });
  });

  test("suspend puts the link into the text, and runs the function", async () => {
    const body = `action.suspend("Go to {0}", (uri) => nodeState.putShared("link", uri), 15)`;
    const trace = await runNext(body);
    expect(done(trace).action).toEqual({
      kind: "suspend",
      message: "Go to https://tenant.example/am/?suspendedId=1",
      minutes: 15,
    });
    expect(trace.stores.shared.get("link")).toBe("https://tenant.example/am/?suspendedId=1");
    expect((await runNext(`action.suspend("t", null, 0)`)).result).toMatchObject({ kind: "error" });
  });

  test.each(["null", "undefined"])("goTo(%s) is refused", async (outcome) => {
    expect((await runNext(`action.goTo(${outcome})`)).result).toMatchObject({ kind: "error" });
  });

  test.each(["let", "const", "var"])("%s outcome counts", async (keyword) => {
    expect(await outcomeOf(`${keyword} outcome = "mine"`)).toBe("mine");
  });
});

describe("callbacksBuilder and callbacks", () => {
  const made: readonly (readonly [string, string, readonly unknown[], string, string])[] = [
    ["nameCallback('P', 'd')", "NameCallback", ["anna"], "getNameCallbacks().get(0)", '"anna"'],
    ["passwordCallback('P', false)", "PasswordCallback", ["pw"], "getPasswordCallbacks()[0]", '"pw"'],
    ["textInputCallback('P', 'd')", "TextInputCallback", ["t"], "getTextInputCallbacks()", '["t"]'],
    ["choiceCallback('P', ['a', 'b'], 1, false)", "ChoiceCallback", [1], "getChoiceCallbacks()", "[[1]]"],
    ["confirmationCallback(0, ['a', 'b'], 1)", "ConfirmationCallback", [1], "getConfirmationCallbacks()", "[1]"],
    ["confirmationCallback('P', 0, 0, 1)", "ConfirmationCallback", [0], "getConfirmationCallbacks()", "[0]"],
    ["hiddenValueCallback('i', 'v')", "HiddenValueCallback", ["h"], "getHiddenValueCallbacks()", '{"i":"h"}'],
    ["languageCallback('en', 'US')", "LanguageCallback", ["de", "CH"], "getLanguageCallbacks()", '["de_CH"]'],
    [
      "stringAttributeInputCallback('mail', 'P', 'v', true)",
      "StringAttributeInputCallback",
      ["m", false],
      "getStringAttributeInputCallbacks()",
      '["m"]',
    ],
    [
      "numberAttributeInputCallback('n', 'P', 1, true, ['f'])",
      "NumberAttributeInputCallback",
      [4, false],
      "getNumberAttributeInputCallbacks()",
      "[4]",
    ],
    [
      "booleanAttributeInputCallback('b', 'P', false, true, {}, true, ['f'])",
      "BooleanAttributeInputCallback",
      [true, false],
      "getBooleanAttributeInputCallbacks()",
      "[true]",
    ],
    [
      "validatedPasswordCallback('P', false, {}, false)",
      "ValidatedCreatePasswordCallback",
      ["pw", true],
      "getValidatedPasswordCallbacks()",
      '[{"value":"pw","validateOnly":true}]',
    ],
    [
      "validatedUsernameCallback('P', {}, false, ['f'])",
      "ValidatedCreateUsernameCallback",
      ["anna", false],
      "getValidatedUsernameCallbacks()",
      '[{"value":"anna","validateOnly":false}]',
    ],
    [
      "termsAndConditionsCallback('1', 't', 'd')",
      "TermsAndConditionsCallback",
      [true],
      "getTermsAndConditionsCallbacks()",
      "[true]",
    ],
    [
      "kbaCreateCallback('P', ['q'], true)",
      "KbaCreateCallback",
      ["q", "a"],
      "getKbaCreateCallbacks()",
      '[{"selectedQuestion":"q","selectedAnswer":"a"}]',
    ],
    [
      "consentMappingCallback({ name: 'n' }, 'm', true)",
      "ConsentMappingCallback",
      [true],
      "getConsentMappingCallbacks()",
      "[true]",
    ],
    ["selectIdPCallback([{ provider: 'x' }])", "SelectIdPCallback", ["x"], "getSelectIdPCallbacks()", '["x"]'],
    [
      "deviceProfileCallback(true, false, 'm')",
      "DeviceProfileCallback",
      ["{}"],
      "getDeviceProfileCallbacks()",
      '["{}"]',
    ],
    [
      "idPCallback('p', 'c', 'r', ['s'], 'n', '', '', [], true)",
      "IdPCallback",
      ["tok", "id_token"],
      "getIdpCallbacks()[0].token",
      '"tok"',
    ],
  ];

  test.each(made)("%s, answered", async (call, type, answers, getter, expected) => {
    const { callbacks } = done(await runNext(`callbacksBuilder.${call}`));
    expect(callbacks?.map((callback) => callback.type)).toEqual([type]);
    // Every output that the type has, in the wire's order.
    const names = callbackTypes
      .get(type)
      ?.shape.outputs.filter((output) => !output.optional)
      .map((output) => output.name);
    expect(callbacks?.[0]?.output.map((output) => output.name)).toEqual(expect.arrayContaining([...(names ?? [])]));
    const answered = withInputs(callbacks![0]!, answers as string[]);
    expect(await outcomeOf(`outcome = JSON.stringify(callbacks.${getter})`, { callbacks: [answered] })).toBe(expected);
  });

  test.each([
    ["textOutputCallback(1, 'm')", "TextOutputCallback", { message: "m", messageType: "1" }],
    ["suspendedTextOutputCallback(0, 'm')", "SuspendedTextOutputCallback", { message: "m", messageType: "0" }],
    ["scriptTextOutputCallback('s')", "ScriptTextOutputCallback", { message: "s", messageType: "4" }],
    ["metadataCallback({ a: [1] })", "MetadataCallback", { data: { a: [1] } }],
    ["pollingWaitCallback('500', 'w')", "PollingWaitCallback", { waitTime: "500", message: "w" }],
    [
      "redirectCallback('https://x', { a: 'b' }, 'POST', true)",
      "RedirectCallback",
      { redirectUrl: "https://x", redirectMethod: "POST", trackingCookie: true, redirectData: { a: "b" } },
    ],
    [
      "stringAttributeInputCallback('a', 'P', 'v', true, { p: 1 }, true, ['f'])",
      "StringAttributeInputCallback",
      {
        name: "a",
        prompt: "P",
        value: "v",
        required: true,
        policies: { p: 1 },
        validateOnly: true,
        failedPolicies: ["f"],
      },
    ],
    [
      "confirmationCallback('P', 1, ['a'], 0)",
      "ConfirmationCallback",
      { prompt: "P", messageType: 1, options: ["a"], defaultOption: 0, optionType: -1 },
    ],
  ])("%s", async (call, type, outputs) => {
    const [callback] = done(await runNext(`callbacksBuilder.${call}`)).callbacks as readonly Callback[];
    expect([
      callback?.type,
      Object.fromEntries(callback?.output.map(({ name, value }) => [name, value]) ?? []),
    ]).toEqual([type, outputs]);
  });

  test("an unanswered node has no callbacks", async () => {
    expect(await outcomeOf(`outcome = callbacks.isEmpty() + JSON.stringify(callbacks.getNameCallbacks())`)).toBe(
      "true[]",
    );
  });

  test.each(["httpCallback('a', 'b', '401')", "x509CertificateCallback('P')"])(
    "%s has no form in JSON",
    async (call) => {
      expect((await runNext(`callbacksBuilder.${call}`)).result).toMatchObject({
        kind: "unsupported",
        reason: expect.stringContaining("Callback"),
      });
    },
  );
});

describe("idRepository", () => {
  test("reads lists, and writes at store()", async () => {
    const body = `
      const id = idRepository.getIdentity("u1");
      id.setAttribute("givenName", ["Ann"]); id.addAttribute("aliasList", "a2");
      const before = idRepository.getIdentity("anna").getAttributeValues("givenName")[0];
      id.store();
      outcome = before + id.getAttributeValues("givenName").get(0) + id.getAttributeValues("nothing").length`;
    const trace = await runNext(body, { world });
    expect(done(trace).outcome).toBe("AnnaAnn0");
    expect(trace.world.identities.get("u1")).toMatchObject({ givenName: "Ann", aliasList: ["a1", "a2"] });
  });

  test("there is no identity for an unknown name", async () => {
    expect(await outcomeOf(`outcome = String(idRepository.getIdentity("nobody"))`)).toBe("null");
  });
});

describe("openidm", () => {
  test.each([
    [`openidm.read("managed/alpha_user/u1").givenName`, "Anna"],
    [`openidm.read("managed/alpha_user/u1").password`, undefined],
    [`openidm.read("managed/alpha_user/none")`, undefined],
    [`JSON.stringify(openidm.read("managed/alpha_user/u1", null, ["mail"]))`, '{"_id":"u1","mail":"anna@example.com"}'],
    [`openidm.query("managed/alpha_user", { _queryFilter: 'userName eq "ANNA"' }, ["_id"]).result[0]._id`, "u1"],
    [`openidm.query("managed/alpha_user", { _queryFilter: "true" }).resultCount`, 2],
    [
      `openidm.query("managed/alpha_user", { _queryFilter: 'age ge 40 and !(mail sw "anna")' }).result.get(0).get("userName")`,
      "bert",
    ],
    [`openidm.query("managed/alpha_device", { _queryFilter: 'owner eq "u1" or owner pr' }).result[0].name`, "phone"],
    [
      `openidm.delete("managed/alpha_device/d1", null).name + openidm.query("managed/alpha_device", { _queryFilter: "true" }).resultCount`,
      "phone0",
    ],
    [
      `openidm.create("managed/alpha_device", "d2", { name: "pad" })._id + openidm.read("managed/alpha_device/d2").name`,
      "d2pad",
    ],
    [
      `openidm.update("managed/alpha_device/d1", null, { name: "new" }).name + openidm.read("managed/alpha_device/d1").owner`,
      "newundefined",
    ],
  ])("%s", async (expression, expected) => {
    expect(await outcomeOf(`outcome = ${expression}`)).toEqual(expected);
  });

  test("patch", async () => {
    const body = `openidm.patch("managed/alpha_user/u1", null, [
      { operation: "replace", field: "/givenName", value: "Ann" }, { operation: "add", field: "/aliasList/-", value: "a2" },
      { operation: "remove", field: "aliasList", value: "a1" }, { operation: "increment", field: "/logins", value: 2 },
      { operation: "replace", field: "preferences/updates", value: true }])`;
    const { world: after } = await runNext(body, { world });
    expect(after.identities.get("u1")).toMatchObject({
      givenName: "Ann",
      aliasList: ["a2"],
      logins: 2,
      preferences: { updates: true },
      password: "Secret12",
    });
  });

  test("create makes users of the store, and refuses a name that is taken", async () => {
    const trace = await runNext(
      `openidm.create("managed/alpha_user", null, { userName: "carl", mail: "c@x.y" }); outcome = "ok"`,
      { world },
    );
    expect(trace.world.identities.find("userName", "carl")).toMatchObject({ mail: "c@x.y" });
    const body = `try { openidm.create("managed/alpha_user", null, { userName: "anna" }) } catch (e) { outcome = e.javaException.getCode() + e.javaException.getReason() + e.javaException.getMessage() }`;
    expect(await outcomeOf(body)).toBe("403ForbiddenPolicy validation failed");
  });

  test("errors carry the code", async () => {
    const code = (call: string) => outcomeOf(`try { ${call} } catch (e) { outcome = e.javaException.getCode() }`);
    expect(await code(`openidm.patch("managed/alpha_user/none", null, [])`)).toBe(404);
    expect(await code(`openidm.query("managed/alpha_user", { _queryFilter: "((" })`)).toBe(400);
    expect(await code(`openidm.read("config/x")`)).toBe(404);
  });

  test("mail goes to the outbox; other actions are named", async () => {
    const body = `openidm.action("external/email", "sendTemplate", { templateName: "welcome", to: "a@x.y", object: { link: "l" } }); outcome = "ok"`;
    const trace = await runNext(body, { world: { now: 1000 } });
    expect(trace.world.outbox).toEqual([
      { kind: "email", to: "a@x.y", template: "welcome", object: { link: "l" }, at: 1000 },
    ]);
    expect((await runNext(`openidm.action("endpoint/x", "y")`)).result).toMatchObject({
      kind: "unsupported",
      reason: expect.stringContaining("endpoint/x"),
    });
  });
});

describe("httpClient", () => {
  test("send(…).get()", async () => {
    const body = `const r = httpClient.send("https://api.example/token", { method: "POST", body: { a: 1 }, token: "t" }).get();
      outcome = [r.status, r.statusText, r.ok, r.json().error, r.text(), r.headers["X-Id"][0], r.headers.get("X-Id").get(0)].join("|")`;
    expect(await outcomeOf(body)).toBe('400|Bad Request|false|bad|{"error":"bad"}|7|7');
    expect(await outcomeOf(`outcome = httpClient.send("https://api.example/form").get().formData().get("b")[0]`)).toBe(
      "x y",
    );
  });

  test("then and thenCatch", async () => {
    const body = `httpClient.send("https://api.example/token", { method: "POST" })
      .then((r) => { if (!r.ok) throw new Error("status " + r.status); })
      .thenCatch((e) => { outcome = e.message; })`;
    expect(await outcomeOf(body)).toBe("status 400");
  });
});

describe("the rest", () => {
  test.each([
    [`requestCookies.get("session") + requestCookies.session + typeof cookieName`, "c1c1string"],
    [
      `journey.name() + journey.identityResource() + journey.innerJourney() + journey.mustRun()`,
      "Loginmanaged/alpha_usertruefalse",
    ],
    [`locales.getLocalizedMessage({ en: "Hello", de: "Hallo" })`, "Hallo"],
    [`locales.getLocalizedMessage({ it: "Ciao", es: "Hola" })`, "Ciao"],
    [`String(samlApplication) + String(oauthApplication)`, "nullnull"],
    [`systemEnv.getProperty("esv.mail.from")`, "noreply@example.com"],
    [`requestHeaders.get("host").get(0) + requestHeaders.host[0]`, "xx"],
    [`utils.base64.encode("ä") + utils.base64.decode("w6Q=")`, "w6Q=ä"],
    [`utils.base64url.encode("??>") + utils.base64url.decode("Pz8-")`, "Pz8-??>"],
    [`utils.types.bytesToString(utils.types.stringToBytes("aä€😀"))`, "aä€😀"],
    [`utils.crypto.randomUUID().length + utils.crypto.getRandomValues([0, 0]).length`, 38],
    // RFC 6234 and RFC 4231, test case 2.
    [
      `utils.crypto.subtle.digest("SHA-256", "abc").map((b) => b.toString(16).padStart(2, "0")).join("")`,
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ],
    [
      `utils.crypto.subtle.sign("HMAC", utils.types.stringToBytes("Jefe"), "what do ya want for nothing?").slice(0, 4).join()`,
      "91,220,193,70",
    ],
    [`[logger.isDebugEnabled(), logger.isErrorEnabled()].join()`, "true,true"],
  ])("%s", async (expression, expected) => {
    expect(await outcomeOf(`outcome = ${expression}`)).toEqual(expected);
  });

  test.each(["policy.evaluate", "jwtAssertion.generateJwt", "jwtValidator.validateJwtClaims", "cacheManager.named"])(
    "%s fails closed, by name",
    async (call) => {
      const { result } = await runNext(`try { ${call}({}) } catch (e) { } action.goTo("true")`);
      const [name = ""] = call.split(".");
      const reason = `${name === "cacheManager" ? name : call} is not available in the simulation`;
      expect(result).toEqual({ kind: "unsupported", reason });
      expect(await outcomeOf(`var ${name} = 5; outcome = ${name}`)).toBe(5);
    },
  );

  test("a script may ask for them", async () => {
    expect(await outcomeOf(`outcome = typeof policy + typeof jwtAssertion + typeof jwtValidator`)).toBe(
      "objectobjectobject",
    );
  });

  test.each([
    [`{ name: "HMAC", hash: "SHA-512" }, "k", "d"`, "HMAC and SHA-512"],
    [`"HMAC", "k", "d", { hash: "SHA-512" }`, "HMAC and SHA-512"],
  ])("a hash that the simulation lacks is named: sign(%s)", async (given, what) => {
    expect((await runNext(`utils.crypto.subtle.sign(${given})`)).result).toMatchObject({
      reason: `utils.crypto.subtle.sign with ${what} is not available in the simulation`,
    });
  });

  test.each(["encrypt", "deriveKey", "generateKey"])("utils.crypto.subtle.%s fails closed, by name", async (name) => {
    expect((await runNext(`utils.crypto.subtle.${name}()`)).result).toMatchObject({
      reason: `utils.crypto.subtle.${name} is not available in the simulation`,
    });
  });

  test("promises of the script run before the result counts", async () => {
    expect(await outcomeOf(`Promise.resolve().then(() => { outcome = "later" })`)).toBe("later");
  });
});

describe("require", () => {
  const libraries = {
    texts: `var prefix = "Hi "; exports.greet = function (name) { return prefix + name + logger.isDebugEnabled() }; exports.count = 0;`,
    second: `const texts = require("texts"); texts.count++; module.exports = { twice: (name) => texts.greet(name) + texts.greet(name) };`,
    broken: `exports.a = 1;\n  undefinedThing.x;`,
    unreadable: `var = 1;`,
    first: `exports.a = 1; exports.b = missing.x;`,
  };

  test("a library is a CommonJS module with its caller's bindings, and runs once", async () => {
    const body = `const t = require("texts"), s = require("second"); require("texts"); outcome = s.twice("A") + t.count + typeof prefix`;
    expect(await outcomeOf(body, { libraries })).toBe("Hi AtrueHi Atrue1undefined");
  });

  test("a missing one is named", async () => {
    expect((await runNext(`require("none")`, { libraries })).result).toMatchObject({
      kind: "error",
      message: 'No library script "none"',
      source: { script: "Test Script", line: 1 },
    });
  });

  test("errors stand at the library's own place", async () => {
    expect((await runNext(`require("broken")`, { libraries })).result).toMatchObject({
      source: { script: "broken", line: 2, column: 3 },
    });
    expect((await runNext(`\nrequire("unreadable")`, { libraries })).result).toMatchObject({
      message: expect.stringMatching(/^Script "unreadable" cannot be read/),
      source: { script: "unreadable", line: 1, column: 5 },
    });
    expect((await runNext(`require("first")`, { libraries })).result).toMatchObject({
      source: { script: "first", line: 1, column: 28 },
    });
  });
});

test.each([
  [`callbacksBuilder.nameCallback("Name"); action.goTo("true")`, 1],
  [`outcome = "true"; callbacksBuilder.nameCallback("Name")`, 1],
  [`callbacksBuilder.nameCallback("Name")`, 0],
  [`action.goTo("true")`, 0],
])(
  "a question beside an outcome is asked, with a word in the log that this is not certain: %s",
  async (body, count) => {
    const trace = await runNext(body);
    const told = trace.world.log.filter(({ warning, text }) => warning && text.includes("chooses an outcome"));
    expect(told.length).toBe(count);
    expect(done(trace).callbacks?.length ?? 0).toBe(body.includes("nameCallback") ? 1 : 0);
  },
);
