import type { ScriptAnalysis } from "../../rhino/analysis/analyse-script.js";
import type { ValueSource } from "../../rhino/analysis/value-sources.js";
import { analysedScripts } from "../analysed-scripts.js";
import { modelRule } from "../rule.js";

type Credential = "password" | "one-time code";

interface Exposure {
  readonly what: Credential;
  readonly to: "log" | "state";
  readonly at: number;
}

const keys: { readonly [key: string]: Credential } = { password: "password", oneTimePassword: "one-time code" };

/** Reports scripts that write a password or a one-time code to the log or into shared state. */
export const credentialExposed = modelRule("credential-exposed", "may-miss", (model, report) => {
  for (const { title, placeOf, ...analysis } of analysedScripts(model)) {
    const seen = new Set<string>();
    for (const { what, to, at: offset } of exposures(analysis)) {
      if (seen.has(`${what} ${to}`)) continue;
      seen.add(`${what} ${to}`);
      const { at, line } = placeOf(offset);
      report({ at, args: { script: title, line, what, to } });
    }
  }
});

function* exposures({ logged, stateValues }: ScriptAnalysis): Iterable<Exposure> {
  for (const { sources, at } of logged) {
    const what = firstCredential(sources);
    if (what) yield { what, to: "log", at };
  }
  for (const { path, isTransient, sources, isEmpty, at } of stateValues) {
    if (isTransient || isEmpty) continue;
    const key = path[0] === "objectAttributes" ? path[1] : path.length === 1 ? path[0] : undefined;
    const what = firstCredential(sources) ?? (key === undefined ? undefined : keys[key]);
    if (what) yield { what, to: "state", at };
  }
}

function firstCredential(sources: readonly ValueSource[]): Credential | undefined {
  for (const source of sources) {
    const what = credentialIn(source);
    if (what) return what;
  }
  return undefined;
}

function credentialIn(source: ValueSource): Credential | undefined {
  if (source.kind === "answer") return /Password/.test(source.callback ?? "") ? "password" : undefined;
  if (source.kind !== "state" || source.key === undefined) return undefined;
  return keys[source.key === "objectAttributes" ? (source.attribute ?? "") : source.key];
}
