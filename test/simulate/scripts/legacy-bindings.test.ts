import { describe, expect, test } from "vitest";
import type { Callback } from "../../../src/runtime/callbacks/callback.js";
import { withInputs } from "../../../src/runtime/callbacks/wire.js";
import { done, runLegacy } from "./script-fixture.js";

// Source of what is expected: the platform's table of bindings (facts/behaviour.md, section 6) and node state (facts/protocol.md, part 4).

const world = {
  users: [
    {
      _id: "u1",
      userName: "anna",
      mail: "anna@example.com",
      givenName: "Anna",
      sn: "Berg",
      password: "Secret12",
      frIndexedString1: "x1",
      custom_level: 3,
    },
  ],
  esvs: { "esv-mail-from": "noreply@example.com", "esv.limit": "7", "esv-on": "true" },
  secrets: { "esv.key": "hidden" },
  request: {
    headers: { "x-forwarded-for": ["10.0.0.1", "10.0.0.2"], "User-Agent": "Test" },
    query: { locale: "de", scope: ["a", "b"] },
  },
  http: [{ method: "GET", url: "https://api.example/*", status: 201, body: { ok: true } }],
};

async function outcomeOf(body: string, run: Parameters<typeof runLegacy>[1] = {}): Promise<unknown> {
  return done(await runLegacy(body, { world, ...run })).outcome;
}

describe("nodeState", () => {
  const state = {
    shared: { username: "anna", level: 3, map: { a: 1, b: { c: true } }, list: ["x", "y"], both: "shared", flag: true },
    transient: { both: "transient", objectAttributes: { password: "p" } },
    secure: { both: "secure", kept: "s" },
  };

  test.each([
    [`nodeState.get("username").asString()`, "anna"],
    [`nodeState.get("level").asInteger() + 1`, 4],
    [`nodeState.get("flag").asBoolean()`, true],
    [`nodeState.get("both").asString()`, "transient"],
    [`nodeState.get("kept").asString()`, "s"],
    [`nodeState.get("nothing")`, undefined],
    [`nodeState.get("map").asMap().get("a")`, 1],
    [`nodeState.get("map").get("b").get("c").asBoolean()`, true],
    [`nodeState.get("list").asList().get(1)`, "y"],
    [`nodeState.get("list").size()`, 2],
    [`nodeState.get("map").isMap() + "" + nodeState.get("username").isString()`, "truetrue"],
    [`"" + nodeState.get("username")`, '"anna"'],
    [`String(nodeState.get("map"))`, '{"a":1,"b":{"c":true}}'],
    [`nodeState.isDefined("username") + "" + nodeState.isDefined("nothing")`, "truefalse"],
    [`nodeState.keys().contains("username")`, true],
    [`nodeState.getObject("map").get("a").asInteger()`, 1],
  ])("%s", async (expression, expected) => {
    expect(await outcomeOf(`outcome = ${expression}`, state)).toEqual(expected);
  });

  test("a value of another kind is an error that names what was expected", async () => {
    const { result } = await runLegacy(`nodeState.get("level").asString()`, state);
    expect(result).toMatchObject({ kind: "error", message: "Expecting a java.lang.String" });
  });

  test("writes take effect at once and take JsonValue, maps, lists and plain objects", async () => {
    const { stores, result } = await runLegacy(
      `nodeState.putShared("copy", nodeState.get("map"));
       nodeState.putTransient("secret", ["a", { b: 1 }]).putShared("n", 1.5);
       nodeState.remove("username");
       nodeState.mergeShared({ merged: true });
       outcome = nodeState.get("copy").get("b").get("c").asBoolean() ? "yes" : "no"`,
      state,
    );
    expect(result).toMatchObject({ outcome: "yes" });
    expect(stores.shared.get("copy")).toEqual({ a: 1, b: { c: true } });
    expect(stores.shared.get("n")).toBe(1.5);
    expect(stores.shared.get("merged")).toBe(true);
    expect(stores.shared.get("username")).toBeUndefined();
    expect(stores.transient.get("secret")).toEqual(["a", { b: 1 }]);
  });

  test("only the declared inputs are seen", async () => {
    expect(
      await outcomeOf(`outcome = nodeState.keys().toString() + sharedState.toString()`, {
        ...state,
        inputs: ["level"],
      }),
    ).toBe("[level]{level=3}");
  });
});

