import type { SupportLanguage } from "prettier";

/** The name under which Prettier knows the parser and its tree. */
export const journeyParser = "journey";

/** Tells Prettier how to recognise journeys: files by their extension, and fenced blocks in Markdown by their name. */
export const languages: SupportLanguage[] = [
  {
    name: "Journey",
    parsers: [journeyParser],
    extensions: [".journey"],
    aliases: ["journey"],
    vscodeLanguageIds: ["journey"],
    tmScope: "source.journey",
  },
];
