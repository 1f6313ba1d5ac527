import { displayNameOf } from "../../model/display-name.js";
import { deriveScriptId } from "../../model/ids.js";
import type { Script } from "../../model/model.js";
import type { Property, ScriptDeclaration } from "../../syntax/ast.js";
import { absentWord } from "../../syntax/reserved-names.js";
import { encodeFileName } from "../../text/file-name.js";
import type { Json } from "../../text/json.js";
import { emptyRange } from "../../text/range.js";
import type { FileClaims } from "./file-claims.js";
import { makeName, makeProperty, makeString, makeWord } from "./make-syntax.js";
import { valueToSyntax } from "./value-to-syntax.js";

/** The names of declared scripts by id, and the context of each, which comes from its first use. */
export class ScriptNames {
  readonly #names: ReadonlyMap<string, string>;
  readonly #contexts = new Map<string, string | undefined>();

  constructor(scripts: readonly Script[]) {
    this.#names = new Map(scripts.map((script) => [script.id, script.name]));
  }

  /** The name of a script that a property refers to; `undefined` if the journey does not have the script. */
  use(id: string, context: string | undefined): string | undefined {
    const name = this.#names.get(id);
    if (name !== undefined && !this.#contexts.has(name)) this.#contexts.set(name, context);
    return name;
  }

  contextOf(name: string): string | undefined {
    return this.#contexts.get(name);
  }
}

const defaultContext = "AUTHENTICATION_TREE_DECISION_NODE";

/** Writes a script's declaration; its body goes to a file of its own. It must be called when all uses are known. */
export function scriptToSyntax(
  script: Script,
  names: ScriptNames,
  files: FileClaims,
  realm: string,
): ScriptDeclaration {
  const path = files.claim(script.file ?? `scripts/${encodeFileName(kebabCase(script.name))}.js`, script.body);
  const properties = [makeProperty("file", makeString(path))];
  if (script.id !== deriveScriptId(script.name)) properties.unshift(makeProperty("id", makeString(script.id)));
  properties.push(...otherProperties(script, names, realm));
  return {
    kind: "script",
    name: makeName(script.name),
    title: script.title === displayNameOf(script.name) ? undefined : makeString(script.title),
    properties,
    range: emptyRange,
  };
}

function otherProperties(script: Script, names: ScriptNames, realm: string): readonly Property[] {
  const defaults = new Map<string, Json>([
    ["context", names.contextOf(script.name) ?? defaultContext],
    ["default", false],
    ["description", null],
    ["evaluatorVersion", "1.0"],
    ["language", "JAVASCRIPT"],
  ]);
  const keys = [...new Set([...defaults.keys(), ...script.properties.keys()])].sort(byCodeUnit);
  return keys.flatMap((key) => {
    const setting = script.properties.get(key);
    if (setting === undefined) return [makeProperty(key, makeWord(absentWord))];
    if (defaults.get(key) === setting.value) return [];
    return [makeProperty(key, valueToSyntax(setting.value, { realm }))];
  });
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A name such as `CheckRisk` as a file name: `check-risk`. */
function kebabCase(name: string): string {
  return displayNameOf(name).toLowerCase().replace(/\s+/gu, "-");
}
