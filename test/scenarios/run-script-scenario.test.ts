import { describe, expect, test } from "vitest";
import { runScenario } from "../../src/scenarios/run-scenario.js";
import { createScriptHost } from "../../src/simulate/scripts/create-script-host.js";
import { faultsOf, projectOf, testScript } from "../support/test-script.js";

const rate = `var response = httpClient.send("https://risk.example.com/" + nodeState.get("username"), {
  method: "POST",
  body: { ip: requestHeaders.get("x-ip").get(0) },
}).get();
logger.info("status {}", response.status);
nodeState.putShared("score", response.json().score);
nodeState.putTransient("seen", true);
outcome = response.json().score > 50 ? "high" : "low";`;
const rated = ['given state { username: "demo" }', 'given header X-Ip "10.0.0.1"'];
const answer = 'stub http POST "https://risk.example.com/*" -> { body: { score: 7 } }';

describe("what is so, passes", () => {
  test.each<[string, string, readonly string[]]>([
    ["an outcome, quoted or not", rate, [...rated, answer, 'expect outcome "low"', "expect outcome low"]],
    [
      "state by its store",
      rate,
      [
        ...rated,
        answer,
        "expect shared { score: 7, seen: null }",
        "expect transient { seen: true }",
        "expect state { score: 7, seen: true }",
      ],
    ],
    ["the log", rate, [...rated, answer, 'expect log "status 200"', 'expect log ["status 200"]']],
    [
      "what was sent",
      rate,
      [
        ...rated,
        answer,
        'expect http POST "https://risk.example.com/demo" { body: { ip: "10.0.0.1" } }',
        'expect http "https://risk*"',
      ],
    ],
    [
      "a request parameter",
      'outcome = requestParameters.get("step").get(0);',
      ['given query step "two"', "expect outcome two"],
    ],
    [
      "a cookie, an ESV and a secret",
      'outcome = requestCookies.get("a") + systemEnv.getProperty("esv.b") + secrets.getGenericSecret("esv.c").getAsUtf8();',
      ['given cookie a "1"', 'given esv "esv-b" "2"', 'given secret "esv.c" "3"', 'expect outcome "123"'],
    ],
    [
      "a password in transient state",
      'outcome = nodeState.get("password");',
      ['given transient { password: "x" }', "expect outcome x"],
    ],
    [
      "the session that it sets",
      'action.goTo("on").putSessionProperty("level", "2");',
      ["expect outcome on", 'expect session { properties: { level: "2" } }'],
    ],
    ["a message for the user", 'action.goTo("off").withErrorMessage("No luck");', ['expect message "No luck"']],
    [
      "an error, with a part of its text",
      'throw new Error("no score for demo");',
      ["expect error", 'expect error "no score"'],
    ],
    [
      "a user of the store",
      'openidm.patch("managed/alpha_user/" + nodeState.get("_id"), null, [{ operation: "replace", field: "/sn", value: "New" }]); outcome = "done";',
      [
        'given user { _id: "7", userName: "demo", sn: "Old" }',
        'given state { _id: "7" }',
        "expect outcome done",
        'expect user "demo" { sn: "New" }',
        'expect openidm patch "managed/alpha_user/7" [{ operation: "replace", field: "/sn", value: "New" }]',
      ],
    ],
    [
      "answers of openidm",
      'outcome = openidm.read("managed/alpha_role/1").name + openidm.query("managed/alpha_role", { _queryFilter: "true" }).result[0].name + openidm.action("endpoint/check", "run", {}).ok;',
      [
        'stub openidm read "managed/alpha_role/1" -> { name: "a" }',
        'stub openidm query "managed/alpha_role" -> [{ name: "b" }]',
        'stub openidm action "endpoint/check?_action=run" -> { ok: true }',
        "expect outcome abtrue",
      ],
    ],
    [
      "nothing where openidm finds nothing",
      'outcome = String(openidm.read("managed/alpha_role/1"));',
      ['stub openidm read "managed/*" -> null', 'expect outcome "null"'],
    ],
    [
      "an error of openidm that the script catches",
      'try { openidm.read("managed/alpha_role/1"); } catch (e) { outcome = String(e.javaException.getCode()); }',
      ['stub openidm read "managed/alpha_role/1" -> error { code: 403, message: "no" }', 'expect outcome "403"'],
    ],
    [
      "a request that fails",
      'httpClient.send("https://a.example.com").thenCatch(function (e) { outcome = e.message; });',
      ['stub http "https://a.example.com" -> error { message: "refused" }', "expect outcome refused"],
    ],
    [
      "answers in turn, and the last again",
      'var get = function () { return httpClient.send("https://a.example.com").get().status; }; outcome = [get(), get(), get()].join();',
      [
        'stub http "https://a.example.com" -> { status: 503 }',
        'stub http "https://a.example.com" -> { status: 200 }',
        'expect outcome "503,200,200"',
      ],
    ],
    [
      "an e-mail",
      'openidm.action("external/email", "send", { to: "a@example.com", subject: "Hi", body: "b" }); outcome = "sent";',
      ['expect email { to: "a@example.com", subject: "Hi" }'],
    ],
  ])("%s", async (_, body, steps) => {
    expect(await faultsOf(body, steps)).toEqual([]);
  });

  test("a second run gets the answers to the callbacks, and keeps what it has written", async () => {
    const ask = `if (callbacks.isEmpty()) {
  nodeState.putShared("asked", 1);
  callbacksBuilder.nameCallback("User Name");
  callbacksBuilder.passwordCallback("Password", false);
  callbacksBuilder.choiceCallback("Which", ["phone", "mail"], 0, false);
} else {
  outcome = callbacks.getNameCallbacks().get(0) + callbacks.getPasswordCallbacks().get(0) + callbacks.getChoiceCallbacks().get(0)[0];
}`;
    const steps = [
      'given transient { password: "x" }',
      'expect callbacks [{ type: "NameCallback", prompt: "User Name" }, { type: "PasswordCallback" }, { choices: ["phone", "mail"] }]',
      'submit { "User Name": "demo", Password: "pw", Which: "mail" }',
      'expect outcome "demopw1"',
      "expect callbacks []",
      "expect shared { asked: 1 }",
      // As on the platform, transient state ends with the request.
      "expect transient { password: null }",
    ];
    expect(await faultsOf(ask, steps)).toEqual([]);
  });

  test("a legacy script runs in its engine", async () => {
    const body = `var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action, javax.security.auth.callback.NameCallback);
if (callbacks.isEmpty()) action = fr.Action.send(new fr.NameCallback("Name")).build();
else { sharedState.put("username", callbacks.get(0).getName()); action = fr.Action.goTo("true").build(); }`;
    const steps = [
      'expect callbacks [{ prompt: "Name" }]',
      'submit { Name: "demo" }',
      'expect outcome "true"',
      'expect shared { username: "demo" }',
    ];
    expect(await faultsOf(body, steps, { version: "1.0" })).toEqual([]);
  });

  test("a suspended script goes on by its link", async () => {
    const body = 'if (resumedFromSuspend) outcome = "back"; else action.suspend("Look: {0}");';
    expect(await faultsOf(body, ["expect suspended", "wait 1h", "resume", "expect outcome back"])).toEqual([]);
    expect(await faultsOf(body, ["wait 3d", "resume"])).toEqual([
      "impossible-step: Cannot resume: the link has expired",
    ]);
  });

  test("a script for the configuration of a node", async () => {
    const text = `script Configure { file: "c.js" context: "CONFIG_PROVIDER_NODE" evaluatorVersion: "2.0" }
scenario "s" of script Configure {
  given state { to: "demo" }
  expect config { template: "t", mail: "demo" }
}
`;
    const model = projectOf(text, { "c.js": 'config = { template: "t", mail: nodeState.get("to") };' });
    const [scenario] = model.scenarios;
    const { diagnostics } = await runScenario(scenario as never, { model, scripts: createScriptHost() });
    expect(diagnostics).toEqual([]);
  });
});

