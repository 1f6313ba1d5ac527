import { shortTypeName, typeIds } from "../catalogue/catalogue.js";
import { squeezed, squeezedLabels, typesLabelled } from "../catalogue/console-labels.js";
import { nearestName } from "../diagnostics/suggest.js";

/** The short name of the type that words are near to, as a type or as a name of the console. */
export function nearestType(words: string): string | undefined {
  const name = nearestName(words.replaceAll(" ", ""), typeIds().map(shortTypeName));
  if (name !== undefined) return name;
  const [id] = typesLabelled(nearestName(squeezed(words), squeezedLabels()) ?? "");
  return id && shortTypeName(id);
}
