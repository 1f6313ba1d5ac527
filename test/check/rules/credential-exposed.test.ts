import { expect, test } from "vitest";
import { foundInScript } from "../../support/decision-script.js";

const found = (body: string) =>
  foundInScript("credential-exposed", body).map((text) =>
    /^(\d+): writes the (.*) in line/.exec(text)?.slice(1).join(" "),
  );

test.each<[string, string, readonly string[]]>([
  ["the log", 'logger.debug("with " + nodeState.get("password"));', ["1 password to the log"]],
  [
    "a template in the log",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script
    "\nlogger.error(`with ${callbacks.getPasswordCallbacks().get(0)}`);",
    ["2 password to the log"],
  ],
  [
    "an object as JSON",
    'logger.error("state " + JSON.stringify({ p: nodeState.get("password") }));',
    ["1 password to the log"],
  ],
  ["a list as JSON", 'logger.error(JSON.stringify([{ a: [nodeState.get("password")] }]));', ["1 password to the log"]],
  [
    "an object as JSON in shared state",
    'var all = { user: "a", p: nodeState.get("password") };\nnodeState.putShared("all", JSON.stringify(all));',
    ["2 password to shared state"],
  ],
  [
    "a code that the script makes",
    'var code = String(Math.random());\nnodeState.putTransient("oneTimePassword", code);\nlogger.error("sending " + code);',
    ["3 one-time code to the log"],
  ],
  [
    "a code that grows",
    'var code = ""; for (var i = 0; i < 6; i++) code += i;\nlogger.debug(code); nodeState.putTransient("oneTimePassword", code);',
    ["2 one-time code to the log"],
  ],
  ["a variable", 'var p = callbacks.getPasswordCallbacks().get(0);\nlogger.info("{}", p);', ["2 password to the log"]],
  [
    "the old engine",
    "var p = fr.String(callbacks.get(0).getPassword());\nlogger.message(p);",
    ["2 password to the log"],
  ],
  [
    "a log of its own",
    'function _log(t) { logger.debug(t); }\n_log("is " + transientState.get("password"));',
    ["2 password to the log"],
  ],
  ["a code", 'logger.debug("code " + nodeState.get("oneTimePassword").asString());', ["1 one-time code to the log"]],
  ["the attributes", 'logger.debug(nodeState.get("objectAttributes").get("password"));', ["1 password to the log"]],
  ["shared state", 'nodeState.putShared("pw", nodeState.get("password"));', ["1 password to shared state"]],
  ["the old map", 'sharedState.put("newPassword", transientState.get("password"));', ["1 password to shared state"]],
  ["a member", 'sharedState.x = { a: { b: transientState.get("password") } };', ["1 password to shared state"]],
  ["the key", 'nodeState.putShared("password", existing.get("pw"));', ["1 password to shared state"]],
  ["the key of a code", 'nodeState.putShared("oneTimePassword", random(6));', ["1 one-time code to shared state"]],
  [
    "an attribute",
    "nodeState.mergeShared({ objectAttributes: { password: made() } });",
    ["1 password to shared state"],
  ],
  [
    "both",
    'var p = nodeState.get("password"); logger.debug(p); logger.debug(p);\nnodeState.putShared("a", p);',
    ["1 password to the log", "2 password to shared state"],
  ],
])("%s: reported", (_what, body, expected) => {
  expect(found(body)).toEqual(expected);
});

test.each([
  ["transient state", 'nodeState.putTransient("password", nodeState.get("password"));'],
  ["transient state of the old engine", 'transientState.put("password", callbacks.get(0).getPassword());'],
  ["an object, of which the log gets no member", 'var data = { a: [nodeState.get("password")] }; logger.error(data);'],
  ["an object beside a text", 'logger.error("{}", { p: nodeState.get("password") });'],
  ["its length", 'logger.debug("length " + nodeState.get("password").length);'],
  [
    "whether it is there",
    'logger.debug("there: " + (nodeState.get("password") != null) + !!nodeState.get("password"));',
  ],
  ["a choice by it", 'logger.debug(nodeState.get("password") ? "there" : "missing");'],
  ["a word for it", 'logger.debug("password: ***");'],
  ["what a function makes of it", 'logger.debug(mask(nodeState.get("password")));'],
  ["a part of it", 'logger.debug(nodeState.get("password").substring(0, 1));'],
  ["removing it", 'nodeState.putShared("password", null); sharedState.put("password", "");'],
  ["other keys", 'nodeState.putShared("passwordExpired", true); logger.debug(nodeState.get("passwordHint"));'],
  ["another variable that is called so", "function f(password) { logger.debug(password); }"],
  ["another log", 'login(nodeState.get("password"));'],
  ["a name that changes", 'var p = nodeState.get("password"); p = "x"; logger.debug(p);'],
  ["a sent callback", 'callbacksBuilder.passwordCallback("Password", false);'],
])("%s: not reported", (_what, body) => {
  expect(found(body)).toEqual([]);
});
