import { bindingNames, scriptGenerations } from "../bindings.js";
import { globalNames, missingNames } from "../dialect.js";
import type { ScriptNode } from "../script-tree.js";
import type { ScriptIndex } from "./script-index.js";

/** A variable that a script reads and never makes, and that is no binding of either engine. */
interface UnknownName {
  readonly name: string;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

/** The unknown names of a script, and those that it makes itself; none where all are known. */
export interface UnknownNames {
  readonly unknown: readonly UnknownName[];
  readonly own: readonly string[];
}

const known: ReadonlySet<string> = new Set([
  ...globalNames,
  ...missingNames,
  ...scriptGenerations.flatMap(bindingNames),
  "Action",
  "arguments",
  "globalThis",
]);
/** With these, names may come from where the script does not show them. */
const bringers: ReadonlySet<string> = new Set(["eval", "Function", "importClass", "importPackage", "load"]);

/** The variables that a script reads though nothing that it shows makes them: Rhino throws there. */
export function unknownNames(index: ScriptIndex): UnknownNames {
  const { literals, names } = index;
  const isKnown = ({ name }: { readonly name: string }) => known.has(name) || literals.isMade(name);
  const unknown = names.filter((node) => !isKnown(node) && !isElsewhere(node, index));
  if (unknown.length === 0 || names.some(({ name }) => bringers.has(name))) return { unknown: [], own: [] };
  return { unknown: unknown.map(({ name, start: at }) => ({ name, at })), own: [...literals.madeNames()] };
}

/** Labels, what `typeof` asks for, and what stands in a `with`, whose object may have it. */
function isElsewhere(node: ScriptNode, index: ScriptIndex): boolean {
  const around = index.parentOf(node);
  if (/^(?:Labeled|Break|Continue)Statement$|^(?:Meta|Method|Import|Export)/.test(around?.type ?? "")) return true;
  if (around?.type === "UnaryExpression" && around.operator === "typeof") return true;
  for (let at = around; at; at = index.parentOf(at)) if (at.type === "WithStatement") return true;
  return false;
}
