import { defineCodes, quote } from "../define-codes.js";

/** JRN7xx: texts that users see. */
export const textCodes = defineCodes({
  "missing-locale": {
    id: "JRN701",
    severity: "info",
    title: (a: {
      node: string;
      property: string;
      locales: readonly string[];
      written?: string;
      isCountry?: boolean;
    }) =>
      a.written === undefined
        ? `${quote(a.property)} of node ${quote(a.node)} is missing in ${a.locales.map(quote).join(", ")}`
        : `${quote(a.property)} of node ${quote(a.node)} has a text in ${quote(a.written)}, ${a.isCountry === false ? "which is no code of a language" : "the code of a country"}`,
    why: "Most texts of the journey have this language, so users of this language see a page in two languages.",
    help: () => "Add the translation.",
  },
  "html-not-shown": {
    id: "JRN702",
    severity: "warning",
    title: (a: { node: string; property: string; what: string }) =>
      `${quote(a.property)} of node ${quote(a.node)} has ${a.what}, which the login page does not show`,
    why: "The login page removes from texts everything that could run code.",
    help: () => "Use a theme or a script instead, or leave it out.",
  },
  "broken-html": {
    id: "JRN703",
    severity: "info",
    title: (a: { node: string; property: string; problem: string }) =>
      `${quote(a.property)} of node ${quote(a.node)} ${a.problem}`,
    why: "Browsers guess where such an element ends, so the rest of the page may be formatted like it.",
    help: () => "Close elements in the order in which they were opened.",
  },
  "unknown-placeholder": {
    id: "JRN704",
    severity: "warning",
    title: (a: { node: string; property: string; placeholder: string; problem: string }) =>
      `${quote(a.placeholder)} in ${quote(a.property)} of node ${quote(a.node)} ${a.problem}`,
    why: "Users see the placeholder itself instead of a value.",
    help: () => "Correct the placeholder, or write the text itself.",
  },
  "empty-text": {
    id: "JRN705",
    severity: "info",
    title: (a: { node: string; property: string; locale: string }) =>
      `${quote(a.property)} of node ${quote(a.node)} is empty in ${quote(a.locale)}`,
    why: "The platform shows an empty text as it is, and not its own default.",
    help: () => "Write a text, or leave the language out.",
  },
});
