import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type * as library from "../../src/index.js";
import { builtPackage } from "../support/built-package.js";
import { bundledSources } from "../support/bundled-sources.js";
import { mutations } from "./mutations.js";

const built = builtPackage();

/** A result of parsing without its source, which is the same on both sides. */
const shown = ({ file, diagnostics }: library.ParseResult) =>
  JSON.stringify([file, diagnostics.map(({ code, message, help, place: { range } }) => [code, message, help, range])]);

test("the package, which has our engine in the place of Chevrotain, parses as Chevrotain does, broken texts too", async () => {
  const path = join(built.folder, "dist", "index.js");
  const engine = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as typeof library;
  const chevrotain = await bundledSources<Pick<typeof library, "parse" | "SourceFile">>(`
    export { parse } from "./src/syntax/parse.js";
    export { SourceFile } from "./src/text/source-file.js";
  `);
  const different: string[] = [];
  const text = readFileSync(join(import.meta.dirname, "samples", "every-construct.journey"), "utf8");
  const texts = [
    { what: "the sample", text },
    // Every 17th: those of one token differ in kind from those of the next.
    ...mutations(text).filter((_, index) => index % 17 === 0),
    ...[..."{}[]:,->\"'#@"].map((what) => ({ what, text: what.repeat(2000) })),
  ];
  for (const { what, text: broken } of texts) {
    const [ours, theirs] = [engine, chevrotain].map(({ parse, SourceFile }) =>
      shown(parse(new SourceFile("a.journey", broken))),
    );
    if (ours !== theirs) different.push(what);
  }
  expect(different).toEqual([]);
});
