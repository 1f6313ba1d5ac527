import type { Value } from "../syntax/ast.js";
import { type FileScope, placeIn, type ScriptDraft } from "./scope.js";

/** Reports a text in the place of a script's name that is the name or the file of a script which is declared here. Answers whether it did. */
export function reportQuotedScript(value: Value | undefined, scope: FileScope): boolean {
  if (value?.kind !== "string" || value.parts.length !== 1) return false;
  const [text] = value.parts;
  if (typeof text !== "string") return false;
  const scripts = [...scope.scripts.values()];
  if (scripts.some(({ id }) => id === text)) return false;
  const named = scope.scripts.get(text) ?? scripts.find((script) => script.title === text);
  const meant = named === undefined ? scripts.filter((script) => isFileOf(script, text)) : [named];
  const [script] = meant;
  if (script === undefined) return false;
  const { name } = script;
  scope.uses.scripts.use(name);
  const fixes = [{ title: `Write ${name}`, edits: [{ range: value.range, text: name }] }];
  scope.reporter.report(
    "quoted-script",
    placeIn(scope, value.range),
    { text, script: name },
    { fixes: meant.length === 1 ? fixes : [] },
  );
  return true;
}

function isFileOf({ file }: ScriptDraft, path: string): boolean {
  const plain = (written: string) => written.replace(/^\.\//, "");
  return file !== undefined && plain(file) === plain(path);
}
