import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { folders } from "./mutation/folders.mjs";

/**
 * Changes the code of a folder in many small ways, runs its tests on each change, and lists the changes that no test notices:
 * `npm run mutation -- src/diff/merge`, with `--share 0.2 --seed 7` a random fifth of them.
 */
const root = join(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    files: { type: "string", multiple: true },
  },
});

async function main() {
  const [folder] = positionals.map((path) => path.replace(/\/+$/, ""));
  const testFiles = folders[folder];
  if (testFiles === undefined) {
    console.error(
      `Name a folder: npm run mutation -- FOLDER [--share 0.2] [--seed 1]\n${Object.keys(folders).join("\n")}`,
    );
    return 2;
  }
  // Given to Stryker as `testFiles`, no mutant of a constant would ever be active: it takes the list for a choice of tests.
  process.env.MUTATION_TESTS = testFiles.join("\n");
  process.env.MUTATION_SHARE = values.share;
  process.env.MUTATION_SEED = values.seed;
  const reportFile = join(root, "reports", "mutation", `${folder.replaceAll("/", "-")}.json`);
  mkdirSync(join(root, "reports", "mutation"), { recursive: true });
  const mutate = values.files ?? [`${folder}/**/*.ts`];
  await new Stryker({ mutate, jsonReporter: { fileName: reportFile } }).runMutationTest();
  print(folder, JSON.parse(readFileSync(reportFile, "utf8")));
  return 0;
}

function print(folder, { files }) {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status !== "CompileError" && status !== "Ignored")
      .map((mutant) => ({ ...mutant, file, source })),
  );
  const unnoticed = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  unnoticed.sort((left, right) => compare(left, right));
  for (const mutant of unnoticed) console.log(describe(mutant));
  const noticed = mutants.length - unnoticed.length;
  const score = ((100 * noticed) / Math.max(1, mutants.length)).toFixed(1);
  console.log(`${folder}: ${score} % (${noticed} of ${mutants.length} mutants noticed)`);
}

function compare(left, right) {
  return left.file === right.file
    ? left.location.start.line - right.location.start.line
    : left.file < right.file
      ? -1
      : 1;
}

function describe({ file, source, location, mutatorName, replacement, status }) {
  const { start, end } = location;
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const short = (text) => {
    const line = text.replace(/\s+/g, " ");
    return line.length > 100 ? `${line.slice(0, 97)}...` : line;
  };
  const note = status === "NoCoverage" ? " (no test runs this)" : "";
  return `${file}:${start.line}:${start.column} ${mutatorName}${note}: ${short(lines.join("\n"))} → ${short(replacement ?? "")}`;
}

process.exitCode = await main();
