import type { SupportLanguage } from "prettier";

/** The name by which Prettier and its users know parser and tree. */
export const journeyParser = "journey";

/** How Prettier recognises journeys: files by their ending, and fenced blocks in Markdown by the name. */
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
