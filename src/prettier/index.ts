import type { Parser, Printer } from "prettier";
import { journeyParser } from "./languages.js";
import { astFormat, parser } from "./parser.js";
import { printer } from "./printer.js";

/** The Prettier plugin `journeyc/prettier`, which formats journeys like `journeyc fmt`. */
export { languages } from "./languages.js";

export const parsers: Record<string, Parser> = { [journeyParser]: parser };

export const printers: Record<string, Printer> = { [astFormat]: printer };
