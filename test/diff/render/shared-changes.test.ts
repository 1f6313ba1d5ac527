import { describe, expect, test } from "vitest";
import { plainStyle } from "../../../src/diagnostics/render/style.js";
import { renderHtml } from "../../../src/diff/render/html.js";
import { renderMarkdown } from "../../../src/diff/render/markdown.js";
import { renderText } from "../../../src/diff/render/text.js";
import { compareTexts } from "../../support/compare-texts.js";

const journey = (name: string, greeting: string, end = "success") =>
  `journey ${name} { start -> Hello node Hello: MessageNode { message: { en: "${greeting}" } true -> ${end} false -> failure } }\n`;
const tenant = (greeting: string, last = "success") =>
  journey("A", greeting) + journey("B", greeting) + journey("C", greeting) + journey("D", greeting, last);

describe("a change that several journeys have alike", () => {
  const alike = compareTexts(tenant("Hello"), tenant("Welcome"));

  test("is one line with the number of places, and no section of each journey", () => {
    expect(renderText(alike.difference, plainStyle)).toBe(
      `4 texts changed\n\nseveral journeys\n  ~ 4 nodes of 4 journeys: message.en: "Hello" → "Welcome"\n      A: Hello, B: Hello, C: Hello, D: Hello\n`,
    );
    expect(renderMarkdown(alike)).toContain("### Several journeys\n");
    expect(renderHtml(alike)).toContain("<h2>Several journeys</h2>");
  });

  test("stands below the journeys of which there is more to tell", () => {
    const text = renderText(compareTexts(tenant("Hello"), tenant("Welcome", "failure")).difference, plainStyle);
    expect(text.indexOf("journey D")).toBeGreaterThan(0);
    expect(text.indexOf("several journeys")).toBeGreaterThan(text.indexOf("journey D"));
    expect(text.match(/Welcome/g)).toHaveLength(1);
  });

  test("is told in each journey where there are two", () => {
    const two = (greeting: string) => journey("A", greeting) + journey("B", greeting);
    expect(renderText(compareTexts(two("Hello"), two("Welcome")).difference, plainStyle)).not.toContain("several");
  });
});

test("the first line says that a journey has another name, and the page lets a weakening stand out", () => {
  const one = (name: string, end: string) =>
    `journey ${name} { start -> C node C: DataStoreDecision { true -> success false -> ${end} } }\n`;
  const renamed = compareTexts(one("Old", "failure"), one("New", "success"));
  expect(renderText(renamed.difference, plainStyle)).toMatch(/^weakens password, .*1 journey renamed, 1 arrow changed/);
  expect(renderHtml(renamed)).toContain('<strong class="weaker">weakens password</strong>, ');
});

test("a first locale is told like further ones", () => {
  const page = (header: string) =>
    `journey J { start -> P page P {\npageHeader: ${header}\nnode N: UsernameCollector\n-> success\n} }\n`;
  const text = renderText(compareTexts(page("{}"), page('{ fr: "Bonjour" }')).difference, plainStyle);
  expect(text).toContain('+ P: pageHeader.fr: "Bonjour"');
});

test("a journey that is certainly weaker stands before those of which nobody knows", () => {
  const runs = (name: string, inner: string) =>
    `journey ${name} { start -> R node R: InnerTreeEvaluator { tree: "${inner}" true -> success false -> failure } }\n`;
  const check = (onFalse: string) =>
    `journey Z { start -> C node C: DataStoreDecision { true -> success false -> ${onFalse} } }\n`;
  const { difference } = compareTexts(runs("A", "Old") + check("failure"), runs("A", "New") + check("success"));
  expect(difference.journeys.map(({ journey: name }) => name)).toEqual(["Z", "A"]);
});
