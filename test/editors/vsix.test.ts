import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { addServer, buildExtension } from "../../scripts/build-extension.mjs";
import { packVsix } from "../../scripts/vsix.mjs";
import { syntaxCodes } from "../../src/diagnostics/codes/syntax.js";
import { builtPackage } from "../support/built-package.js";
import { LanguageClient } from "../support/language-client.js";
import { bindText, projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const source = join(projectRoot, "editors", "vscode");
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

it("holds every file that its manifest names, for the desktop and for browsers, and a server that needs no other", async () => {
  const folder = temporaryFolder();
  await buildExtension(folder);
  addServer(join(builtPackage().folder, "dist"), folder);
  const packed = packVsix(folder);
  expect(Buffer.from(packVsix(folder)).equals(Buffer.from(packed))).toBe(true);
  const files = unzipSync(packed);
  const manifest = strFromU8(files["extension/package.json"]!);
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:[\w-]+\/)*[\w.-]+\.(?:js|json|svg|png|md))"/g)].map(
    ([, file = ""]) => `extension/${file}`,
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => files[file] === undefined)).toEqual([]);
  const assets = [...strFromU8(files["extension.vsixmanifest"]!).matchAll(/ Path="([^"]+)"/g)].map(
    (match) => match[1]!,
  );
  expect(assets.filter((file) => files[file] === undefined)).toEqual([]);
  expect(JSON.parse(manifest).version).toBe(readJson(join(projectRoot, "package.json")).version);

  // Scripts take the parser and the sandbox; the server stands alone, outside of the project.
  const server = join(folder, "server", "cli", "journeyc.cjs");
  const tested = spawnSync(process.execPath, [server, "test", join(projectRoot, "examples", "login")], {
    encoding: "utf8",
    env: { ...process.env, XDG_CACHE_HOME: folder },
  });
  expect([tested.status, tested.stderr]).toEqual([0, ""]);

  // As VS Code on the desktop starts it.
  const command = [process.execPath, server, "lsp", "--stdio", `--clientProcessId=${process.pid}`];
  const client = await LanguageClient.start({ folder, command });
  client.open("login.journey", "journey Login {\n  start -> nowhere\n}\n");
  expect((await client.diagnostics("login.journey")).map(({ code }) => code)).toEqual(["unresolved-target"]);
  expect(await client.stop()).toBe(0);
});

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const snippets = Object.entries(readJson(join(source, "snippets", "journey.json")) as Record<string, Snippet>);
/** What stands around a snippet that is not the whole of a file. */
const member = /^(page|node|inner|require|forbid|ignore)$/;

it.each(snippets)("the snippet %s is text that parses", (_name, { prefix, body }) => {
  const inserted = filledIn(body.join("\n"));
  const text = member.test(prefix) ? `journey Around {\n${inserted}\n}\n` : inserted;
  const syntaxErrors = bindText(text).diagnostics.filter(({ code }) => Object.hasOwn(syntaxCodes, code));
  expect(syntaxErrors.map(({ message }) => message)).toEqual([]);
  expect(inserted).not.toContain("$");
});

/** A snippet whose user presses Tab until its end. */
function filledIn(body: string): string {
  const values = new Map<string, string>();
  const first = body.replace(/\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^|]*\|)\}/g, (_match, key: string, text, choice) => {
    values.set(key, text ?? choice);
    return text ?? choice;
  });
  return first.replace(/\$(\d+)/g, (_match, key: string) => values.get(key) ?? "");
}
