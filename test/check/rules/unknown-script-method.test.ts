import { describe, expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";
import { foundInScript } from "../../support/decision-script.js";

const found = (body: string, version: "1.0" | "2.0") =>
  foundInScript("unknown-script-method", body, version).map((text) =>
    /^(\d+): uses "(.*)" in line/.exec(text)?.slice(1).join(" "),
  );

test.each<[string, "1.0" | "2.0", string, readonly string[]]>([
  ["a misspelt method", "2.0", 'nodeState.putShard("a", 1);', ["1 nodeState.putShard"]],
  ["a misspelt callback", "2.0", 'callbacksBuilder.nameCallBack("Name");', ["1 callbacksBuilder.nameCallBack"]],
  ["a function that a library does not export", "2.0", 'var h = require("helpers"); h.b(); h.b();', ["1 h.b"]],
  ["one of a library without a variable", "2.0", 'require("helpers").b();', ['1 require("helpers").b']],
  [
    "answers of another type than the callbacks",
    "2.0",
    'callbacksBuilder.textInputCallback("Name"); callbacks.getNameCallbacks().get(0);',
    ["1 callbacks.getNameCallbacks"],
  ],
  [
    "an answer that nothing waits for",
    "2.0",
    'var answer = httpClient.send("https://a.example");\nif (answer.status === 200) answer.json();',
    ["2 status"],
  ],
  ["the body of one, at once", "2.0", 'var score = httpClient.send("https://a.example").json().score;', ["1 json"]],
  [
    "an answer of the legacy engine",
    "1.0",
    "var answer = httpClient.send(request);\nanswer.getStatus();",
    ["2 getStatus"],
  ],
  [
    "an answer that was waited for",
    "2.0",
    'var sent = httpClient.send("https://a.example");\nvar answer = sent.get();\nanswer.status; answer.json();',
    [],
  ],
  ["a promise that goes on", "2.0", 'httpClient.send("https://a.example").then(function (a) { a.json(); });', []],
  ["a misspelt answer", "2.0", "callbacks.getNameCallback().get(0);", ["1 callbacks.getNameCallback"]],
  ["a misspelt action", "2.0", 'action.goto("next");', ["1 action.goto"]],
  ["an action that is called otherwise elsewhere", "2.0", 'action.setOutcome("next");', ["1 action.setOutcome"]],
  ["a read of managed objects by another name", "2.0", 'openidm.get("managed/alpha_user/1");', ["1 openidm.get"]],
  ["an option by another name", "2.0", 'httpClient.send("https://a.example", { header: {} });', ["1 header"]],
  ["options by their own names", "2.0", 'httpClient.send("https://a.example", { headers: {}, body: {} });', []],
  [
    "an answer by another name",
    "2.0",
    'var answer = httpClient.send("https://a.example").get();\nanswer.isOk();',
    ["2 httpClient.send().get().isOk"],
  ],
  ["an outcome without quotes", "2.0", "action.goTo(next);", ["1 next"]],
  ["a variable that is called as an outcome", "2.0", 'var next = "next"; action.goTo(next);', []],
  ["state that is assigned", "2.0", "nodeState.name = 'a';", ["1 nodeState.name ="]],
  ["state that is assigned, in the legacy engine", "1.0", "nodeState['name'] = 'a';", ["1 nodeState.name ="]],
  ["a member of a variable that is called so", "2.0", "var nodeState = {}; nodeState.name = 'a';", []],
  ["a misspelt method of an action", "2.0", 'action.goTo("next").withHeadr("x");', ["1 action.withHeadr"]],
  [
    "a misspelt method of an action, further on",
    "2.0",
    'action.goTo("next").withHeader("x").putSesionProperty("a", "b");',
    ["1 action.putSesionProperty"],
  ],
  [
    "a misspelt method of a builder",
    "1.0",
    'action = fr.Action.goTo("next").withErorMessage("x").build();',
    ["1 Action.goTo().withErorMessage"],
  ],
  [
    "a misspelt method of an identity",
    "2.0",
    'var id = idRepository.getIdentity(nodeState.get("_id"));\nid.getAttributeValue("mail");',
    ["2 idRepository.getIdentity().getAttributeValue"],
  ],
  [
    "the old response",
    "2.0",
    "var r = httpClient.send(url).get();\nr.getEntity().getString();",
    ["2 httpClient.send().get().getEntity"],
  ],
  ["the new response", "1.0", "httpClient.send(request).get().json();", ["1 httpClient.send().get().json"]],
  ["a class of Java", "2.0", "var s = new java.util.ArrayList(); java.lang.String(s);", ["1 java"]],
  ["a class of the platform", "2.0", "var a = org.forgerock.openam.auth.node.api.Action;", ["1 org"]],
  ["Java by its packages", "2.0", "Packages.java.lang.System.exit(0);", ["1 Packages"]],
  ["a misspelt binding", "1.0", 'nodestate.putShared("a", 1);', ["1 nodestate"]],
  ["a misspelt binding of the new engine", "2.0", "\nidRepositry.getIdentity(u);", ["2 idRepositry"]],
  ["a misspelt list of callbacks", "1.0", "if (callback.isEmpty()) {}", ["1 callback"]],
  ["a misspelt variable", "1.0", "var username = f(); function f() { return usernmae; }", ["1 usernmae"]],
  ["a method that node state never had", "2.0", 'nodeState.store("a", 1);', ["1 nodeState.store"]],
  ["a method of the old log", "2.0", 'logger.message("a");', ["1 logger.message"]],
  ["a method of the new log", "1.0", '\nlogger.info("a"); logger.debug("b"); logger.info("c");', ["10 logger.info"]],
  ["the old maps", "2.0", 'sharedState.get("a");\ntransientState.put("b", 1);', ["10 sharedState"]],
  ["an old map among the new log", "2.0", 'logger.info("a");\nsharedState.get("a");', ["2 sharedState"]],
  [
    "old maps among the new log",
    "2.0",
    'logger.info("a");\nsharedState.get("a");\ntransientState.get("b");',
    ["2 sharedState", "3 transientState"],
  ],
  ["the length of the old list", "2.0", "if (!callbacks.length) {}", ["1 callbacks.length"]],
  ["an item of the old list", "2.0", "var name = callbacks[0].getName();", ["1 callbacks[…]"]],
  ["Java", "2.0", "var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action);", ["1 JavaImporter"]],
  ["the old list of callbacks", "2.0", "callbacks.get(0).getName();", ["1 callbacks.get"]],
  ["the old repository", "2.0", 'idRepository.getAttribute(u, "mail");', ["1 idRepository.getAttribute"]],
  ["the new answers", "1.0", "callbacks.getNameCallbacks().get(0);", ["1 callbacks.getNameCallbacks"]],
  ["the new repository", "1.0", "idRepository.getIdentity(u);", ["1 idRepository.getIdentity"]],
  ["the builder of callbacks", "1.0", 'callbacksBuilder.nameCallback("Name");', ["1 callbacksBuilder"]],
  ["managed objects", "1.0", 'openidm.read("managed/alpha_user/1");', ["1 openidm"]],
  ["a misspelt method of a Java class", "1.0", 'action = fr.Action.goto("next").build();', ["1 Action.goto"]],
  ["the new action", "1.0", 'action.goTo("next");', ["1 action.goTo"]],
  ["a library", "1.0", 'require("helpers");', ["1 require"]],
  [
    "what state gives in the new engine",
    "2.0",
    'nodeState.get("username").asString();',
    ["1 nodeState.get().asString"],
  ],
  [
    "what state gives in the old engine",
    "1.0",
    'var u = nodeState.get("username");\nu.toLowerCase();',
    ["2 nodeState.get().toLowerCase"],
  ],
])("%s: reported", (_what, version, body, expected) => {
  expect(found(body, version)).toEqual(expected);
});

test("the nearest name is offered, and what the other engine has is told", () => {
  expect(foundInScript("unknown-script-method", 'nodeState.putShard("a", 1);')).toEqual([
    '1: uses "nodeState.putShard" in line 1, which the next-generation engine does not have',
  ]);
});

test.each<[string, "1.0" | "2.0", string]>([
  [
    "the methods of the new engine",
    "2.0",
    'logger.info("a"); nodeState.mergeShared({}); action.goTo("next").withStage("a"); callbacks.isEmpty();',
  ],
  [
    "the methods of the old engine",
    "1.0",
    'logger.message("a"); sharedState.get("a"); callbacks.length; callbacks[0]; callbacks.get(0).getName(); nodeState.get("a").asString();',
  ],
  [
    "maps of Java",
    "1.0",
    "sharedState.keySet(); requestHeaders.containsKey('a'); sharedState.toString(); transientState.size();",
  ],
  ["an action that it builds step by step", "1.0", 'action = fr.Action.goTo("next"); action = action.build();'],
  ["a variable of its own", "1.0", 'var logger = { info: function () {} }; logger.info("a");'],
  ["a parameter", "2.0", "function f(sharedState) { return sharedState.get('a'); }"],
  ["a member of something else", "1.0", "my.logger.info('a'); utilities.require('a');"],
  ["what a newer release may have", "2.0", 'callbacksBuilder.somethingNewCallback("a"); openidm.explain("a");'],
  ["what it asks for", "1.0", "if (typeof callbacksBuilder !== 'undefined') callbacksBuilder.nameCallback('a');"],
  ["a method that it asks for", "1.0", "if (logger.info) logger.info('a');"],
  ["what it makes itself", "1.0", "utils = {}; utils.x();"],
  ["an identity that it makes itself", "2.0", "var id = make(); id.getAttributeValue('mail');"],
  ["a method that an identity may have", "2.0", "idRepository.getIdentity(u).isActive();"],
  ["what is built", "1.0", "action = fr.Action.goTo('next').build().withHeadr('x');"],
  [
    "a variable with the name of a package",
    "2.0",
    "var org = f(); org.name(); function g(com, java) { return com.x + java.y; }",
  ],
  ["a package that it asks for", "2.0", "if (typeof java !== 'undefined') { java.lang.System.gc(); }"],
  ["a name that is far from all others", "1.0", "helper.run(customSetting);"],
  ["a short name", "1.0", "var reg = 1; f(re, rag);"],
  ["a name that is assigned without `var`", "1.0", "nodestate = nodeState; nodestate.get('a');"],
  ["a name that is assigned in a pattern", "1.0", "[nodestate] = [nodeState]; nodestate.get('a');"],
  ["a name that it asks for", "1.0", "if (typeof nodestate === 'object') f();"],
  ["a name in a `with`", "1.0", "with (settings) { nodestate.get('a'); }"],
  ["a name where code is run that is not shown", "1.0", "eval(code); nodestate.get('a');"],
  ["what a library exports", "2.0", 'var h = require("helpers"); h.a(); h.hasOwnProperty("b");'],
  ["a function of a library that it asks for", "2.0", 'var h = require("helpers"); if (h.b) h.b();'],
  ["a function of a library that is not here", "2.0", 'require("others").b();'],
  [
    "answers where a library may send",
    "2.0",
    'require("helpers").a(); callbacksBuilder.nameCallback("a"); callbacks.getPasswordCallbacks();',
  ],
  ["answers of what it sends", "2.0", 'callbacksBuilder.nameCallback("a"); callbacks.getNameCallbacks();'],
  ["answers without questions of its own", "2.0", "callbacks.getNameCallbacks();"],
  ["a label", "1.0", "action1: for (;;) { break action1; }"],
  ["the name of a member or a key", "1.0", "a.nodestate = { nodestate: 1 }; var a;"],
  [
    "a parameter or a caught error",
    "1.0",
    "function f(nodestate) { try { f(); } catch (outcom) { nodestate(outcom); } }",
  ],
  ["a computed method", "2.0", "logger[level]('a');"],
  ["a text after `asString`", "1.0", "nodeState.get('a').asString().toLowerCase();"],
  ["a value with another in its place", "1.0", "String(nodeState.get('a')).toLowerCase();"],
])("%s: not reported", (_what, version, body) => {
  expect(found(body, version)).toEqual([]);
});

describe("what to write instead", () => {
  const helps = (body: string, version: "1.0" | "2.0" = "2.0") => {
    const journey = `script S {
  file: "s.js"
  evaluatorVersion: "${version}"
}

journey J {
  start -> Check

  node Check: ScriptedDecision {
    script: S
    outcomes: ["next"]

    next -> failure
  }
}
`;
    return checkWithScripts([journey], { "s.js": body })
      .filter(({ code }) => code === "unknown-script-method")
      .map(({ help, fixes }) => [help, ...fixes.flatMap(({ edits }) => edits.map(({ text }) => text))].join(" | "));
  };

  test("a method that writes does not stand for one that reads, nor the other way round", () => {
    const identity = 'var id = idRepository.getIdentity(nodeState.get("_id"));\n';
    const end = 'action.goTo("next");';
    expect(helps(`${identity}id.getAttributes(["mail"]);\n${end}`)).toEqual([
      'Write "idRepository.getIdentity().getAttributeValues".',
    ]);
    expect(helps(`${identity}id.setAttributes("mail", ["a"]);\n${end}`)).toEqual([
      'Write "idRepository.getIdentity().setAttribute".',
    ]);
  });

  test("the engine is no remedy where the script uses what only this one has", () => {
    expect(helps('logger.info("a");\nsharedState.put("a", 1);\noutcome = "next";')).toEqual([
      "Write `nodeState.putShared` instead of `sharedState.put`.",
    ]);
    expect(helps('openidm.read("a");\nvar r = httpClient.send("a").get();\nr.getEntity();\noutcome = "next";')).toEqual(
      ["Write `json()` or `text()` of the response instead: `response.json()`."],
    );
    expect(helps('sharedState.get("a");\nlogger.info("a");\noutcome = "next";', "1.0")).toEqual([
      "Write `logger.message` instead.",
    ]);
  });

  test("one use may belong to either engine", () => {
    expect(helps('sharedState.put("a", 1);\noutcome = "next";')).toEqual([
      'Write `nodeState.putShared` instead of `sharedState.put`. For the other engine, declare the script with `evaluatorVersion: "1.0"`.',
    ]);
  });

  test("several uses show that the script is written for the other engine", () => {
    expect(helps('callbacksBuilder.nameCallback("a");\nlogger.info("a");\naction.goTo("next");', "1.0")).toEqual([
      'Write `evaluatorVersion: "2.0"`: all of the script is written for that engine. | "2.0"',
    ]);
  });
});

test("a script that runs together with another text may have any name of that", () => {
  const own = "function isValidMail(it) { return it; }\nisValidMial(1);\n";
  expect(found(own, "1.0")).toEqual(["2 isValidMial"]);
  expect(found(`${own}_log("a"); _shownOutcome();`, "1.0")).toEqual([]);
});

test.each([
  ['var answer = httpClient.send("https://a.example").get();\nvar body = JSON.parse(answer);', true],
  ['var body = JSON.parse(httpClient.send("https://a.example").get());', true],
  ['var body = JSON.parse(httpClient.send("https://a.example").get().text());', false],
  ["var answer = nodeState.get('answer');\nvar body = JSON.parse(answer);", false],
])("an answer that is given to JSON.parse as it is: %j", (body, isTold) => {
  const told = foundInScript("unknown-script-method", body).map(
    (text) => / gives (.*) in line/.exec(text)?.[1] ?? text,
  );
  expect(told).toEqual(isTold ? ["an answer of `httpClient`, which is no text, to `JSON.parse`"] : []);
});

test("a call that is meant as goTo chooses an outcome, so that none is missed beside it", () => {
  const body = 'if (a) action.setOutcome("next"); else action.goTo("other");';
  expect(foundInScript("outcome-never-chosen", body)).toEqual([]);
});

test.each([
  [
    'var answer = openidm.query("managed/alpha_user", { _queryFilter: "true" });\nif (answer.length === 0) nodeState.get("a");',
    ["length"],
  ],
  [
    'var answer = openidm.query("managed/alpha_user", { _queryFilter: "true" });\nanswer[0].mail; answer.length;',
    ["[…]"],
  ],
  ['openidm.query("managed/alpha_user", { _queryFilter: "true" }).forEach(f);', ["forEach"]],
  [
    'var answer = openidm.query("managed/alpha_user", { _queryFilter: "true" });\nanswer.result.length; answer.resultCount;',
    [],
  ],
  [
    'var answer = openidm.query("managed/alpha_user", { _queryFilter: "true" }).result;\nanswer[0].mail; answer.length;',
    [],
  ],
])("the answer of a query is not its list: %j", (body, used) => {
  const told = foundInScript("unknown-script-method", body).filter((text) => text.includes("openidm.query"));
  expect(told.map((text) => /uses "(.*)" in/.exec(text)?.[1])).toEqual(used);
});

test.each([
  ['nodeState.putShared("a");', "`nodeState.putShared` 1 of 2 values"],
  ["nodeState.putTransient({ a: 1 });", "`nodeState.putTransient` 1 of 2 values"],
  ['callbacksBuilder.choiceCallback("a");', "`callbacksBuilder.choiceCallback` 1 of 4 values"],
  ['openidm.create("managed/alpha_user", { a: 1 });', "`openidm.create` 2 of 3 values"],
  ['openidm.create("managed/alpha_user", null, { a: 1 });', undefined],
  ["callbacksBuilder.nameCallback();", "`callbacksBuilder.nameCallback` no value"],
  ['callbacksBuilder.choiceCallback("a", ["b"], 0, false);', undefined],
  ["callbacksBuilder.choiceCallback.apply(callbacksBuilder, values);", undefined],
  ['openidm.query("managed/alpha_user", { queryFilter: "true" });', "`openidm.query` no `_queryFilter`"],
  ['openidm.query("managed/alpha_user");', "`openidm.query` no `_queryFilter`"],
  ['openidm.query("managed/alpha_user", "true");', "`openidm.query` no `_queryFilter`"],
  ['openidm.query("managed/alpha_user", { _queryFilter: "true" });', undefined],
  ['openidm.query("managed/alpha_user", { "_queryId": "all" });', undefined],
  ['openidm.query("managed/alpha_user", filter); var filter = {};', undefined],
  ['nodeState.putShared("a", 1); var openidm2 = 1;', undefined],
])("a call without a value that it needs: %j", (body, problem) => {
  const told = foundInScript("unknown-script-method", body).map(
    (text) => / gives (.*) in line/.exec(text)?.[1] ?? text,
  );
  expect(told).toEqual(problem === undefined ? [] : [problem]);
});

test("an outcome that is compared is not missed beside it", () => {
  expect(foundInScript("outcome-never-chosen", 'if (a) outcome == "next"; else outcome = "other";')).toEqual([]);
});
