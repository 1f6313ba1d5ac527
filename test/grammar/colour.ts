import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
}

const grammarFile = new URL("../../grammar/journey.tmLanguage.json", import.meta.url);
let loaded: Promise<textmate.IGrammar> | undefined;

/** Colours a text as an editor does: pieces of text with the scopes that a theme sees. */
export async function colour(text: string): Promise<readonly ScopedText[]> {
  loaded ??= load();
  const grammar = await loaded;
  const pieces: ScopedText[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens)
      pieces.push({ text: line.slice(startIndex, endIndex), scopes });
  }
  return pieces;
}

async function load(): Promise<textmate.IGrammar> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), grammarFile.pathname),
  });
  const grammar = await registry.loadGrammar("source.journey");
  if (grammar === null) throw new Error("The grammar cannot be loaded");
  return grammar;
}
