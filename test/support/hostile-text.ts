import fc from "fast-check";
import { anyText } from "./any-text.js";

/** Names that have a meaning somewhere on the way: to JavaScript, TypeScript, XState, comments or strings. */
export const hostileNames: readonly string[] = [
  "",
  " ",
  "*",
  "a.*",
  "a.b",
  ".",
  "#id",
  "\\",
  "a\\.b",
  "node(a)",
  "node(success)",
  "outcome(a)",
  "xstate.init",
  "success",
  "failure",
  "start",
  "__proto__",
  "constructor",
  "toString",
  "then",
  "1",
  "-1",
  "1e3",
  "true",
  "with blank",
  "https://example.com/?a=b&c=*",
  "*/ alert(1) /*",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point.
  "`${alert(1)}`",
  "'\"`",
  "line\nbreak\r\n",
  "\u0000",
  "\u2028\u2029",
  "\u202eright to left",
  "\ud800",
  "\udc00\ud800",
  "größe",
  "名前",
  "😀",
  "@deprecated",
  "{@link x}",
  "</script>",
  "default",
];

/** A hostile name, or any text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...hostileNames), anyText(12));
