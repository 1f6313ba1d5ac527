import { expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import type { NodeType } from "../../src/catalogue/node-type.js";
import { builtPackage } from "../support/built-package.js";
import { LanguageClient, marked } from "../support/language-client.js";

// People read the catalogue in an editor, programs by `journeyc nodes --json`. Both get the same words.

interface ListedType {
  readonly name: string;
  readonly displayName: string;
  readonly summary: string;
  readonly deprecated: boolean;
}

function nodes<Answer>(...words: readonly string[]): Answer {
  return JSON.parse(builtPackage().run(["nodes", ...words, "--json"]).stdout) as Answer;
}

function read(documentation: lsp.CompletionItem["documentation"] | lsp.Hover["contents"] | undefined): string {
  return (documentation as lsp.MarkupContent | undefined)?.value ?? "";
}

test("completion offers the node types of nodes --json, under their names and with their summaries", async () => {
  const { types } = nodes<{ readonly types: readonly ListedType[] }>();
  expect(types.length).toBeGreaterThan(100);
  const client = await LanguageClient.start({ folder: "/journeys" });
  const { text, position } = marked("journey Login {\n  start -> Any\n\n  node Any: |\n}\n");
  client.open("login.journey", text);
  const textDocument = { uri: client.uri("login.journey") };
  const found = await client.connection.sendRequest(lsp.CompletionRequest.type, { textDocument, position });
  const items = Array.isArray(found) ? found : (found?.items ?? []);
  const offered = new Map(items.map((item) => [item.label, item]));
  for (const { name, displayName, summary, deprecated } of types) {
    // A page is written with a word of its own.
    if (name === "Page") continue;
    const item = offered.get(name);
    const isDeprecated = item?.tags?.includes(lsp.CompletionItemTag.Deprecated) ?? false;
    expect([name, item?.detail, isDeprecated]).toEqual([name, displayName, deprecated]);
    const { documentation } = await client.connection.sendRequest(lsp.CompletionResolveRequest.type, item!);
    expect(read(documentation)).toContain(summary);
  }
  expect(await client.stop()).toBe(0);
});

test.each(["RetryLimitDecision", "OneTimePasswordSmtpSender", "AccountLockout", "WebAuthnRegistration"])(
  "hovering over the properties of %s shows the words of nodes --json",
  async (name) => {
    const { type } = nodes<{ readonly type: NodeType }>(name);
    const properties = type.versions[type.defaultVersion]?.properties ?? [];
    expect(properties.length).toBeGreaterThan(0);
    const lines = [
      "journey Login {",
      "  start -> Any",
      `  node Any: ${name} {`,
      ...properties.map((property) => `    ${property.name}: 1`),
      "  }",
      "}",
    ];
    const client = await LanguageClient.start({ folder: "/journeys" });
    client.open("login.journey", lines.join("\n"));
    const hover = async (word: string) => {
      const line = lines.findIndex((each) => each.includes(`${word}:`) || each.includes(`: ${word} {`));
      const position = { line, character: lines[line]!.indexOf(word) + 1 };
      const textDocument = { uri: client.uri("login.journey") };
      return read((await client.connection.sendRequest(lsp.HoverRequest.type, { textDocument, position }))?.contents);
    };
    expect(await hover(name)).toContain(type.summary);
    for (const { name: property, required = false, note = "", enum: values = [], ...others } of properties) {
      const shown = await hover(property);
      expect(shown).toContain(required ? "required" : "optional");
      expect(shown).toContain(note);
      for (const value of values) expect(shown).toContain(JSON.stringify(value));
      if (others.default !== undefined) expect(shown).toContain(`default \`${JSON.stringify(others.default)}\``);
    }
    expect(await client.stop()).toBe(0);
  },
);