describe("what is not so, says what is", () => {
  test.each<[string, readonly string[], string]>([
    [
      rate,
      [...rated, answer, "expect outcome high"],
      'failed-expectation: Expected the outcome "high", found the outcome "low"',
    ],
    [
      rate,
      [...rated, answer, 'expect shared { score: "7" }'],
      'failed-expectation: Expected shared state with score "7", found 7',
    ],
    [
      rate,
      [...rated, answer, 'expect log "nothing"'],
      'failed-expectation: Expected a line of the log with "nothing", found "status 200"',
    ],
    [
      rate,
      [...rated, answer, 'expect http GET "https://risk.example.com/demo"'],
      "failed-expectation: Expected the call http GET https://risk.example.com/demo, found http POST https://risk.example.com/demo",
    ],
    [
      rate,
      [...rated, answer, 'expect http POST "https://risk*" { body: { ip: "1" } }'],
      'failed-expectation: Expected http POST https://risk* with body.ip "1", found "10.0.0.1"',
    ],
    [rate, rated, 'unanswered-call: Nothing answers the call "http POST https://risk.example.com/demo"'],
    [
      rate,
      [...rated, 'stub http GET "https://risk.example.com/*" -> {}'],
      'unanswered-call: Nothing answers the call "http POST https://risk.example.com/demo"',
    ],
    [
      'try { openidm.read("config/x"); } catch (e) { } outcome = "a";',
      ["expect outcome a"],
      'unanswered-call: Nothing answers the call "openidm read config/x"',
    ],
    [
      'openidm.query("managed/alpha_role", { _queryFilter: "true" }); outcome = "a";',
      ["expect outcome a"],
      'unanswered-call: Nothing answers the call "openidm query managed/alpha_role"',
    ],
    [
      'openidm.query("managed/alpha_user", {}); outcome = "a";',
      ["expect outcome a"],
      'unanswered-call: Nothing answers the call "openidm query managed/alpha_user"',
    ],
    [
      "nothing.there();",
      ["expect outcome a"],
      "script-error: Script \"Tested\" ended in an error: ReferenceError: 'nothing' is not defined",
    ],
    [
      "var a = 1;",
      ["expect outcome a"],
      "script-error: Script \"Tested\" ended in an error: Script must set 'outcome' to a string.",
    ],
    [
      "class A {}",
      ["expect outcome a"],
      'script-error: Script "Tested" ended in an error: Script "Tested" has `class` in line 1, which the platform\'s engine does not compile',
    ],
    [
      'policy.evaluate("a"); outcome = "a";',
      ["expect outcome a"],
      'script-not-simulated: Script "Tested" cannot run here: policy.evaluate is not available in the simulation',
    ],
    ['outcome = "a";', ['submit { Name: "x" }'], "impossible-step: Cannot submit: the script waits for no answers"],
    [
      'callbacksBuilder.nameCallback("Name");',
      ['submit { Nmae: "x" }'],
      'impossible-step: Cannot submit: "Tested" has no input "Nmae": it asks for "Name"',
    ],
    [
      'callbacksBuilder.nameCallback("Name");',
      ["expect callbacks []"],
      'failed-expectation: Expected 0 callbacks, found NameCallback (prompt "Name") asks for IDToken1',
    ],
    [
      'callbacksBuilder.nameCallback("Name");',
      ['expect callbacks [{ promt: "Name" }]'],
      'failed-expectation: Expected callback 1 with promt "Name", found nothing: it has type, prompt',
    ],
    [
      'callbacksBuilder.nameCallback("Name");',
      ["expect outcome a"],
      'failed-expectation: Expected the outcome "a", found waiting for answers to NameCallback',
    ],
    ['outcome = "a";', ['expect error "x"'], 'failed-expectation: Expected an error with "x", found the outcome "a"'],
    ['outcome = "a";', ["resume"], "impossible-step: Cannot resume: the script is not suspended"],
    ['throw new Error("x");', [], 'script-error: Script "Tested" ended in an error: x'],
  ])("%s %j", async (body, steps, fault) => {
    expect(await faultsOf(body, steps)).toEqual([fault]);
  });

  test("an unanswered call says how to answer it, and an error where it is", async () => {
    const { diagnostics, calls } = await testScript('openidm.query("managed/\\"x", { _queryFilter: "true" });', []);
    expect(diagnostics[0]?.help).toBe('Answer it with `stub openidm query "managed/\\"x" -> [{ … }]`.');
    expect(calls).toEqual(['openidm query managed/"x']);
    const thrown = await testScript('var a = 1;\n\n  a.b.c();\noutcome = "a";', []);
    const [related] = thrown.diagnostics[0]?.related ?? [];
    expect(related?.place.source.path).toBe("tested.js");
    expect(related?.place.source.positionAt(related.place.range.start).line).toBe(3);
  });

  test("a script that the journey's node gives other outcomes", async () => {
    const text = `journey J {
  start -> Decide

  node Decide: ScriptedDecision {
    script: Tested
    outcomes: ["yes"]

    yes -> success
  }
}

script Tested { file: "tested.js" }

scenario "s" of script Tested {
  expect outcome no
}
`;
    const model = projectOf(text, { "tested.js": 'outcome = "no";' });
    const { diagnostics } = await runScenario(model.scenarios[0] as never, { model, scripts: createScriptHost() });
    expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
      [
        "Script \"Tested\" ended in an error: Invalid outcome from script, 'no'",
        "The outcomes stand in the node: J.Decide has `yes`. Correct the script, or the list.",
      ],
    ]);
  });
});

