import { readFileSync } from "node:fs";
import { leanLexer, leanMethods, leanRules } from "./lean-chevrotain-engine.mjs";

/**
 * Makes Chevrotain 11.2 start faster inside the bundle: what it does once per process is most of what a short run costs.
 * Behaviour stays the same. Each change names the text it replaces, so that another version fails the build instead of
 * losing it silently. Figures: docs/decisions/bundling-and-code-cache.md.
 */
const changes = [
  {
    // A table of 65,536 numbers that a short formula gives as well.
    file: /chevrotain\/lib\/src\/scan\/lexer\.js$/,
    edits: [
      [": charCodeToOptimizedIdxMap[charCode];", ": 255 + ~~(charCode / 255);"],
      ["if (isEmpty(charCodeToOptimizedIdxMap)) {", "if (false) {"],
    ],
  },
  {
    // lodash's general clone for what is always a short list.
    file: /chevrotain\/lib\/src\/scan\/tokens\.js$/,
    edits: [["let result = clone(tokenTypes);", "let result = tokenTypes.slice();"]],
  },
  {
    // 86 methods are put on the parser and deleted one by one, which turns it into a slow object twice. They go to a
    // prototype in between, which is then taken out again.
    file: /chevrotain\/lib\/src\/parse\/parser\/traits\/gast_recorder\.js$/,
    append: `
const recordOnInstance = GastRecorder.prototype.enableRecording;
GastRecorder.prototype.enableRecording = function () {
  const recording = Object.create(Object.getPrototypeOf(this));
  recordOnInstance.call(recording);
  delete recording.RECORDING_PHASE;
  Object.setPrototypeOf(this, recording);
  this.RECORDING_PHASE = true;
};
GastRecorder.prototype.disableRecording = function () {
  this.RECORDING_PHASE = false;
  Object.setPrototypeOf(this, Object.getPrototypeOf(Object.getPrototypeOf(this)));
};
`,
  },
  { file: /chevrotain\/lib\/src\/scan\/lexer_public\.js$/, append: leanLexer },
  { file: /chevrotain\/lib\/src\/parse\/parser\/traits\/recognizer_engine\.js$/, append: leanRules },
  { file: /chevrotain\/lib\/src\/parse\/parser\/traits\/recognizer_api\.js$/, append: leanMethods },
  {
    // The token vector ends with sentinels: only what stands before the first token is not there.
    file: /chevrotain\/lib\/src\/parse\/parser\/traits\/lexer_adapter\.js$/,
    append: `
LexerAdapter.prototype.LA = function (distance) {
  return this.tokVector[this.currIdx + distance] ?? END_OF_FILE;
};
`,
  },
];

export const leanChevrotain = {
  name: "lean-chevrotain",
  setup(builder) {
    for (const { file, edits = [], append = "" } of changes) {
      builder.onLoad({ filter: file }, ({ path }) => {
        let contents = readFileSync(path, "utf8");
        for (const [from, to] of edits) {
          if (!contents.includes(from)) throw new Error(`${path} no longer has: ${from}`);
          contents = contents.replace(from, to);
        }
        return { contents: contents + append, loader: "js" };
      });
    }
  },
};