describe("sharedState and transientState", () => {
  test("are maps that count as they are, also inside", async () => {
    const { stores } = await runLegacy(
      `sharedState.get("objectAttributes").put("description", "d");
       sharedState.put("a", { b: [1, 2] });
       sharedState.remove("gone");
       transientState.put("t", sharedState.get("username"));
       outcome = "true"`,
      { shared: { username: "anna", gone: 1, objectAttributes: { mail: "m" } } },
    );
    expect(Object.fromEntries(stores.shared)).toEqual({
      username: "anna",
      objectAttributes: { mail: "m", description: "d" },
      a: { b: [1, 2] },
    });
    expect(Object.fromEntries(stores.transient)).toEqual({ t: "anna" });
  });

  test("and nodeState see each other's changes", async () => {
    const body = `
      sharedState.put("a", 1);
      var first = nodeState.get("a").asInteger();
      nodeState.putShared("b", 2);
      outcome = first + ":" + sharedState.get("b") + ":" + sharedState.get("a")`;
    expect(await outcomeOf(body)).toBe("1:2:1");
  });

  test("print as Java prints maps, and serialise as JSON", async () => {
    const run = { shared: { a: "x", m: { k: [1, "y"] }, n: null } };
    expect(await outcomeOf("outcome = sharedState.toString()", run)).toBe("{a=x, m={k=[1, y]}, n=null}");
    expect(await outcomeOf("outcome = JSON.stringify(sharedState)", run)).toBe('{"a":"x","m":{"k":[1,"y"]},"n":null}');
    expect(
      await outcomeOf(
        "outcome = '' + Object.keys(sharedState).indexOf('a') + sharedState.a + ('m' in sharedState)",
        run,
      ),
    ).toBe("-1undefinedfalse");
  });

  test("are written although the script throws later", async () => {
    const { stores, result } = await runLegacy(`nodeState.putShared("a", 1); throw new Error("no")`);
    expect(result).toMatchObject({ kind: "error", message: "no" });
    expect(stores.shared.get("a")).toBe(1);
  });
});

