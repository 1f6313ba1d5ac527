import { lookUpType, typeIds } from "./catalogue.js";

let idsByLabel: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The types that the admin console shows under a name ("Page Node", "OTP Email Sender"), however it is spaced and with or without
 * "Node" and signs. Two types can have one name there. Reads the whole catalogue when it is first asked.
 */
export function typesLabelled(label: string): readonly string[] {
  const name = squeezed(label);
  return labels().get(name) ?? labels().get(withoutSigns(name)) ?? [];
}

/** The names of the console as they are compared. */
export function squeezedLabels(): Iterable<string> {
  return labels().keys();
}

/** A name of the console without what people write differently. */
export function squeezed(label: string): string {
  return lettersOf(label).replace(/(?<=.)node$/, "");
}

/** The same with the word "Node" at its end. */
export function lettersOf(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}+]/gu, "");
}

function withoutSigns(name: string): string {
  return name.replaceAll("+", "");
}

function labels(): ReadonlyMap<string, readonly string[]> {
  if (idsByLabel !== undefined) return idsByLabel;
  const found = new Map<string, readonly string[]>();
  for (const id of typeIds()) {
    const label = squeezed(lookUpType(id)?.displayName ?? "");
    if (label !== "") found.set(label, [...(found.get(label) ?? []), id]);
  }
  // `Socure ID+` is written `SocureID` where a name must be a word.
  for (const [label, ids] of [...found]) {
    const plain = withoutSigns(label);
    if (plain !== label && !found.has(plain)) found.set(plain, ids);
  }
  idsByLabel = found;
  return found;
}
