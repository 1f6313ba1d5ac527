import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderRailroad } from "../../scripts/build-grammar.mjs";
import { type Expression, parseEbnf } from "../../scripts/parse-ebnf.mjs";
import type * as ast from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";
import { grammarTokens } from "../../src/syntax/tokens.js";
import { SourceFile } from "../../src/text/source-file.js";
import { colour } from "./colour.js";
import { randomFrom, SentenceGenerator } from "./generate-sentence.js";

function readGrammar(name: string): string {
  return readFileSync(new URL(`../../grammar/${name}`, import.meta.url), "utf8");
}

const rules = parseEbnf(readGrammar("journey.ebnf"));
const sentences = Array.from({ length: 1000 }, (_, seed) =>
  new SentenceGenerator(rules, randomFrom(seed)).generate("file"),
);

type Kind = (
  | ast.FileItem
  | ast.JourneyMember
  | ast.PageMember
  | ast.LayoutEntry
  | ast.ScenarioStep
  | ast.Value
)["kind"];

/** Complete by its type: a kind that the tree gets and the grammar does not is missed here. */
const kinds: Readonly<Record<Kind, true>> = {
  journey: true,
  script: true,
  resource: true,
  extern: true,
  param: true,
  scenario: true,
  property: true,
  entry: true,
  node: true,
  page: true,
  require: true,
  forbid: true,
  export: true,
  layout: true,
  raw: true,
  edge: true,
  "layout-entry": true,
  given: true,
  stub: true,
  answer: true,
  submit: true,
  resume: true,
  wait: true,
  expect: true,
  string: true,
  number: true,
  boolean: true,
  null: true,
  name: true,
  list: true,
  object: true,
};

/** Words that are no tokens of their own to the parser: it takes any name there, and later phases know these. */
const plainWords = [
  ..."start true false null".split(" "),
  ..."user session state transient header cookie query esv secret".split(" "),
  ..."success failure suspended error at path email sms message shared config".split(" "),
  ..."http openidm outcome callbacks log".split(" "),
];

function literalsOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "literal":
      return [expression.text];
    case "optional":
    case "repeat":
      return literalsOf(expression.item);
    case "choice":
    case "sequence":
      return expression.items.flatMap(literalsOf);
    default:
      return [];
  }
}

function sorted(words: Iterable<string>): readonly string[] {
  return [...new Set(words)].sort();
}

const ebnfWords = rules
  .filter(({ name }) => name !== name.toUpperCase())
  .flatMap(({ expression }) => literalsOf(expression))
  .filter((text) => /^[a-z]+$/.test(text));

describe("journey.ebnf", () => {
  it("defines every rule that it uses, and uses all but the first and white space", () => {
    const defined = rules.map(({ name }) => name);
    const used = (expression: Expression): readonly string[] => {
      switch (expression.kind) {
        case "rule":
          return [expression.name];
        case "optional":
        case "repeat":
          return used(expression.item);
        case "choice":
        case "sequence":
          return expression.items.flatMap(used);
        default:
          return [];
      }
    };
    const unattached = ["file", "WHITE_SPACE", "LINE_COMMENT", "BLOCK_COMMENT"];
    expect(sorted([...rules.flatMap(({ expression }) => used(expression)), ...unattached])).toEqual(sorted(defined));
    expect(new Set(defined).size).toBe(defined.length);
  });

  it("makes sentences that the parser reads without a complaint", () => {
    for (const sentence of sentences) {
      const { diagnostics } = parse(new SourceFile("sentence.journey", sentence));
      expect({ messages: diagnostics.map(({ message }) => message), sentence }).toEqual({ messages: [], sentence });
    }
  });

  it("reaches every kind of node of the syntax tree", () => {
    const found = new Set<string>();
    const open: unknown[] = sentences.map((sentence) => parse(new SourceFile("sentence.journey", sentence)).file.items);
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value !== "object" || value === null) continue;
      if ("kind" in value && typeof value.kind === "string") found.add(value.kind);
      open.push(...Object.values(value).filter((member) => member !== undefined));
    }
    expect(sorted(found)).toEqual(sorted(Object.keys(kinds)));
  });

  it("has the parser's keywords and no others", () => {
    const keywords = grammarTokens.flatMap(({ name }) => /^([A-Z][a-z]+)Keyword$/.exec(name)?.[1]?.toLowerCase() ?? []);
    expect(sorted(ebnfWords)).toEqual(sorted([...keywords, ...plainWords]));
  });
});

describe("railroad.html", () => {
  it("is what the script draws from journey.ebnf (run `node scripts/build-grammar.mjs`)", () => {
    expect(readGrammar("railroad.html")).toBe(renderRailroad());
  });

  it("links to rules that are there", () => {
    const page = readGrammar("railroad.html");
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, target = ""]) => target);
    expect(targets.length).toBeGreaterThan(80);
    for (const target of targets) expect(page).toContain(`<h3 id="${target}">`);
  });
});

describe("journey.tmLanguage.json", () => {
  it("has the grammar's words and no others, but for `absent`, which is a name to the parser", () => {
    const patterns = [
      ...readGrammar("journey.tmLanguage.json").matchAll(/"(?:match|begin|end)": "((?:[^"\\]|\\.)*)"/g),
    ];
    const words = patterns.flatMap(([, pattern = ""]) =>
      [...pattern.matchAll(/(?<=[(|:)])[a-z]{2,}(?=[()|])/g)].map(([word]) => word),
    );
    expect(sorted(words)).toEqual(sorted([...ebnfWords, "absent"]));
  });

  it("finds nothing invalid in sentences of the grammar, and ends each outside of all blocks", async () => {
    for (const sentence of sentences.slice(0, 100)) {
      const pieces = await colour(`${sentence}\n// end`);
      const invalid = pieces.filter(({ scopes }) => scopes.some((scope) => scope.startsWith("invalid")));
      expect({ invalid, sentence }).toEqual({ invalid: [], sentence });
      expect({ scopes: pieces.at(-1)?.scopes, sentence }).toEqual({
        scopes: ["source.journey", "comment.line.double-slash.journey"],
        sentence,
      });
    }
  });
});
