import { expect, test } from "vitest";
import type { FileText } from "../../src/model/bind-options.js";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const readText = (path: string): FileText => ({ text: JSON.stringify({ path }) });
const withResources = (...resources: readonly string[]) =>
  `journey J {\n  start -> failure\n\n${resources.map((each) => `  resource ${each}\n`).join("")}}\n`;
const reports = (...resources: readonly string[]) => bindReports(withResources(...resources), { readText });

test("a resource has its kind, id, file and content", () => {
  const { model } = bindText(withResources('theme "t" from "a/t.json"'), { readText });
  expect(model.journeys[0]?.resources).toMatchObject([
    { kind: "theme", id: "t", file: "a/t.json", content: { path: "a/t.json" } },
  ]);
});

test.each(["emailTemplate", "theme", "socialIdentityProvider", "saml2Entity", "circleOfTrust", "variable", "nodeType"])(
  "%s is a kind",
  (kind) => expect(reports(`${kind} "x" from "x.json"`)).toEqual([]),
);

test("another kind is reported: with the nearest one, or with all", () => {
  expect(reports('themes "x" from "x.json"')).toMatchObject([
    { code: "unknown-option", at: "themes", message: '"themes" is not known as a kind of resource', fixes: ["theme"] },
  ]);
  expect(reports('journal "x" from "x.json"')).toMatchObject([
    {
      code: "unknown-option",
      help: "The kinds are emailTemplate, theme, socialIdentityProvider, saml2Entity, circleOfTrust, variable, nodeType.",
      fixes: [],
    },
  ]);
});

test("an id may stand once in each kind", () => {
  expect(reports('theme "x" from "x.json"', 'variable "x" from "x.json"')).toEqual([]);
  expect(reports('theme "x" from "x.json"', 'theme "x" from "y.json"')).toMatchObject([
    { code: "duplicate-name", at: '"x"', message: 'Resource "x" is declared twice' },
  ]);
});

test("a file that is none or cannot be read is reported, and the content is null", () => {
  expect(reports('theme "x" from ""')).toMatchObject([{ code: "unsafe-path", at: '""' }]);
  const text = withResources('theme "x" from "x.json"');
  const nothing = { readText: () => ({ problem: "it is a folder" }) };
  expect(bindReports(text, nothing)).toMatchObject([{ code: "unreadable-file", at: '"x.json"' }]);
  expect(bindReports(text, nothing)[0]?.message).toContain("it is a folder");
  expect(bindText(text, nothing).model.journeys[0]?.resources).toMatchObject([{ id: "x", content: null }]);
});

test("a file that is not JSON is reported with the place that names it", () => {
  expect(bindReports(withResources('theme "x" from "x.json"'), { readText: () => ({ text: "{" }) })).toMatchObject([
    { code: "invalid-resource", related: ["The file is named here"] },
  ]);
});
