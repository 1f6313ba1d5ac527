import { join } from "node:path";
import { compileGrammar } from "./compile-grammar.mjs";

/** Our engine, which replaces Chevrotain in bundles. */
export const engineModule = join(import.meta.dirname, "..", "src", "syntax", "engine", "index.ts");

/** The module with the tables of our grammar; they are computed when a bundle asks for it. */
export const tablesModule = /syntax[\\/]engine[\\/]tables\.ts$/;

let tablesText;

/** The text of that module; all bundles of a run have the same. */
export function grammarTables() {
  tablesText ??= compileGrammar().then(writeTables);
  return tablesText;
}

/** Puts `src/syntax/engine`, with the tables of our grammar, in the place of Chevrotain in a bundle. */
export const grammarEngine = {
  name: "grammar-engine",
  setup(builder) {
    builder.onResolve({ filter: /^chevrotain$/ }, () => ({ path: engineModule }));
    builder.onLoad({ filter: tablesModule }, async () => ({ contents: await grammarTables(), loader: "js" }));
  },
};

/** The tables as a module. Many of the lists are the same: each is there once. */
function writeTables(tables) {
  const lists = new Map();
  const text = JSON.stringify(tables, (_, value) => {
    if (!Array.isArray(value) || typeof value[0] !== "number") return value;
    const list = JSON.stringify(value);
    if (!lists.has(list)) lists.set(list, `list${lists.size}`);
    return lists.get(list);
  });
  const constants = [...lists].map(([list, name]) => `const ${name} = ${list};\n`).join("");
  return `${constants}export const tables = ${text.replaceAll(/"(list\d+)"/g, "$1")};\n`;
}
