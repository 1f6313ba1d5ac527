import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { builtPackage } from "../support/built-package.js";
import { WorkerServer } from "../support/worker-server.js";

const text = `journey Login {
  start -> Ask

  node Ask: HasSession {
    level: "high"

    True -> success
  }
}
`;
const types = `extern node HasSession "designer-1" {
  outcomes: ["True"]
  schema: "types/level.json"
}

`;
const schema = `{ "type": "object", "properties": { "level": { "type": "string", "pattern": "^[0-9]+$" } } }`;

it("has at most 1.2 MB compressed, with the catalogue", () => {
  const file = join(builtPackage().folder, "dist", "language-server", "worker.js");
  expect(gzipSync(readFileSync(file)).length).toBeLessThan(1_200_000);
});

it("checks with foreign schemas, and hears of files that come, change and go", async () => {
  const server = await WorkerServer.start({ "Login.journey": types + text, "types/level.json": schema });
  onTestFinished(() => server.stop());
  const uri = server.uri("Login.journey");
  const messages = async () => {
    const report = await server.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === "full" ? report.items.map(({ message }) => message) : [];
  };
  const tell = (name: string, content: string | null) =>
    server.connection.sendNotification("journey/files", { files: [{ uri: server.uri(name), text: content }] });
  expect((await messages()).join()).toMatch(/level.*\^\[0-9\]\+\$/s);
  await tell("types/level.json", schema.replace("[0-9]", "[a-z]"));
  expect((await messages()).join()).not.toContain("level");
  await tell("types/level.json", null);
  expect((await messages()).join()).toContain("types/level.json");
  await tell("Login.journey", text);
  expect((await messages()).join()).toContain("HasSession");
});
