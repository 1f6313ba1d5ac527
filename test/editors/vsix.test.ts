import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { buildExtension } from "../../scripts/build-extension.mjs";
import { packVsix } from "../../scripts/vsix.mjs";
import { syntaxCodes } from "../../src/diagnostics/codes/syntax.js";
import { bindText, projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const source = join(projectRoot, "editors", "vscode");
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

it("holds every file that its manifest names, for the desktop and for browsers", async () => {
  const folder = temporaryFolder();
  await buildExtension(folder);
  const files = unzipSync(packVsix(folder));
  const manifest = strFromU8(files["extension/package.json"]!);
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:[\w-]+\/)*[\w.-]+\.(?:js|json|svg|png|md))"/g)].map(
    ([, file = ""]) => `extension/${file}`,
  );
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((file) => files[file] === undefined)).toEqual([]);
  const assets = [...strFromU8(files["extension.vsixmanifest"]!).matchAll(/ Path="([^"]+)"/g)].map(
    (match) => match[1]!,
  );
  expect(assets.filter((file) => files[file] === undefined)).toEqual([]);
  expect(JSON.parse(manifest).version).toBe(readJson(join(projectRoot, "package.json")).version);
});

it("is the same, byte for byte, when it is packed again", async () => {
  const folder = temporaryFolder();
  await buildExtension(folder);
  expect(Buffer.from(packVsix(folder)).equals(Buffer.from(packVsix(folder)))).toBe(true);
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
