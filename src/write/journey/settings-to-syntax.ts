import { journeyDefaults } from "../../model/journey-defaults.js";
import type { Property } from "../../syntax/ast.js";
import { declarationKeywords } from "../../syntax/keywords.js";
import { absentWord, builtJourneyMembers, isEntryWord } from "../../syntax/reserved-names.js";
import type { Json } from "../../text/json.js";
import { makeProperty, makeWord } from "./make-syntax.js";
import type { SyntaxContext } from "./syntax-context.js";
import { valueToSyntax } from "./value-to-syntax.js";

/** Settings that readers want to see first. */
const firstKeys: readonly string[] = ["description", "identityResource", "enabled"];

/** Writes the fields of the tree, without those that equal their defaults. */
export function settingsToSyntax(context: SyntaxContext): readonly Property[] {
  const { journey, options, exportOptions } = context;
  const defaults = exportOptions.defaults ? journeyDefaults(options.realm) : new Map<string, Json>();
  const keys = new Set([...firstKeys, ...[...defaults.keys(), ...journey.settings.keys()].sort()]);
  const written: Property[] = [];
  for (const key of keys) {
    if (isReadOtherwise(key)) continue;
    const setting = journey.settings.get(key);
    if (setting === undefined) {
      if (defaults.has(key)) written.push(makeProperty(key, makeWord(absentWord)));
    } else if (defaults.get(key) !== setting.value) {
      written.push(makeProperty(key, valueToSyntax(setting.value, { realm: options.realm })));
    }
  }
  return [...written, ...categories(context)];
}

/** Whether a text means an arrow or a declaration by the word, and not a setting: `raw` has to say that. */
function isReadOtherwise(key: string): boolean {
  return key === "start" || (isEntryWord(key) && !builtJourneyMembers.has(key)) || declarationKeywords.has(key);
}

function categories({ journey, exportOptions }: SyntaxContext): readonly Property[] {
  const value = journey.categories?.value;
  if (value === undefined) return exportOptions.defaults ? [makeProperty("categories", makeWord(absentWord))] : [];
  if (exportOptions.defaults && Array.isArray(value) && value.length === 0) return [];
  return [makeProperty("categories", valueToSyntax(value, { realm: "" }))];
}
