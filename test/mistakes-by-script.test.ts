import { dirname, join, relative } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFiles } from "../src/compile/compile.js";
import { applyFixes } from "../src/diagnostics/apply-fixes.js";
import { hasErrors } from "../src/diagnostics/has-errors.js";
import { readExport } from "../src/export-json/read/read-export.js";
import { writeExport } from "../src/export-json/write/write-export.js";
import { readFrom } from "../src/import/compile-text.js";
import { importExports } from "../src/import/import-exports.js";
import { SourceFile } from "../src/text/source-file.js";
import { mistakes, tokensOf } from "./support/author-mistakes.js";
import { corpusSample, readCorpus } from "./support/corpus.js";
import { filesBelow } from "./support/files-below.js";
import { importOptions } from "./support/import-support.js";
import { projectRoot } from "./support/read-project.js";

/** A journey without mistakes. */
interface Sample {
  readonly path: string;
  readonly text: string;
  readonly readText: ReturnType<typeof readFrom>;
}

const examples = join(projectRoot, "examples");

function exampleSamples(): readonly Sample[] {
  const files = new Map(Object.entries(filesBelow(examples)));
  const paths = [...files.keys()].filter((path) => path.endsWith(".journey") && !path.includes(".scenarios."));
  return paths.map((path) => {
    const inFolder = [...files].map(([other, text]) => [relative(dirname(path), other), text] as const);
    return { path, text: files.get(path) ?? "", readText: readFrom(new Map(inFolder)) };
  });
}

/** A handful of real journeys as texts. */
function corpusSamples(): readonly Sample[] {
  const entries = corpusSample().filter(({ kind }) => kind === "journey");
  const few = entries.filter((_, index) => index % Math.ceil(entries.length / 8) === 0);
  return few.flatMap(({ file }) => {
    const { journeys } = readExport(new SourceFile(file, readCorpus(file)), {}).model;
    const [imported] = importExports(journeys, importOptions).journeys;
    if (imported === undefined || imported.text.length > 6000) return [];
    return [{ path: imported.fileName, text: imported.text, readText: readFrom(imported.files) }];
  });
}

function check({ path, readText }: Sample, text: string) {
  return checkFiles([new SourceFile(path, text)], { readText });
}

/** The exports that a text builds; `undefined` where it has errors. */
function built({ model, diagnostics }: ReturnType<typeof check>): readonly string[] | undefined {
  return hasErrors(diagnostics) ? undefined : model.journeys.map((journey) => writeExport(journey).text);
}

/** What `check --fix` makes of a text. */
function mended(sample: Sample, text: string): string {
  let last = text;
  for (let pass = 0; pass < 5; pass++) {
    const [fixed] = applyFixes(check(sample, last).diagnostics);
    if (fixed === undefined || fixed.text === last) return last;
    last = fixed.text;
  }
  return last;
}

const samples = [...exampleSamples(), ...corpusSamples()].flatMap((sample) => {
  const right = built(check(sample, sample.text));
  return right === undefined ? [] : [{ sample, right, tokens: tokensOf(sample.text) }];
});

/** The type of a node left out before its title: the title is read as the type's name in the admin console. */
const losesType = (name: string, before: string, after: string | undefined) =>
  name === "dropped" && before.endsWith(": ") && after?.startsWith('"') === true;

test("a fix restores the meaning, or an error stays, or nothing is changed", () => {
  expect(samples.length).toBeGreaterThanOrEqual(4);
  const mistake = fc.record({
    of: fc.constantFrom(...samples),
    name: fc.constantFrom(...mistakes.keys()),
    at: fc.nat(10_000),
  });
  fc.assert(
    fc.property(mistake, ({ of: { sample, right, tokens }, name, at }) => {
      const fits = tokens.filter((token) => mistakes.get(name)?.(sample.text, token) !== undefined);
      fc.pre(fits.length > 0);
      const token = fits[at % fits.length]!;
      fc.pre(!losesType(name, sample.text.slice(0, token.at), token.next?.image));
      const wrong = mistakes.get(name)!(sample.text, token)!;
      const result = mended(sample, wrong);
      if (result === wrong) return;
      const exports = built(check(sample, result));
      if (exports !== undefined)
        expect({ wrong: excerpt(wrong, token.at), exports }).toEqual({
          wrong: excerpt(wrong, token.at),
          exports: right,
        });
    }),
    {
      numRuns: Number(process.env.MISTAKES ?? 400),
      seed: process.env.SEED === undefined ? 12 : Number(process.env.SEED),
    },
  );
});

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 60);
}
