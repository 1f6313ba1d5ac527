import type * as Acorn from "acorn";
import { type CleanScript, dropFormatCharacters } from "./format-characters.js";
import { OnlyRhinoReads, rhinoParser } from "./rhino-parser.js";

/** A script as a tree, or why it is none. Offsets are those of `clean.text`. */
export type ParsedScript =
  | { readonly kind: "tree"; readonly clean: CleanScript; readonly program: Acorn.Program }
  | { readonly kind: "broken"; readonly clean: CleanScript; readonly message: string; readonly at: number }
  /** It uses what only Rhino reads, or its brackets are too deep for the parser. */
  | { readonly kind: "unread"; readonly clean: CleanScript; readonly isDeep: boolean };

/** How a script is run: a library script is the body of a function. */
export interface ScriptUse {
  readonly isLibrary?: boolean;
}

/**
 * Reads a script as Rhino 1.7.14 does, and beyond: syntax that it lacks is in the tree, to be named. Trees are not kept, since they are large;
 * who asks keeps what it finds in them.
 */
export function parseScript(body: string, { isLibrary = false }: ScriptUse = {}): ParsedScript {
  return parse(dropFormatCharacters(body), isLibrary);
}

/**
 * What only Rhino reads: `let (x = 1) x`, `x.@name`, `x..name`, `default xml namespace`, `yield` in any function, `const` as the only
 * statement of an `if`.
 */
const onlyRhino = /\blet\s*\(|\.@|\.\.\w|\bdefault\s+xml\b|\byield\b|\)\s*(?:const|let)\s/;

function parse(clean: CleanScript, isLibrary: boolean): ParsedScript {
  try {
    const program = rhino().parse(clean.text, {
      ecmaVersion: "latest",
      sourceType: "script",
      allowReturnOutsideFunction: isLibrary,
      allowReserved: true,
      allowHashBang: false,
      // They are in the tree, to be named.
      allowImportExportEverywhere: true,
    });
    return { kind: "tree", clean, program };
  } catch (error) {
    // A tower of brackets that is too high for the parser is no mistake of the script.
    if (error instanceof RangeError) return { kind: "unread", clean, isDeep: true };
    if (error instanceof OnlyRhinoReads) return { kind: "unread", clean, isDeep: false };
    if (!(error instanceof SyntaxError)) throw error;
    // Rhino finds out what cannot be assigned when it comes there.
    if (onlyRhino.test(clean.text) || error.message.startsWith("Assigning to rvalue")) {
      return { kind: "unread", clean, isDeep: false };
    }
    const at = (error as SyntaxError & { readonly pos: number }).pos;
    return { kind: "broken", clean, message: error.message.replace(/ \(\d+:\d+\)$/, ""), at };
  }
}

let loaded: typeof Acorn.Parser | undefined;

/** acorn is loaded here alone, when the first script comes. It is `require`, because rules are synchronous. */
function rhino(): typeof Acorn.Parser {
  if (loaded === undefined) {
    const require = process.getBuiltinModule("node:module").createRequire(import.meta.url);
    loaded = rhinoParser(require("acorn") as typeof Acorn);
  }
  return loaded;
}
