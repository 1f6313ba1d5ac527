import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { colour } from "./colour.js";

/** The scopes of the first piece that is exactly `text`, from the `after`th occurrence on. */
async function scopesOf(source: string, text: string, occurrence = 0): Promise<readonly string[]> {
  const pieces = (await colour(source)).filter((piece) => piece.text.trim() === text);
  const found = pieces[occurrence];
  if (found === undefined) throw new Error(`No piece ${JSON.stringify(text)}`);
  return found.scopes;
}

const sample = `// why
journey Login "Real name" {
  /* block */
  description: "Sign in"
  start -> Ask

  page Ask@2.0 "Shown" {
    pageHeader.de: "Hallo \${realm} \\n &{esv.name|x} \\\${no}"

    node Inner: product-Foo@1.0 "Title" {
      script: CheckRisk
      start: 1.5
      list: [true, null, absent, -2e3]
      text: """
        <p>\${realm}</p> \\""" &{esv.a}
        """
      "odd key": { "inner": "x" }
    }

    true, Inner.false, "not now" -> success
    page -> failure
    -> "literal-id"
  }

  node Größe: "x y" {}
  node After: T
  resource theme "id" from "a.json"
  require Ask.true before success
  forbid Größe after Ask
  export { nodeVersions: false }
  layout {
    Ask.Inner 1, 2 "uuid"
  }
  raw { tree: { x: 1 } }
}

script CheckRisk "Check" { file: "a.js" }
extern node Own "designer-1" { displayName: "Own" }
param retries = 3
scenario "works" of Login {
  given header Accept "x"
  given user { userName: "demo" }
  stub Ask -> true { a: 1 }
  submit Ask.Inner { mail: "x" }
  resume
  wait 1h30m
  expect at Ask
  expect path [Ask, Ask.true]
  expect suspended
  expect message "hello"
}`;

const expected: readonly (readonly [text: string, scope: string, occurrence?: number])[] = [
  [" why", "comment.line.double-slash.journey"],
  ["block", "comment.block.journey"],
  ["journey", "storage.type.journey.journey"],
  ["Login", "entity.name.type.journey.journey"],
  ["Real name", "string.quoted.double.journey"],
  ["description", "support.type.property-name.journey"],
  ["start", "keyword.control.start.journey"],
  ["->", "keyword.operator.arrow.journey"],
  ["Ask", "variable.other.node.target.journey"],
  ["page", "storage.type.page.journey"],
  ["Ask", "entity.name.function.page.journey", 1],
  ["2.0", "constant.numeric.version.journey"],
  ["pageHeader", "support.type.property-name.journey"],
  ["de", "constant.other.locale.journey"],
  ["realm", "variable.parameter.journey"],
  ["\\n", "constant.character.escape.journey"],
  ["esv.name", "variable.other.constant.placeholder.journey"],
  ["\\$", "constant.character.escape.journey"],
  ["node", "storage.type.node.journey"],
  ["Inner", "entity.name.function.node.journey"],
  ["product-Foo", "entity.name.type.node-type.journey"],
  ["1.0", "constant.numeric.version.journey"],
  ["script", "support.type.property-name.journey"],
  ["CheckRisk", "variable.other.script.journey"],
  ["start", "support.type.property-name.journey", 1],
  ["1.5", "constant.numeric.journey"],
  ["true", "constant.language.boolean.journey"],
  ["null", "constant.language.null.journey"],
  ["absent", "constant.language.absent.journey"],
  ["-2e3", "constant.numeric.journey"],
  ["<p>", "string.quoted.triple.journey"],
  ["realm", "variable.parameter.journey", 1],
  ['\\"""', "constant.character.escape.journey"],
  ["esv.a", "variable.other.constant.placeholder.journey"],
  ['"odd key"', "support.type.property-name.journey"],
  ['"inner"', "support.type.property-name.journey"],
  ["true", "variable.other.enummember.outcome.journey", 1],
  ["Inner", "variable.other.enummember.outcome.journey", 1],
  ["false", "variable.other.enummember.outcome.journey"],
  ['"not now"', "variable.other.enummember.outcome.journey"],
  ["success", "constant.language.success.journey"],
  ["page", "variable.other.enummember.outcome.journey", 1],
  ["failure", "constant.language.failure.journey"],
  ['"literal-id"', "string.quoted.double.target.journey"],
  ["Größe", "entity.name.function.node.journey"],
  ['"x y"', "string.quoted.double.node-type.journey"],
  ["After", "entity.name.function.node.journey"],
  ["resource", "storage.type.resource.journey"],
  ["theme", "entity.name.type.resource-kind.journey"],
  ["from", "keyword.other.from.journey"],
  ["require", "keyword.control.require.journey"],
  ["before", "keyword.control.before.journey"],
  ["success", "constant.language.success.journey", 1],
  ["forbid", "keyword.control.forbid.journey"],
  ["after", "keyword.control.after.journey"],
  ["export", "storage.type.export.journey"],
  ["layout", "storage.type.layout.journey"],
  ["raw", "storage.type.raw.journey"],
  ["script", "storage.type.script.journey", 1],
  ["extern", "storage.modifier.extern.journey"],
  ["param", "storage.type.param.journey"],
  ["retries", "variable.parameter.journey"],
  ["scenario", "storage.type.scenario.journey"],
  ["of", "keyword.other.of.journey"],
  ["given", "keyword.control.given.journey"],
  ["header", "support.type.subject.journey"],
  ["Accept", "variable.other.given.journey"],
  ["userName", "support.type.property-name.journey"],
  ["stub", "keyword.control.stub.journey"],
  ["true", "variable.other.enummember.outcome.journey", 3],
  ["submit", "keyword.control.submit.journey"],
  ["resume", "keyword.control.resume.journey"],
  ["1h30m", "constant.numeric.duration.journey"],
  ["at", "keyword.other.at.journey"],
  ["path", "keyword.other.path.journey"],
  ["suspended", "constant.language.suspended.journey"],
  ["message", "support.type.subject.journey"],
];

describe("the TextMate grammar", () => {
  it.each(expected.map(([text, scope, occurrence = 0]) => [text, scope, occurrence] as const))(
    "gives %s the scope %s",
    async (text, scope, occurrence) => {
      expect(await scopesOf(sample, text.trim(), occurrence)).toContain(scope);
    },
  );

  it("closes every block that it opens", async () => {
    expect(await scopesOf(`${sample}\n// end`, "end")).toEqual(["source.journey", "comment.line.double-slash.journey"]);
  });

  it("marks wrong escapes, and a string without its closing mark ends with its line", async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a parameter that is not whole.
    const broken = 'journey A {\n  a: "x\\q ${1"\n  b: "open\n  c: 1\n}';
    expect(await scopesOf(broken, "\\q")).toContain("invalid.illegal.escape.journey");
    expect(await scopesOf(broken, "${")).toContain("invalid.illegal.interpolation.journey");
    expect(await scopesOf(broken, "c")).toContain("support.type.property-name.journey");
  });

  it("finds nothing invalid in the examples of the documentation", async () => {
    const folder = new URL("../../docs/", import.meta.url);
    const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
    let examples = 0;
    for (const page of pages) {
      const text = readFileSync(new URL(page, folder), "utf8");
      for (const [, example = ""] of text.matchAll(/```journey[^\n]*\n([\s\S]*?)```/g)) {
        examples++;
        const invalid = (await colour(example)).filter(({ scopes }) =>
          scopes.some((scope) => scope.startsWith("invalid")),
        );
        expect(invalid).toEqual([]);
      }
    }
    expect(examples).toBeGreaterThan(10);
  });
});
