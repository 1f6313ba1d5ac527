import { expect, test } from "vitest";
import { bindFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const schema = `{
  "type": "object",
  "properties": {
    "host": { "type": "string", "format": "hostname", "required": true },
    "paths": { "type": "array", "items": { "type": "string", "pattern": "^/" } },
    "port": { "type": "integer", "default": 443 },
    "key": { "type": "string" }
  },
  "dependencies": { "key": ["paths"] }
}`;

/** What is reported, each with the text that it is reported at. */
function found(node: string, schemaText = schema): readonly string[] {
  const text = `extern node Ask "AcmeAskNode" { outcomes: ["next"] schema: "types/ask.json" }
journey J { start -> A node A: Ask { ${node} next -> success } }`;
  const { diagnostics } = bindFiles([new SourceFile("login/J.journey", text)], {
    readText: () => ({ text: schemaText }),
  });
  return diagnostics.map(({ code, message, place }) => {
    return `${place.source.path} ${place.source.slice(place.range)}: ${message} (${code})`;
  });
}

test("values are judged by the schema, where they stand", () => {
  expect(found('host: "example.com" paths: ["/a"] key: "k"')).toEqual([]);
  expect(found('host: "exa mple" paths: ["/a", "b"] port: "1"')).toEqual([
    'login/J.journey "exa mple": "host" must be the name of a host (wrong-value)',
    'login/J.journey "b": "paths[1]" must match the pattern ^/ (wrong-value)',
    'login/J.journey "1": "port" must be a whole number, not the text "1" (wrong-value-type)',
  ]);
});

test("properties are judged together at the node, unless one of them is not known", () => {
  expect(found('host: "a" key: "k"')).toEqual(['login/J.journey A: "A" needs "paths" beside "key" (wrong-value)']);
  expect(found('host: "a" key: "k" paths: absent')).toEqual([]);
  expect(found('host: "&{esv.host}" key: "k"')).toEqual([]);
});

test("an unknown property tells which one is needed, so that nobody mends one and finds the other", () => {
  expect(found('hots: "a"')).toEqual(['login/J.journey hots: AcmeAskNode has no property "hots" (unknown-property)']);
  expect(found("absnt: [1]")).toEqual([
    'login/J.journey absnt: AcmeAskNode has no property "absnt" (unknown-property)',
  ]);
});

test("what is wrong with the schema is told in its own file", () => {
  const broken = '{ "properties": { "host": { "$ref": "https://example.com/host" }, "port": { "minimum": "1" } } }';
  expect(found('host: 1 port: "a"', broken)).toEqual([
    'login/types/ask.json "https://example.com/host": "/properties/host/$ref" in the description of node type "Ask" refers to "https://example.com/host": only what stands in the schema itself can be used (invalid-node-type)',
    'login/types/ask.json "1": "/properties/port/minimum" in the description of node type "Ask" must be a number (invalid-node-type)',
  ]);
});
