import type { Json } from "../text/json.js";
import { textsIn } from "../text/texts-in.js";

const variable = /&\{(esv[.-][^}|]+)(\|[^}]*)?\}/g;
/** Matches calls without a second argument: with one, a fallback, the script works without the variable. */
const propertyCall = /\bsystemEnv\s*\.\s*getProperty\s*\(\s*(["'`])([^"'`\n]+)\1\s*\)/g;

/** The ESVs (environment secrets and variables) in the texts of a value. An ESV with a fallback is not required. */
export function esvsIn(value: Json): readonly string[] {
  const found: string[] = [];
  for (const text of textsIn(value)) {
    for (const [, name, fallback] of text.matchAll(variable)) {
      if (name !== undefined && fallback === undefined) found.push(variableName(name));
    }
  }
  return found;
}

/** The ESVs that a script requires. */
export function esvsOfScript(body: string): readonly string[] {
  return [...body.matchAll(propertyCall)].flatMap(([, , name]) =>
    name !== undefined && /^esv[.-]/.test(name) ? [variableName(name)] : [],
  );
}

/** The name `esv-smtp-host` in the tenant, which placeholders write `esv.smtp.host`. */
function variableName(name: string): string {
  return name.trim().replaceAll(".", "-");
}
