import { describe, expect, test } from "vitest";
import type { FileText } from "../../src/model/bind-options.js";
import type { JsonObject } from "../../src/text/json.js";
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

describe("a file that holds another resource", () => {
  const files: Readonly<Record<string, string>> = {
    "a.json": "emailTemplate/hello",
    "b.json": "emailTemplate/parting",
    "copy.json": "emailTemplate/hello",
    "theme.json": "dark",
    "bare.json": "hello",
  };
  const found = (...resources: readonly string[]) =>
    bindReports(withResources(...resources), {
      readText: (path) => ({ text: JSON.stringify({ _id: files[path] }) }),
    }).map(({ code, at, help }) => [code, at, help]);

  test("is told at its path, with the file that holds the resource where one is named", () => {
    expect(found('emailTemplate "hello" from "b.json"')).toEqual([
      ["resource-of-another", '"b.json"', 'Name the file that holds `hello`, or write `"parting"` for the id.'],
    ]);
    expect(found('emailTemplate "hello" from "b.json"', 'emailTemplate "parting" from "b.json"')).toEqual([
      ["resource-of-another", '"b.json"', "Name the file that holds `hello`."],
    ]);
    expect(found('emailTemplate "hello" from "a.json"', 'emailTemplate "hi" from "copy.json"')).toEqual([
      [
        "resource-of-another",
        '"copy.json"',
        'Write `"_id": "emailTemplate/hi"` in `copy.json`, if it is a copy of `a.json`; otherwise name the file that holds `hi`.',
      ],
    ]);
    expect(found('emailTemplate "hello" from "theme.json"', 'theme "dark" from "a.json"')).toContainEqual([
      "resource-of-another",
      '"theme.json"',
      "`a.json` holds `hello`.",
    ]);
    expect(found('theme "dark" from "a.json"')).toEqual([
      ["resource-of-another", '"a.json"', "Name the file that holds `dark`."],
    ]);
  });

  test("is none where the id is the same with and without the kind before it, and where another kind calls its things otherwise", () => {
    expect(found('emailTemplate "hello" from "a.json"', 'theme "light" from "theme.json"')).toEqual([]);
    expect(found('emailTemplate "hello" from "bare.json"')).toEqual([]);
  });

  const dark = '{ "themeId": "dark" }';
  const mailing = (template: string) => `journey J {
  start -> Ask

  page Ask {
    stage: ${JSON.stringify(dark)}
    node Name: UsernameCollector
    -> Mail
  }

  node Mail: EmailTemplate {
    emailTemplateName: "${template}"
    EMAIL_SENT, EMAIL_NOT_SENT -> success
  }
}
`;
  const foundIn = (text: string, ...resources: readonly string[]) =>
    bindReports(resources.map((each) => `resource ${each}\n`).join("") + text, {
      readText: (path) => ({ text: JSON.stringify({ _id: files[path] }) }),
    }).map(({ code, at, help, fixes }) => [code, at, help, fixes]);

  test("is told at the id where something names what the file holds, and nothing what it is declared as", () => {
    expect(foundIn(mailing("hello"), 'theme "night" from "theme.json"', 'emailTemplate "hi" from "a.json"')).toEqual([
      ["resource-of-another", '"night"', 'Did you mean `"dark"`, as in the file?', ['"dark"']],
      ["resource-of-another", '"hi"', 'Did you mean `"hello"`, as in the file?', ['"hello"']],
    ]);
  });

  test("is told at the path where something names what it is declared as", () => {
    const theme = 'theme "dark" from "theme.json"';
    expect(foundIn(mailing("goodbye"), theme, 'emailTemplate "goodbye" from "b.json"')).toEqual([
      [
        "resource-of-another",
        '"b.json"',
        'Name the file that holds `goodbye`, or write `"_id": "emailTemplate/goodbye"` in this one if it is meant.',
        [],
      ],
    ]);
    expect(foundIn(mailing("helo"), theme, 'emailTemplate "helo" from "a.json"')).toEqual([
      [
        "resource-of-another",
        '"a.json"',
        'Write `"_id": "emailTemplate/helo"` in the file: that is what is used here.',
        [],
      ],
    ]);
  });

  test("is none for an entity that is declared by its entity id", () => {
    const text = `journey J {
  start -> House

  node House: product-Saml2 {
    idpEntityId: "https://idp.example.org"
    metaAlias: "/alpha/sp"
    ACCOUNT_EXISTS, NO_ACCOUNT -> success
    ERROR -> failure
  }
}
`;
    const declared = 'resource saml2Entity "https://idp.example.org" from "idp.json"\n';
    const content = { _id: "aHR0cHM6Ly9pZHAuZXhhbXBsZS5vcmc", entityId: "https://idp.example.org" };
    const readContent = (value: JsonObject) => ({ readText: () => ({ text: JSON.stringify(value) }) });
    expect(bindReports(declared + text, readContent(content)).map(({ code }) => code)).toEqual([]);
    const renamed = { ...content, _id: "https://test.example.org" };
    expect(bindReports(declared + text, readContent(renamed)).map(({ code }) => code)).toEqual(["resource-of-another"]);
    expect(bindReports(declared + text, readContent({ _id: "other" })).map(({ code }) => code)).toEqual([
      "resource-of-another",
    ]);
  });
});
