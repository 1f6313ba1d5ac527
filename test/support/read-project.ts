import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BindResult, bind } from "../../src/model/bind.js";
import type { BindOptions, FileText } from "../../src/model/bind-options.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

/** The root of the repository. */
export const projectRoot = join(import.meta.dirname, "../..");

/** Reads a file that a journey names from the disk, for tests over the examples. */
export function readBeside(path: string, from: SourceFile): FileText {
  const file = join(projectRoot, dirname(from.path), path);
  return existsSync(file) ? { text: readFileSync(file, "utf8") } : { problem: "there is no such file" };
}

/** Parses and binds files of the repository; paths are relative to its root. */
export function bindFiles(paths: readonly string[], options: Partial<BindOptions> = {}): BindResult {
  const sources = paths.map((path) => new SourceFile(path, readFileSync(join(projectRoot, path), "utf8")));
  return bindSources(sources, { readText: readBeside, ...options });
}

/** Parses and binds texts; diagnostics are those of both. */
export function bindSources(sources: readonly SourceFile[], options: Partial<BindOptions> = {}): BindResult {
  const parsed = sources.map((source) => parse(source));
  const { model, diagnostics } = bind(parsed, options);
  return { model, diagnostics: [...parsed.flatMap((result) => result.diagnostics), ...diagnostics] };
}

/** Parses and binds one text. */
export function bindText(text: string, options: Partial<BindOptions> = {}): BindResult {
  return bindSources([new SourceFile("test.journey", text)], options);
}
