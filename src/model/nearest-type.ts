import { shortTypeName, typeIds } from "../catalogue/catalogue.js";
import { squeezed, squeezedLabels, typesLabelled } from "../catalogue/console-labels.js";
import { nearestName } from "../diagnostics/suggest.js";

/** The id of the type that the text of a setting means, such as `CaptchaNode` for `product-CaptchaNode`. */
export function typeIdMeantBy(written: string): string | undefined {
  const ids = typeIds();
  const small = written.replace(/\s/g, "").toLowerCase();
  const forms = [small, `${small}node`, `product-${small}`, `product-${small}node`];
  const same = forms.map((form) => ids.find((id) => id.toLowerCase() === form)).find(Boolean);
  if (same !== undefined) return same;
  const [labelled, second] = typesLabelled(squeezed(written));
  if (labelled !== undefined && second === undefined) return labelled;
  return written.length < 8 ? undefined : nearestName(written, ids);
}

/** The short name of the type that words are near to, as a type or as a name of the console. */
export function nearestType(words: string): string | undefined {
  const name = nearestName(words.replaceAll(" ", ""), typeIds().map(shortTypeName));
  if (name !== undefined) return name;
  const [id] = typesLabelled(nearestName(squeezed(words), squeezedLabels()) ?? "");
  return id && shortTypeName(id);
}
