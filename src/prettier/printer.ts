import type { Printer } from "prettier";
import { formatFile } from "../format/format.js";
import type { ParsedJourney } from "./parser.js";

/** Prettier's printer for journeys; it prints the canonical text. Prettier itself converts the line ends. */
export const printer: Printer<ParsedJourney> = {
  print({ node: { parsed } }) {
    return formatFile(parsed.file, parsed.source);
  },
};
