import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { readConfigurationText } from "../../src/configuration/read-configuration.js";
import { SourceFile } from "../../src/text/source-file.js";

const findings = (text: string) =>
  readConfigurationText(new SourceFile("journey.config.json", text)).diagnostics.map(({ help, place }) => [
    place.source.slice(place.range),
    help,
  ]);

describe("settings by the words of other tools", () => {
  test.each([
    ['{ "parameters": { "a": "b" } }', "parameters", 'Did you mean "params"?'],
    ['{ "variables": { "a": "b" } }', "variables", 'Did you mean "params"?'],
    ['{ "files": ["a"] }', "files", 'Did you mean "include"?'],
    ['{ "output": "dist" }', "output", 'Did you mean "outDir"?'],
    ['{ "language": "de" }', "language", 'Did you mean "defaultLocale"?'],
    ['{ "lint": { "debug-node": "error" } }', "lint", 'Did you mean "rules"?'],
    ['{ "ignore": ["debug-node"] }', "ignore", 'Did you mean "setAside"?'],
    ['{ "world": { "users": [] } }', "world", 'Did you mean "simulate"?'],
    [
      '{ "check": { "rules": { "debug-node": "error" } } }',
      "check",
      'Write "rules" in the configuration itself, without "check" around it.',
    ],
    ['{ "realms": "alpha" }', "realms", 'Did you mean "realm"?'],
    ['{ "somethingElse": 1 }', "somethingElse", "docs/configuration.md lists all settings."],
  ])("%s", (text, at, help) => {
    expect(findings(text)).toEqual([[`"${at}"`, help]]);
  });
});

describe("rules", () => {
  test.each([
    ["JRN307", 'Did you mean "loop-without-question"?'],
    ["no-debug-node", 'Did you mean "debug-node"?'],
    ["debug-nod", 'Did you mean "debug-node"?'],
    ["no-console", "docs/rules lists all codes."],
  ])("are called by their codes, and not %s", (code, help) => {
    expect(findings(`{ "rules": { "${code}": "error" } }`)).toEqual([[`"${code}"`, help]]);
  });

  test.each([
    ['"warn"', 'Did you mean "warning"?'],
    ['"note"', 'Did you mean "info"?'],
    ["1", 'Did you mean "warning"?'],
    ["2", 'Did you mean "error"?'],
    ["0", 'Did you mean "off"?'],
    ["false", 'Did you mean "off"?'],
    ['"loud"', undefined],
  ])("have a severity, and not %s", (severity, help) => {
    expect(findings(`{ "rules": { "debug-node": ${severity} } }`)).toEqual([[severity, help]]);
  });
});

test.each([
  ["given variables { a: 1 }", "esv"],
  ['given env { a: "1" }', "esv"],
  ["given sharedState { a: 1 }", "state"],
  ["given nodeState { a: 1 }", "state"],
  ['given account { userName: "x" }', "user"],
  ["given transientState { a: 1 }", "transient"],
])("what a scenario begins with has another name: %s", (step, subject) => {
  const text = `journey A {\n  start -> failure\n}\n\nscenario "a" of A {\n  ${step}\n  expect failure\n}\n`;
  const [found] = checkFiles([new SourceFile("a.journey", text)]).diagnostics;
  expect([found?.code, found?.help]).toEqual(["invalid-step", `Did you mean \`${subject}\`?`]);
});
