import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { FormatOptions } from "../../format/format.js";
import { runGit } from "../../project/git.js";
import { UsageError } from "../../project/usage-error.js";
import type { SourceFile } from "../../text/source-file.js";
import type { Host } from "../process/host.js";

type LineEnd = NonNullable<FormatOptions["lineEnd"]>;

/**
 * The line ends that files shall have: what `.editorconfig` says, else what `.gitattributes` says (`eol`), else those that a file
 * begins with, so that a checkout with CRLF stays one.
 */
export async function lineEndsOf(
  files: readonly SourceFile[],
  { workingDirectory, packageFolder }: Pick<Host, "workingDirectory" | "packageFolder">,
): Promise<ReadonlyMap<string, LineEnd>> {
  const ends = attributesOf(files, workingDirectory);
  for (const { path, text } of files) {
    const end = await byEditorConfig(resolve(workingDirectory, path), packageFolder);
    if (end !== undefined) ends.set(path, end);
    else if (!ends.has(path)) ends.set(path, firstLineEnd(text));
  }
  return ends;
}

function firstLineEnd(text: string): LineEnd {
  return text[text.indexOf("\n") - 1] === "\r" ? "crlf" : "lf";
}

/**
 * Prettier reads `.editorconfig`; it is loaded only where there is one. A project's own configuration of Prettier can be code: a file
 * that has none is given in its place, so that nothing is run.
 */
async function byEditorConfig(path: string, packageFolder: string): Promise<LineEnd | undefined> {
  if (!isAbove(path, ".editorconfig")) return undefined;
  const { resolveConfig } = await import("prettier");
  const found = await resolveConfig(path, { editorconfig: true, config: join(packageFolder, "package.json") });
  return knownLineEnd(found?.endOfLine);
}

/** The attribute `eol` of files in a git repository. Without git, or where a file is outside of the repository, nothing is said. */
function attributesOf(files: readonly SourceFile[], folder: string): Map<string, LineEnd> {
  const ends = new Map<string, LineEnd>();
  if (files.length === 0 || !isAbove(join(folder, "any"), ".git")) return ends;
  const paths = files.map(({ path }) => path);
  try {
    const told = runGit(folder, ["check-attr", "-z", "--stdin", "eol"], `${paths.join("\0")}\0`).toString("utf8");
    // Three parts for each file, in the order of the files: path, attribute and value.
    const values = told.split("\0").filter((_, index) => index % 3 === 2);
    for (const [index, path] of paths.entries()) {
      const end = knownLineEnd(values[index]);
      if (end !== undefined) ends.set(path, end);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  return ends;
}

function isAbove(path: string, name: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return true;
    if (folder === dirname(folder)) return false;
  }
}

function knownLineEnd(value: string | undefined): LineEnd | undefined {
  return value === "lf" || value === "crlf" ? value : undefined;
}