describe("hostile scripts", () => {
  test("an endless loop is stopped", async () => {
    expect(await faultsOf("while (true) {}", ["expect outcome a"])).toEqual([
      'script-error: Script "Tested" ended in an error: The script ran for more than 2000 ms',
    ]);
  });

  test("a log without end is cut off", async () => {
    const { log, passed } = await testScript(
      'var long = new Array(200001).join("x"); for (var i = 0; i < 8; i++) logger.info(long); outcome = "a";',
      ["expect outcome a"],
    );
    expect(passed).toBe(true);
    expect(log.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1_000_001);
  });

  test("`__proto__` is a key like any other", async () => {
    const body =
      'var s = nodeState.get("__proto__"); outcome = String(s.a) + ({}).a + openidm.read("managed/x/1")["__proto__"].b;';
    const steps = [
      'given state { "__proto__": { a: "state" } }',
      'stub openidm read "managed/x/1" -> { "__proto__": { b: "idm" } }',
      'expect outcome "stateundefinedidm"',
      'expect shared { "__proto__": { a: "state" } }',
    ];
    expect(await faultsOf(body, steps)).toEqual([]);
    expect(({} as { a?: string }).a).toBeUndefined();
  });

  test("libraries that require each other, and one that is not there", async () => {
    const libraries = {
      A: 'exports.a = "a"; var b = require("B"); exports.both = function () { return "a" + b.b; };',
      B: 'var a = require("A"); exports.b = "b" + a.a;',
    };
    expect(await faultsOf('outcome = require("A").both();', ["expect outcome aba"], { libraries })).toEqual([]);
    expect(await faultsOf('outcome = require("C").c;', ["expect outcome c"])).toEqual([
      'script-error: Script "Tested" ended in an error: No library script "C"',
    ]);
  });
});
