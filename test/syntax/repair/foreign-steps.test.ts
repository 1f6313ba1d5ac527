import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { foreignStepAt } from "../../../src/syntax/repair/foreign-steps.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { filesBelow } from "../../support/files-below.js";
import { projectRoot } from "../../support/read-project.js";

const diagnosticsOf = (step: string) =>
  parse(new SourceFile("a.journey", `scenario "a run" of Login {\n  ${step}\n}\n`)).diagnostics;

/** Steps as other languages and people write them, and as they are written here. */
const rewritten: readonly (readonly [string, string])[] = [
  ['expect session.username == "demo"', 'expect session { username: "demo" }'],
  ["expect session.username === 'demo'", 'expect session { username: "demo" }'],
  ['expect session.username is "demo"', 'expect session { username: "demo" }'],
  ['expect session.username "demo"', 'expect session { username: "demo" }'],
  ['expect session username "demo"', 'expect session { username: "demo" }'],
  ['expect session["username"] == "demo"', 'expect session { username: "demo" }'],
  ['expect session == { username: "demo" }', 'expect session { username: "demo" }'],
  ['expect session contains { username: "demo" }', 'expect session { username: "demo" }'],
  ['expect(session.username).toBe("demo")', 'expect session { username: "demo" }'],
  ['expect session.username.toEqual("demo");', 'expect session { username: "demo" }'],
  ['assert session.username == "demo"', 'expect session { username: "demo" }'],
  ['expect "demo" == session.username', 'expect session { username: "demo" }'],
  ["expect state.score.device == 12", "expect state { score: { device: 12 } }"],
  ['expect user "demo".mail == "demo@example.com"', 'expect user "demo" { mail: "demo@example.com" }'],
  ['expect user demo { mail: "demo@example.com" }', 'expect user "demo" { mail: "demo@example.com" }'],
  ["expect success == true", "expect success"],
  ["expect at == Ask", "expect at Ask"],
  ["expect path == [Ask, Check.true]", "expect path [Ask, Check.true]"],
  ['expect outcome == "low"', 'expect outcome "low"'],
  ['given session.username = "demo"', 'given session { username: "demo" }'],
  ['given esv.mail.from = "a@example.com"', 'given esv "esv.mail.from" "a@example.com"'],
  ['given header { accept: "text/html" }', 'given header accept "text/html"'],
  ['submit Ask.Name = "demo"', 'submit Ask { Name: "demo" }'],
  ['submit Ask Name "demo"', 'submit Ask { Name: "demo" }'],
  ['stub http GET "https://example.com/*" -> 503', 'stub http GET "https://example.com/*" -> { status: 503 }'],
  ['stub http GET "https://example.com/*" -> "503"', 'stub http GET "https://example.com/*" -> { status: 503 }'],
  ['stub http "https://example.com/*" returns 503', 'stub http "https://example.com/*" -> { status: 503 }'],
  [
    'stub http GET "https://example.com/*" -> { code: 503 }',
    'stub http GET "https://example.com/*" -> { status: 503 }',
  ],
  [
    'stub http GET "https://example.com/*" -> 200 { ok: true }',
    'stub http GET "https://example.com/*" -> { status: 200, body: { ok: true } }',
  ],
  ['stub http GET "https://example.com/*" -> "up"', 'stub http GET "https://example.com/*" -> { body: "up" }'],
  ['stub openidm read "managed/user/1" -> 404', 'stub openidm read "managed/user/1" -> error { code: 404 }'],
  ["stub Rate -> low, { score: 1 }", "stub Rate -> low { score: 1 }"],
  ["stub Rate -> low score 1", "stub Rate -> low { score: 1 }"],
  ['stub Rate -> { outcome: "low", score: 1 }', "stub Rate -> low { score: 1 }"],
];

describe("a step of another language is told once, with the whole step that it is here", () => {
  test.each(rewritten)("%s", (step, right) => {
    const diagnostics = diagnosticsOf(step);
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([["foreign-spelling", `Write \`${right}\`.`]]);
    expect(diagnostics[0]?.fixes[0]?.edits.map(({ text }) => text)).toEqual([right]);
    expect(diagnosticsOf(right)).toEqual([]);
  });
});

test.each([
  ["expect score == 12", 'Name what has the value: `expect state { score: 12 }`, or `session`, or `user "…"`.'],
  ['expect session is "demo"', 'Name what has the value: `expect session { key: "demo" }`.'],
  [
    'expect session.username != "demo"',
    "Expect what is there: values are not compared otherwise, and nothing is denied.",
  ],
  [
    'stub openidm read "managed/user/1" -> 200',
    'What `openidm` answers is an object: `stub openidm read "managed/user/1" -> { … }`.',
  ],
])("%s is told without a fix: what is meant is not clear", (step, help) => {
  expect(diagnosticsOf(step).map((found) => [found.code, found.help, found.fixes])).toEqual([
    ["syntax-error", help, []],
  ]);
});

const written = ["docs", "examples", "test/data"].flatMap((folder) =>
  Object.entries(filesBelow(join(projectRoot, folder))).filter(([path]) => path.endsWith(".journey")),
);

test("no step of any scenario of the project is one of another language", () => {
  expect(written.length).toBeGreaterThan(30);
  for (const [path, text] of written) {
    const found = Array.from(text.matchAll(/^./gm), ({ index }) => foreignStepAt(text, index)).filter(Boolean);
    expect([path, found]).toEqual([path, []]);
  }
});

test("outside of scenarios nothing is a step", () => {
  const text = 'journey Login {\n  node Ask: MessageNode {\n    expect(session.username).toBe("demo")\n  }\n}\n';
  expect(foreignStepAt(text, text.indexOf("expect"))).toBeUndefined();
});