describe("Action", () => {
  const importer = `var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action, javax.security.auth.callback.NameCallback, javax.security.auth.callback.TextOutputCallback);`;

  test("goTo, with everything that an action carries", async () => {
    const body = `${importer}
      outcome = "no";
      action = fr.Action.goTo("yes").putSessionProperty("k", "v").removeSessionProperty("old").withMaxSessionTime(10)
        .withMaxIdleTime(5).withErrorMessage("Wrong").withLockoutMessage("Locked")
        .withIdentifiedIdentity("anna", com.sun.identity.idm.IdType.USER).build()`;
    expect(done(await runLegacy(body))).toEqual({
      kind: "done",
      outcome: "no",
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

  test.each(["fr.Action.send(a, b)", "fr.Action.send([a, b])", "fr.Action.send(java.util.Arrays.asList(a, b))"])(
    "%s",
    async (send) => {
      const body = `${importer}
        var a = new fr.TextOutputCallback(fr.TextOutputCallback.WARNING, "Careful"), b = new fr.NameCallback("Who?");
        action = ${send}.withHeader("H").withDescription("D").withStage("S").build()`;
      expect(done(await runLegacy(body)).action).toMatchObject({
        kind: "callbacks",
        header: "H",
        description: "D",
        stage: "S",
        callbacks: [
          {
            type: "TextOutputCallback",
            output: [
              { name: "message", value: "Careful" },
              { name: "messageType", value: "1" },
            ],
          },
          { type: "NameCallback", output: [{ name: "prompt", value: "Who?" }] },
        ],
      });
    },
  );

  test("with (imports), of packages and of classes", async () => {
    const body = `with (new JavaImporter(org.forgerock.openam.auth.node.api, javax.security.auth.callback)) {
      action = Action.send(new NameCallback("Who?")).build() }`;
    expect(done(await runLegacy(body)).action).toMatchObject({ kind: "callbacks" });
  });

  test("suspend gives the link to the handler", async () => {
    const body = `
      var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action, org.forgerock.openam.auth.node.api.SuspendedTextOutputCallback);
      action = fr.Action.suspend(function (uri) {
        nodeState.putShared("link", String(uri));
        return fr.SuspendedTextOutputCallback.info("Look into your mail");
      }).build()`;
    const trace = await runLegacy(body);
    expect(done(trace).action).toEqual({ kind: "suspend", message: "Look into your mail" });
    expect(trace.stores.shared.get("link")).toBe("https://tenant.example/am/?suspendedId=1");
  });

  test("what was not built is no action: the outcome counts, and the log says why", async () => {
    const trace = await runLegacy(`${importer} action = fr.Action.goTo("yes"); outcome = "no"`);
    expect(done(trace)).toEqual({ kind: "done", outcome: "no" });
    expect(trace.world.log).toMatchObject([{ level: "warn", text: expect.stringContaining(".build()") }]);
  });

  test("a session of no minutes is refused", async () => {
    const { result } = await runLegacy(`${importer} fr.Action.goTo("a").withMaxIdleTime(0)`);
    expect(result).toMatchObject({ kind: "error", message: expect.stringContaining("must be greater than 0") });
  });
});

describe("callbacks", () => {
  const classes =
    "javax.security.auth.callback, com.sun.identity.authentication.callbacks, com.sun.identity.authentication.spi, org.forgerock.openam.authentication.callbacks";
  const made: readonly (readonly [string, string, readonly unknown[], string, unknown])[] = [
    ["new NameCallback('P')", "NameCallback", ["anna"], "getName()", "anna"],
    [
      "new PasswordCallback('P', false)",
      "PasswordCallback",
      ["pw"],
      "getPassword().length + java.lang.String(callbacks.get(0).getPassword())",
      "2pw",
    ],
    ["new TextInputCallback('P', 'd')", "TextInputCallback", ["t"], "getText()", "t"],
    ["new ChoiceCallback('P', ['a', 'b'], 0, false)", "ChoiceCallback", [1], "getSelectedIndexes()[0]", 1],
    ["new ConfirmationCallback(0, ['a', 'b'], 1)", "ConfirmationCallback", [1], "getSelectedIndex()", 1],
    ["new ConfirmationCallback('P', 0, ['a', 'b'], 1)", "ConfirmationCallback", [0], "getSelectedIndex()", 0],
    ["new HiddenValueCallback('i', 'v')", "HiddenValueCallback", ["h"], "getValue()", "h"],
    ["new LanguageCallback()", "LanguageCallback", ["de", "CH"], "getLocale()", "de_CH"],
    [
      "new StringAttributeInputCallback('mail', 'P', 'v', true)",
      "StringAttributeInputCallback",
      ["m", false],
      "getValue()",
      "m",
    ],
    [
      "new NumberAttributeInputCallback('n', 'P', 1, true)",
      "NumberAttributeInputCallback",
      [4, false],
      "getValue()",
      4,
    ],
    [
      "new BooleanAttributeInputCallback('b', 'P', false, true)",
      "BooleanAttributeInputCallback",
      [true, false],
      "getValue()",
      true,
    ],
    [
      "new ValidatedPasswordCallback('P', false, {}, false)",
      "ValidatedCreatePasswordCallback",
      ["pw", true],
      "validateOnly()",
      true,
    ],
    [
      "new ValidatedUsernameCallback('P', {}, false)",
      "ValidatedCreateUsernameCallback",
      ["anna", false],
      "getUsername()",
      "anna",
    ],
    ["new TermsAndConditionsCallback('1', 't', 'd')", "TermsAndConditionsCallback", [true], "getAccept()", true],
    ["new KbaCreateCallback('P', ['q'], true)", "KbaCreateCallback", ["q", "a"], "getSelectedAnswer()", "a"],
    ["new SelectIdPCallback([{ provider: 'x' }])", "SelectIdPCallback", ["x"], "getProvider()", "x"],
    ["new DeviceProfileCallback(true, false, 'm')", "DeviceProfileCallback", ["{}"], "getValue()", "{}"],
    [
      "new ConsentMappingCallback('n', 'd', 'i', 'a', ['f'], 'm', true)",
      "ConsentMappingCallback",
      [true],
      "getValue()",
      true,
    ],
  ];

  test.each(made)("%s, answered", async (expression, type, answers, getter, expected) => {
    const sent = done(
      await runLegacy(
        `with (JavaImporter(org.forgerock.openam.auth.node.api, ${classes})) { action = Action.send(${expression}).build() }`,
      ),
    );
    const [callback] = (sent.action as { callbacks: readonly Callback[] }).callbacks;
    expect(callback?.type).toBe(type);
    const answered = withInputs(callback!, answers as string[]);
    const body = `outcome = callbacks.size() + ":" + callbacks.isEmpty() + ":" + callbacks.get(0).${getter}`;
    expect(await outcomeOf(body, { callbacks: [answered] })).toBe(`1:false:${expected}`);
  });

  test.each([
    [
      "new TextOutputCallback(TextOutputCallback.ERROR, 'm')",
      "TextOutputCallback",
      [
        ["message", "m"],
        ["messageType", "2"],
      ],
    ],
    [
      "new ScriptTextOutputCallback('s')",
      "ScriptTextOutputCallback",
      [
        ["message", "s"],
        ["messageType", "4"],
      ],
    ],
    [
      "new MetadataCallback(org.forgerock.json.JsonValue.json({ stage: 'x' }))",
      "MetadataCallback",
      [["data", { stage: "x" }]],
    ],
    [
      "new RedirectCallback('https://x', null, 'GET')",
      "RedirectCallback",
      [
        ["redirectUrl", "https://x"],
        ["redirectMethod", "GET"],
        ["trackingCookie", false],
      ],
    ],
    [
      "PollingWaitCallback.makeCallback().withWaitTime('500').withMessage('w').build()",
      "PollingWaitCallback",
      [
        ["waitTime", "500"],
        ["message", "w"],
      ],
    ],
  ])("%s", async (expression, type, output) => {
    const body = `with (JavaImporter(org.forgerock.openam.auth.node.api, ${classes})) { action = Action.send(${expression}).build() }`;
    const { action } = done(await runLegacy(body));
    const [callback] = (action as { callbacks: readonly Callback[] }).callbacks;
    expect([callback?.type, callback?.output.map(({ name, value }) => [name, value])]).toEqual([type, output]);
  });
});

describe("the world", () => {
  test.each([
    [`requestHeaders.get("x-forwarded-for").get(1)`, "10.0.0.2"],
    [`requestHeaders.get("user-agent").get(0)`, "Test"],
    [`requestHeaders.get("absent")`, undefined],
    [`requestParameters.get("locale").get(0) + requestParameters.get("scope").size()`, "de2"],
    [`typeof existingSession`, "undefined"],
    [`resumedFromSuspend`, false],
    [`realm + ":" + scriptName`, "/alpha:Test Script"],
    [`systemEnv.getProperty("esv.mail.from")`, "noreply@example.com"],
    [`systemEnv.getProperty("esv.none", "fallback")`, "fallback"],
    [`systemEnv.getProperty("esv.limit", "1", java.lang.Integer) + 1`, 8],
    [`systemEnv.getProperty("esv.on", "false", java.lang.Boolean)`, true],
    [`secrets.getGenericSecret("esv.key").getAsUtf8()`, "hidden"],
    [`idRepository.getAttribute("anna", "mail").toArray()[0]`, "anna@example.com"],
    [`idRepository.getAttribute("u1", "mail").iterator().next()`, "anna@example.com"],
    [`idRepository.getAttribute("anna", "fr-attr-istr1").toString()`, "[x1]"],
    [`idRepository.getAttribute("anna", "fr-idm-custom-attrs").toArray()[0]`, '{"custom_level":3}'],
    [`idRepository.getAttribute("anna", "cn").toArray()[0]`, "Anna Berg"],
    [`idRepository.getAttribute("anna", "userPassword").isEmpty()`, true],
    [`idRepository.getAttribute("nobody", "mail").size()`, 0],
  ])("%s", async (expression, expected) => {
    expect(await outcomeOf(`outcome = ${expression}`)).toEqual(expected);
  });

  test("an existing session is a map", async () => {
    const session = { username: "anna", properties: { AuthLevel: "5" } };
    expect(await outcomeOf(`outcome = existingSession.get("AuthLevel")`, { world: { session } })).toBe("5");
  });

  test("idRepository writes at once", async () => {
    const { world: after } = await runLegacy(
      `idRepository.setAttribute("anna", "givenName", ["Ann"]); idRepository.addAttribute("anna", "aliasList", "a1");
       idRepository.addAttribute("anna", "aliasList", "a2"); outcome = idRepository.getAttribute("anna", "aliasList").toString()`,
      { world },
    );
    expect(after.identities.get("u1")).toMatchObject({
      givenName: "Ann",
      aliasList: ["a1", "a2"],
      password: "Secret12",
    });
  });

  test("httpClient is answered by the world", async () => {
    const body = `
      var request = new org.forgerock.http.protocol.Request();
      request.setMethod("GET"); request.setUri("https://api.example/x"); request.getHeaders().add("A", "b");
      var response = httpClient.send(request).get();
      outcome = response.getStatus().getCode() + response.getEntity().getString() + response.getStatus().isSuccessful()`;
    expect(await outcomeOf(body)).toBe('201{"ok":true}true');
  });

  test("a request that nothing answers is named, and cannot be caught", async () => {
    const body = `var r = new org.forgerock.http.protocol.Request(); r.setUri("https://other.example/");
      try { httpClient.send(r).get() } catch (e) { } outcome = "true"`;
    expect((await runLegacy(body, { world })).result).toMatchObject({
      kind: "unsupported",
      reason: expect.stringContaining("GET https://other.example/"),
    });
  });

  test("the logger writes into the world's log, with the script's title", async () => {
    const { world: after } = await runLegacy(
      `logger.message("a"); logger.warning("b {} {}", 1, "c"); logger.error("d")`,
    );
    expect(after.log).toEqual([
      { level: "debug", script: "Test Script", text: "a" },
      { level: "warn", script: "Test Script", text: "b 1 c" },
      { level: "error", script: "Test Script", text: "d" },
    ]);
  });

  test("time and chance are the simulation's", async () => {
    const body = `outcome = [new Date().toISOString(), Date.now() === new Date().getTime(), java.lang.System.currentTimeMillis(), Math.random()].join()`;
    const first = await outcomeOf(body, { world: { now: "2026-05-01T10:00:00Z", seed: 5 } });
    expect(String(first)).toMatch(/^2026-05-01T10:00:00\.000Z,true,1777629600000,0\.\d+$/);
    expect(await outcomeOf(body, { world: { now: "2026-05-01T10:00:00Z", seed: 5 } })).toBe(first);
  });

  test("a configuration script leaves config", async () => {
    const body = `config = { message: { en: "Hi " + nodeState.get("username").asString() } }`;
    expect(done(await runLegacy(body, { shared: { username: "anna" } })).config).toEqual({
      message: { en: "Hi anna" },
    });
  });
});

describe("Java in scripts", () => {
  test.each([
    [
      `var t = new java.lang.String("abc"); "a".equals("a") + "" + "A".equalsIgnoreCase("a") + t.isEmpty() + t.contains("b")`,
      "truetruefalsetrue",
    ],
    [`var s = "four"; new java.lang.String(s).length() + s.length`, 8],
    [`"a" + "x.length()".length`, "a10"],
    [`new java.lang.String("abc").length() + java.lang.String.valueOf(5)`, "35.0"],
    [`java.lang.Integer.parseInt("42") + java.lang.Math.max(1, 2)`, 44],
    [`var l = new java.util.ArrayList(); l.add("a"); l.add("b"); l.size() + l.get(1) + l.contains("a")`, "2btrue"],
    [`var m = new java.util.HashMap(); m.put("k", "v"); m.get("k") + m.containsKey("x") + m`, "vfalse{k=v}"],
    [`java.util.Arrays.asList("a", "b").toString()`, "[a, b]"],
    [
      `var i = new java.util.HashMap({ a: 1 }).entrySet().iterator(), e = i.next(); e.getKey() + e.getValue() + i.hasNext()`,
      "a1false",
    ],
    [`String(Packages.java.util.UUID.randomUUID()).length`, 36],
    [`java.util.Base64.getEncoder().encodeToString(new java.lang.String("ä").getBytes())`, "w6Q="],
    [`new java.lang.StringBuilder("a").append("b").append(1).toString()`, "ab1.0"],
    [
      `String(org.forgerock.json.JsonValue.json(org.forgerock.json.JsonValue.object(org.forgerock.json.JsonValue.field("a", 1))))`,
      '{"a":1}',
    ],
  ])("%s", async (expression, expected) => {
    expect(await outcomeOf(`outcome = (function () { ${expression.replace(/([^;]+)$/, " return $1")} }())`)).toEqual(
      expected,
    );
  });

  test("a class that is missing may be imported; using it is named, and cannot be caught", async () => {
    const imported = `var fr = JavaImporter(java.security.MessageDigest, org.forgerock.openam.auth.node.api.Action);`;
    expect(await outcomeOf(`${imported} outcome = "true"`)).toBe("true");
    const { result } = await runLegacy(
      `${imported} try { fr.MessageDigest.getInstance("SHA-256") } catch (e) { } outcome = "true"`,
    );
    expect(result).toEqual({
      kind: "unsupported",
      reason: "Java class java.security.MessageDigest is not available in the simulation",
    });
  });

  test("Groovy is named", async () => {
    const { result } = await runLegacy(`String a = "x"`, { language: "GROOVY" });
    expect(result).toMatchObject({ kind: "unsupported", reason: expect.stringContaining("Groovy") });
  });

  test("bindings of the next generation are not there", async () => {
    expect(
      await outcomeOf(`outcome = [typeof openidm, typeof callbacksBuilder, typeof utils, typeof require].join()`),
    ).toBe("undefined,undefined,undefined,undefined");
  });
});
