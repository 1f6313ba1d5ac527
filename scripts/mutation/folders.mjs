/** The test files that are run for the mutants of each folder: those that are about it, and quick. */
export const folders = {
  "src/diff/merge": ["test/diff/merge/**/*.test.ts"],
  "src/import/into": ["test/import/into/**/*.test.ts"],
  "src/check/state": ["test/check/state/**/*.test.ts"],
  "src/check/proof": ["test/check/proof/**/*.test.ts"],
  "src/diff/match": ["test/diff/match/**/*.test.ts"],
  "src/runtime/engine": ["test/runtime/engine/**/*.test.ts"],
  "src/format": ["test/format/**/*.test.ts"],
  "src/model": ["test/model/**/*.test.ts"],
  "src/export-json": ["test/export-json/**/*.test.ts"],
};
