import { expect, test } from "vitest";
import { foundInScript } from "../../support/decision-script.js";

const found = (body: string, version: "1.0" | "2.0" = "1.0") =>
  foundInScript("script-without-outcome", body, version).map((text) => text.replace(/of node "Check" (?:sets )?/, ""));

test.each<[string, string, string]>([
  ["nothing is set", "var name = 1;\nlogger.message('a');", "1: no outcome on any way"],
  [
    "a script that was encoded twice",
    String.raw`"/* Check */\nvar a = \"b\";\noutcome = \"next\";"`,
    "1: is nothing but one text, and sets no outcome",
  ],
  ["an empty script", "// later\n", "1: no outcome on any way"],
  ["a misspelt outcome", '\nif (a) {\n  outcom = "next";\n}', '3: no outcome on any way, but "outcom" in line 3'],
  ["in another case", 'var Outcome = "next";', '1: no outcome on any way, but "Outcome" in line 1'],
  ["a local variable", 'var outcome2 = "next";', '1: no outcome on any way, but "outcome2" in line 1'],
  ["a member", 'result.outcome = "next";', "1: no outcome on any way"],
  ["true", "outcome = true;", "1: an outcome in line 1 that is no text"],
  ["a number", "var a;\nif (a) { outcome = 1; } else { outcome = 'next'; }", "2: an outcome in line 2 that is no text"],
  ["a comparison", "outcome = nodeState.get('a') == 'b';", "1: an outcome in line 1 that is no text"],
  ["a choice of flags", "outcome = a ? true : !b;", "1: an outcome in line 1 that is no text"],
  ["a name of a flag", "var isKnown = a > 1; outcome = isKnown;", "1: an outcome in line 1 that is no text"],
  [
    "an action that is not built",
    'var a;\naction = fr.Action.goTo("next");',
    "2: an action in line 2 that is not built",
  ],
  ["an action that is a text", 'action = "next";', "1: an action in line 1 that is not built"],
  [
    "an action with more that is not built",
    'action = Action.goTo("next").putSessionProperty("a", "b").withStage("c");',
    "1: an action in line 1 that is not built",
  ],
  [
    "callbacks that are not built",
    'if (callbacks.isEmpty()) {\n  action = fr.Action.send(note);\n} else { outcome = "next"; }',
    "2: an action in line 2 that is not built",
  ],
  [
    "a question without a look at the answer",
    'var fr = JavaImporter(com.sun.identity.authentication.callbacks, javax.security.auth.callback);\naction = fr.Action.send(new fr.NameCallback("Name")).build();\noutcome = "next";',
    "2: asks in line 2 whatever the answer, and never leaves it",
  ],
  [
    "a question alone",
    'action = Action.send([new ChoiceCallback("Which?", ["a"], 0, false)]).build();',
    "1: asks in line 1 whatever the answer, and never leaves it",
  ],
])("%s is reported", (_what, body, expected) => {
  expect(found(body)).toEqual([expected]);
});

test("the new engine, too", () => {
  expect(found('action.putSessionProperty("a", "b");', "2.0")).toEqual(["1: no outcome on any way"]);
  expect(found('callbacksBuilder.passwordCallback("Password", false);', "2.0")).toEqual([
    "1: asks in line 1 whatever the answer, and never leaves it",
  ]);
  expect(found("outcome = true;", "2.0")).toEqual(["1: an outcome in line 1 that is no text"]);
});

test.each<[string, string, "1.0" | "2.0"]>([
  ["an outcome on one way", 'if (a) { outcome = "next"; }', "1.0"],
  ["an outcome in a function", 'function f() { outcome = "next"; } f();', "1.0"],
  ["an outcome in a pattern", "[outcome] = names;", "1.0"],
  ["an outcome of the script itself", 'this["out" + "come"] = "next";', "1.0"],
  ["an outcome of the script itself by name", 'this.outcome = "next";', "1.0"],
  ["a computed outcome", "outcome = pick(true);", "1.0"],
  ["a text of a flag", "outcome = String(true); outcome = '' + (a > 1);", "1.0"],
  ["a flag that is replaced", 'outcome = false; if (a) { outcome = "next"; } else { outcome = "next"; }', "1.0"],
  ["a flag that is made a text", "var outcome = a == 1; outcome = outcome ? 'next' : 'next';", "1.0"],
  ["nothing at first", 'outcome = null; if (a) { outcome = "next"; }', "1.0"],
  [
    "a flag of a function",
    "function f() { var outcome = true; return outcome; } outcome = f() ? 'next' : 'next';",
    "1.0",
  ],
  ["a name that is also a text", "var r = true; r = 'next'; outcome = r;", "1.0"],
  ["an alternative", "outcome = (a == 1) && 'next'; outcome = a || true;", "1.0"],
  ["an action", 'action = fr.Action.goTo("next").build();', "1.0"],
  ["an action that is built later", 'action = fr.Action.goTo("next"); action = action.build();', "1.0"],
  ["an action that is handed on", 'action = fr.Action.goTo("next"); finish(action);', "1.0"],
  ["an action of a builder", "var b = fr.Action.goTo('next'); b.withStage('a'); action = b.build();", "1.0"],
  ["an action of something else", "action = make.goTo('next');", "1.0"],
  [
    "a question and a look at the answer",
    'if (callbacks.isEmpty()) { action = fr.Action.send(new NameCallback("a")).build(); } else { outcome = "next"; }',
    "1.0",
  ],
  [
    "a look at the answer somewhere",
    'var n = callbacks.size(); action = fr.Action.send(new NameCallback("a")).build();',
    "1.0",
  ],
  [
    "a question on one way",
    'outcome = "next"; if (a) { action = fr.Action.send(new NameCallback("a")).build(); }',
    "1.0",
  ],
  ["an end screen", 'action = fr.Action.send(new TextOutputCallback(0, "Denied")).build(); outcome = "next";', "1.0"],
  ["a question beside goTo", 'callbacksBuilder.nameCallback("a"); action.goTo("next");', "2.0"],
  ["a question that a library decides about", 'callbacksBuilder.nameCallback("a"); require("lib").leave();', "2.0"],
  ["callbacks alone", "action = fr.Action.send(note).build();", "1.0"],
  ["an error on purpose", "throw new Error('not here');", "1.0"],
  ["a library", "require('lib').leave(action);", "2.0"],
  ["code that is not shown", "eval(code);", "1.0"],
  ["callbacks of the builder", "callbacksBuilder.textOutputCallback(0, 'a');", "2.0"],
  ["a suspended journey", "action.suspend('wait');", "2.0"],
  ["goTo", "action.goTo('next');", "2.0"],
  // Java's method takes a text, which Rhino makes of a flag.
  ["a flag to goTo", "action.goTo(true);", "2.0"],
  ["a flag to the old goTo", "action = fr.Action.goTo(true).build();", "1.0"],
  ["goTo of another name", "var a = action; a.goTo('next');", "2.0"],
  ["an action that is handed to a function", "leave(action);", "2.0"],
  ["a computed call", "action[name]('next');", "2.0"],
  ["a misspelt goTo, which has a finding of its own", "action.goto('next');", "2.0"],
])("%s is not reported", (_what, body, version) => {
  expect(found(body, version)).toEqual([]);
});
