import { analyseScript, type ScriptAnalysis } from "./analyse-script.js";
import { type NamedUse, usesInTokens } from "./named-uses.js";

/** The titles of the library scripts that a script requires. */
export function librariesOfScript(body: string): readonly string[] {
  // Most scripts require none, and need not be parsed to write an export.
  if (!body.includes("require")) return [];
  return usesOf(body, ({ libraries }) => libraries.named, ["require"]).map(({ name }) => name);
}

/** The variables of the tenant that a script reads, in whatever language it is. */
export function variablesOfScript(body: string): readonly NamedUse[] {
  if (!body.includes("systemEnv")) return [];
  return usesOf(body, ({ variables }) => variables.named, ["systemEnv", ".", "getProperty"]);
}

/** The labels of the tenant's secrets that a script reads. */
export function secretsOfScript(body: string): readonly NamedUse[] {
  if (!body.includes("getGenericSecret")) return [];
  return usesOf(body, ({ readSecrets }) => readSecrets.named, ["secrets", ".", "getGenericSecret"]);
}

function usesOf(
  body: string,
  find: (analysis: ScriptAnalysis) => readonly NamedUse[],
  called: readonly string[],
): readonly NamedUse[] {
  const script = analyseScript(body);
  if (script.kind === "analysed") return find(script);
  // The body of a library may return.
  const library = analyseScript(body, { isLibrary: true });
  return library.kind === "analysed" ? find(library) : usesInTokens(body, called);
}
