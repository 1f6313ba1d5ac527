import { defineCodes, quote } from "../define-codes.js";

/** JRN0xx: the text itself. */
export const syntaxCodes = defineCodes({
  "syntax-error": {
    id: "JRN001",
    severity: "error",
    title: (a: { expected: string; found: string }) => `Expected ${a.expected}, found ${a.found}`,
    why: "The text does not follow the grammar here, so its meaning is unknown.",
  },
  "unexpected-character": {
    id: "JRN002",
    severity: "error",
    title: (a: { text: string }) => `Unexpected ${quote(a.text)}`,
    why: "No word, number or string of the language begins with this character.",
    help: () => "Remove it, or put the text into quotes.",
  },
  "unterminated-string": {
    id: "JRN003",
    severity: "error",
    title: (a: { mark: string; opens?: boolean }) =>
      `The string has no ${a.opens === true ? "opening" : "closing"} ${a.mark}`,
    why: 'Without the closing mark it is unknown where the string ends. A string in `"` ends with its line at the latest.',
    help: (a) => `Close it with ${a.mark}; a quote inside the string is written \`\\"\`.`,
  },
  "unterminated-comment": {
    id: "JRN004",
    severity: "error",
    title: (_: object) => "The comment has no closing `*/`",
    why: "A comment that begins with `/*` lasts until `*/`; without it, the rest of the file would be comment.",
    help: () => "Close it with `*/`, or use `//`.",
  },
  "unbalanced-brace": {
    id: "JRN005",
    severity: "error",
    title: (a: { mark: string; problem: "missing" | "extra" }) =>
      a.problem === "missing"
        ? `A \`${a.mark}\` is missing`
        : `This \`${a.mark}\` has no matching \`${matching(a.mark)}\``,
    why: "Every `{` needs its `}` and every `[` its `]`. Where they do not match, the indentation decides how the text is read.",
    help: (a) => (a.problem === "missing" ? `Add \`${a.mark}\`.` : "Remove it."),
  },
  "nesting-too-deep": {
    id: "JRN006",
    severity: "error",
    title: (a: { limit: number }) => `Nested more than ${a.limit} levels deep`,
    why: "Values nested this deeply are an accident or an attack; anything deeper was not read.",
    help: () => "Nest the values less deeply.",
  },
  "file-too-large": {
    id: "JRN007",
    severity: "error",
    title: (a: { limit: number }) => `The file has more than ${a.limit} million characters`,
    why: "Such a file would exhaust the memory, so it was not read. The largest known journeys have less than one million.",
    help: () => "Split the file, with one journey in each.",
  },
  "invalid-escape": {
    id: "JRN008",
    severity: "error",
    title: (a: { text: string }) => `${quote(a.text)} is not an escape sequence`,
    why: 'Strings follow JSON: a backslash stands only before one of `" \\ / b f n r t`, before `u` and four hexadecimal digits, and before `$`.',
    help: () => "Write `\\\\` for a backslash.",
  },
  "invalid-interpolation": {
    id: "JRN009",
    severity: "error",
    title: (_: object) => "Expected the name of a parameter and `}` after `${`",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
    why: "`${name}` stands for the value of a parameter; nothing else may stand between the braces.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above.
    help: () => "Write `${name}` for a parameter, or `\\${` if you mean the characters themselves.",
  },
  "misplaced-statement": {
    id: "JRN010",
    severity: "error",
    title: (a: { what: string; where: string }) => `${a.what} is not allowed ${a.where}`,
    why: "Each kind of statement has its place, so that readers find it there.",
    help: () => "Move it. If its place looks right, a `}` is missing or superfluous before it.",
  },
  "unknown-keyword": {
    id: "JRN011",
    severity: "error",
    title: (a: { word: string; keyword: string }) => `Unknown word ${quote(a.word)}; read as \`${a.keyword}\``,
    why: "A declaration begins with a keyword such as `node` or `page`.",
    help: (a) => `Write \`${a.keyword}\`.`,
  },
  "invalid-number": {
    id: "JRN012",
    severity: "error",
    title: (a: { text: string; becomes?: string }) =>
      a.becomes === undefined
        ? `${quote(a.text)} is not a number`
        : `The number ${a.text} cannot be kept, it would become ${a.becomes}`,
    why: "Numbers are written as in JSON: `5`, `-0.25`, `1e3`.",
    help: () => "Correct it, or put the text into quotes.",
  },
  "too-many-problems": {
    id: "JRN013",
    severity: "error",
    title: (a: { count: number }) => `${a.count} problems reported; those in the rest of the file are not shown`,
    why: "So many mistakes mean that this is not a journey file, or that one mistake caused them all.",
    help: () => "Correct the first ones and try again.",
  },
  "foreign-spelling": {
    id: "JRN014",
    severity: "error",
    title: (a: { found: string; right: string }) => `\`${a.found}\` is written \`${a.right}\` here`,
    why: "Other languages write it like that; this one has one way to write a text, an arrow and a comment.",
    help: (a) => `Write \`${a.right}\`.`,
  },
});

/** The bracket that a bracket needs. */
function matching(mark: string): string {
  return { "{": "}", "}": "{", "[": "]", "]": "[" }[mark] ?? mark;
}
