import { expect, test } from "vitest";
import { showsCode } from "../../../src/check/state/shown-code.js";

const get = 'nodeState.get("oneTimePassword")';

test.each<[string, string]>([
  ["the code itself", `callbacks.push(new TextOutputCallback(0, ${get}))`],
  ["the code in a text", `new TextOutputCallback(0, "Code: " + ${get} + ".")`],
  ["the code of shared state", 'new TextOutputCallback(0, sharedState.get("oneTimePassword"))'],
  ["the builder of callbacks", `callbacksBuilder.textOutputCallback(0, ${get})`],
  ["a callback with a script", `new ScriptTextOutputCallback("show(" + ${get} + ")")`],
  ["a variable", `var code = ${get}; new TextOutputCallback(0, code)`],
  ["a variable in a text", `var code = ${get};\nnew TextOutputCallback(0, "Code: " + code)`],
  ["a constant", `const code = ${get}; callbacksBuilder.textOutputCallback(0, code)`],
  ["what is asked for deeper in the arguments", `new TextOutputCallback(0, String(JSON.stringify(${get})))`],
  ["what comes behind a call in the arguments", `new TextOutputCallback(level(), ${get})`],
  ["the second of two callbacks", `new TextOutputCallback(0, "Hi"); new TextOutputCallback(0, ${get})`],
])("%s is shown", (_what, body) => {
  expect(showsCode(body)).toBe(true);
});

test.each<[string, string]>([
  ["nothing", ""],
  ["a code that is only read", `var code = ${get};`],
  ["a callback without it", `var code = ${get}; new TextOutputCallback(0, "Hi")`],
  ["a callback that ends before", `new TextOutputCallback(0, "Hi"), ${get}`],
  ["a callback that ends before, with a call inside", `new TextOutputCallback(level(0), "Hi"); send(${get})`],
  ["another key", 'new TextOutputCallback(0, nodeState.get("mail")); var x = "oneTimePassword"'],
  ["the name of the key", 'new TextOutputCallback(0, "oneTimePassword")'],
  ["the name of the key, for another method", 'new TextOutputCallback(0, nodeState.isDefined("oneTimePassword"))'],
  ["a member that is called like the variable", `var code = ${get}; new TextOutputCallback(0, texts.code)`],
  ["a variable that is not declared with it", `code(${get}); new TextOutputCallback(0, code)`],
  ["another callback", `new PasswordCallback(0, ${get})`],
  ["a name that is not called", `var TextOutputCallback = 1; send(${get})`],
  ["a comment", `// new TextOutputCallback(0, ${get})\nvar code = ${get};`],
  ["a text", `var t = 'new TextOutputCallback(0, code)'; var code = ${get};`],
  ["what a function makes of it", `function mask(code) { return "***"; } new TextOutputCallback(0, mask(${get}))`],
  ["its length", `new TextOutputCallback(0, "Digits: " + ${get}.length)`],
  ["a callback that is left open", `var x = ${get}; new TextOutputCallback(0, `],
])("%s is not", (_what, body) => {
  expect(showsCode(body)).toBe(false);
});
