// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a placeholder of another tool
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const journey = (kind: string, id: string) => `resource ${kind} "${id}" from "resources/held.json"

journey Login {
  start -> failure
}
`;

/** What is said in the file of a resource: the text at the place, and the help. */
function told(kind: string, id: string, content: object): readonly (string | undefined)[][] {
  const text = JSON.stringify({ _id: id, ...content });
  const { diagnostics } = checkFiles([new SourceFile("a.journey", journey(kind, id))], { readText: () => ({ text }) });
  return diagnostics
    .filter(({ code }) => code === "wrong-value-type")
    .map(({ place, help }) => [place.source.path, place.source.slice(place.range), help]);
}

const variable = (content: object) => told("variable", "esv-quay", content);

describe("the file of a variable", () => {
  test.each([
    [{ expressionType: "string", valueBase64: "k-1" }, '"k-1"', 'Write "ay0x", which is "k-1" in base64.'],
    [
      { expressionType: "string", valueBase64: "sms@pier.example" },
      '"sms@pier.example"',
      'Write "c21zQHBpZXIuZXhhbXBsZQ==", which is "sms@pier.example" in base64.',
    ],
    [{ expressionType: "int", valueBase64: 30 }, "30", 'Write "MzA=", which is "30" in base64.'],
    [{ expressionType: "string", valueBase64: "cXVheS" }, '"cXVheS"', undefined],
    [{ expressionType: "string", valueBase64: "cXVheTE" }, '"cXVheTE"', 'Write "cXVheTE=": base64 comes in fours.'],
    [{ expressionType: "bool", valueBase64: "true" }, '"true"', 'Write "dHJ1ZQ==", which is "true" in base64.'],
    [
      { expressionType: "int", valueBase64: "dGhyZWU=" },
      '"dGhyZWU="',
      'It is "three" in base64: write another value, or the type that it is of.',
    ],
    [{ expressionType: "array", valueBase64: "YSxi" }, '"YSxi"', undefined],
    [{ expressionType: "boolean", valueBase64: "dHJ1ZQ==" }, '"boolean"', 'Write `"bool"`.'],
    [{ expressionType: "String", valueBase64: "YQ==" }, '"String"', 'Write `"string"`.'],
  ])("%j is told at its place", (content, at, help) => {
    const found = variable(content);
    expect(found.map(([path, text]) => [path, text])).toEqual([["resources/held.json", at]]);
    if (help !== undefined) expect(found[0]?.[2]).toBe(help);
  });

  test.each([
    { expressionType: "string", valueBase64: "ay0x" },
    { expressionType: "string", valueBase64: "" },
    { expressionType: "int", valueBase64: "MzA=" },
    { expressionType: "bool", valueBase64: "dHJ1ZQ==" },
    { expressionType: "array", valueBase64: "WyJhIl0=" },
    { expressionType: "object", valueBase64: "eyJhIjoxfQ==" },
    { expressionType: "list", valueBase64: "YSxi" },
    { expressionType: "keyvaluelist", valueBase64: "YT0x" },
    { expressionType: "number", valueBase64: "MS41" },
    { expressionType: "string", valueBase64: "${QUAY_KEY}" },
    { valueBase64: "w6TDtsO8" },
    { expressionType: "string", value: "plain" },
  ])("%j is right", (content) => {
    expect(variable(content)).toEqual([]);
  });
});

describe("the file of an e-mail template or a theme", () => {
  test.each([
    ["emailTemplate", { enabled: "true" }, '"true"', "Write `true` without quotes."],
    ["emailTemplate", { subject: "Welcome" }, '"Welcome"', 'Write the locale before the text: `{ "en": "…" }`.'],
    [
      "emailTemplate",
      { defaultLocale: "de", message: "Hallo" },
      '"Hallo"',
      'Write the locale before the text: `{ "de": "…" }`.',
    ],
    ["theme", { linkedTrees: "Login" }, '"Login"', 'Write `["Login"]`.'],
    ["theme", { journeyHeaderEnabled: "False" }, '"False"', "Write `false` without quotes."],
    ["theme", { primaryColor: 324558 }, "324558", 'Write `"324558"`.'],
  ])("%s with %j is told at the field", (kind, content, at, help) => {
    expect(told(kind, "quay", content)).toEqual([["resources/held.json", at, help]]);
  });

  test.each([
    ["emailTemplate", { enabled: true, from: "a@quay.example", subject: { en: "Hi" }, message: { en: "<p>Hi</p>" } }],
    ["theme", { isDefault: false, linkedTrees: [], primaryColor: "#324054", logoEnabled: true }],
  ])("%s with %j is right", (kind, content) => {
    expect(told(kind, "quay", content)).toEqual([]);
  });
});
