import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainStyle } from "../../src/diagnostics/render/style.js";
import { type Comparison, compare } from "../../src/diff/compare.js";
import { renderHtml } from "../../src/diff/render/html.js";
import { renderJson } from "../../src/diff/render/json.js";
import { renderMarkdown } from "../../src/diff/render/markdown.js";
import { renderMermaid } from "../../src/diff/render/mermaid.js";
import { renderText } from "../../src/diff/render/text.js";
import type { Journey } from "../../src/model/model.js";
import { compareTexts } from "../support/compare-texts.js";
import { hostileText } from "../support/hostile-text.js";
import { journey, journeyOfNumbers, node, settings } from "../support/journey-fixture.js";
import { projectRoot } from "../support/read-project.js";

const schema = JSON.parse(readFileSync(join(projectRoot, "schema", "diff.schema.json"), "utf8")) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

function compareJourneys(before: Journey, after: Journey): Comparison {
  const side = (each: Journey) => ({
    model: { journeys: [each], externTypes: new Map(), scenarios: [] },
    findings: [],
    originals: new Map(),
  });
  return compare(side(before), side(after), { layout: true });
}

/** A change in every place that holds text of the journey's. */
function hostile(text: string): Comparison {
  const before = journey("a", [node("a", { [text]: "b" }), node("b", { x: "success" }), node("gone", { x: "a" })]);
  const after = journey("a", [
    node("a", { [text]: "new" }, { displayName: text, properties: settings({ [text || "k"]: `${text}\n1` }) }),
    node("b", { x: "failure" }, { typeId: text }),
    node("new", { x: "success" }, { displayName: text, properties: settings({ p: text }) }),
  ]);
  return compareJourneys(before, { ...after, id: text });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const steering = /[\u0000-\u0009\u000b-\u001f\u202e]|\p{Surrogate}/u;

const attack = `<img src=x onerror=alert(1)>"'\`](javascript:x) @team #1 \`\`\` --> end ;`;

describe("formats", () => {
  test("the page holds no markup of the journey's", () => {
    const html = renderHtml(hostile(attack));
    expect(html).not.toMatch(/<img/i);
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain("&lt;img src=x");
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<svg/g)).toHaveLength(2);
  });

  test("markdown holds the journey's text in code only", () => {
    const markdown = renderMarkdown(hostile(attack));
    const outside = markdown
      .replace(/^( *)(`{3,})[^\n]*\n[\s\S]*?\n\1\2$/gm, "")
      .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
    expect(outside).not.toMatch(/<img|@team|javascript:/);
  });

  test("nothing reaches the terminal that steers it", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(renderText(hostile(text).difference, plainStyle)).not.toMatch(steering);
      }),
      { numRuns: 60 },
    );
  });

  test("any text gives JSON of the schema, and all formats", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const comparison = hostile(text);
        validate(JSON.parse(renderJson(comparison.difference)));
        expect(validate.errors).toBeNull();
        expect(renderHtml(comparison)).not.toMatch(/<script/i);
        expect(renderMermaid(comparison)).toMatch(/^flowchart LR\n/);
        expect(renderMarkdown(comparison)).toContain("```mermaid\n");
      }),
      { numRuns: 60 },
    );
  });

  test("a step that was replaced by its like, and steps that moved to another journey, give JSON of the schema", () => {
    const code = (name: string, minutes: number) =>
      journey(name, [
        node("a", { true: "success" }, { id: `${name}${minutes}`, properties: settings({ minutes }) }),
        node("b", { true: "success" }),
      ]);
    const texts = (body: string) => `journey Main { start -> Code ${body} }\n`;
    const step = "node Code: OneTimePasswordCollectorDecision { true -> success false -> failure }";
    const outer =
      'journey Main { start -> Run node Run: InnerTreeEvaluator { tree: "Code" else -> failure true -> success } }\n';
    const moved = compareTexts(texts(step), `${outer}journey Code { start -> Code ${step} }\n`);
    for (const each of [compareJourneys(code("a", 5), code("a", 60)), moved]) {
      validate(JSON.parse(renderJson(each.difference)));
      expect(validate.errors).toBeNull();
    }
    expect(renderJson(moved.difference)).toContain('"movedTo"');
    expect(renderJson(compareJourneys(code("a", 5), code("a", 60)).difference)).toContain('"replaces"');
  });

  test("no difference", () => {
    const text = "journey A {\n  start -> success\n}\n";
    const same = compareTexts(text, text);
    expect(renderText(same.difference, plainStyle)).toBe("");
    expect(renderMarkdown(same)).toBe("No journey has changed.\n");
    expect(JSON.parse(renderJson(same.difference))).toEqual({
      version: 1,
      same: true,
      journeys: [],
      scenarios: [],
      findings: [],
    });
    expect(renderHtml(same)).toContain("No journey has changed.");
    expect(renderMermaid(same)).toBe("");
  });

  test("the picture shows what is new, what is gone and their neighbours, and no more", () => {
    const before = journeyOfNumbers(
      Array.from({ length: 30 }, (_, index) => [index + 1]),
      (index) => ({ displayName: `Step ${index}` }),
    );
    const after = {
      ...before,
      nodes: before.nodes.map((each, index) => (index === 10 ? { ...each, displayName: "Other" } : each)),
    };
    const picture = renderMermaid(compareJourneys(before, after));
    expect(picture.match(/^ {2}n\d+\[/gm)).toHaveLength(3);
    expect(picture).toContain("~ Other");
  });
});

test("the page shows pictures in their own size, wide ones one below the other", () => {
  const chain = (count: number, title: string) => {
    const nodes = Array.from({ length: count }, (_, at) => {
      const next = at + 1 === count ? "success" : `N${at + 1}`;
      return `node N${at}: IncrementLoginCount "${title}" { -> ${next} }`;
    });
    return `journey J { start -> N0 ${nodes.join("\n")} }\n`;
  };
  const page = (count: number) => renderHtml(compareTexts(chain(count, "Old"), chain(count, "New")));
  expect(page(2)).toContain('<div class="sides">');
  expect(page(12)).toContain('<div class="sides wide">');
  expect(page(12)).toMatch(/\.picture svg \{[^}]*max-width: none/);
});
