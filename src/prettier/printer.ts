import type { Printer } from "prettier";
import { formatFile } from "../format/format.js";
import type { ParsedJourney } from "./parser.js";

/** Prettier's printer for journeys: the canonical text as it is. Prettier itself turns its line ends into those wanted. */
export const printer: Printer<ParsedJourney> = {
  print({ node: { parsed } }) {
    return formatFile(parsed.file, parsed.source);
  },
};
