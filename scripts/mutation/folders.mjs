/** The test files that are run for the mutants of each folder: those that are about it, and quick. Mutants of constants run all of them. */
export const folders = {
  "src/diff/merge": ["test/diff/merge/**/*.test.ts"],
  "src/import/into": ["test/import/into/**/*.test.ts"],
  "src/check/state": ["test/check/state/**/*.test.ts"],
  "src/check/proof": ["test/check/proof/**/*.test.ts"],
  "src/diff/match": ["test/diff/match/**/*.test.ts"],
  "src/runtime/engine": ["test/runtime/{engine,nodes}/**/*.test.ts", "test/runtime/{node-state,templates}.test.ts"],
  "src/format": ["test/format/{comment-host,comments,format,formatting-page}.test.ts", "test/format/print/*.test.ts"],
  "src/model": [
    "test/model/!(many-outcomes).test.ts",
    "test/diagnostics/codes/{binding,realm,scenario}.test.ts",
    "test/check/{pages,half-typed}.test.ts",
    "test/mistakes.test.ts",
  ],
  "src/export-json": [
    "test/export-json/{read,write}/**/*.test.ts",
    "test/export-json/{forms,residue,script-text,sections}.test.ts",
    "test/diagnostics/codes/export.test.ts",
    "test/config-folder/{read,write}/**/*.test.ts",
  ],
};
