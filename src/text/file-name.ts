import { shortenFileName } from "./shorten-file-name.js";

/**
 * File names for journeys, whatever their names hold: `decodeFileName(encodeFileName(name))` is `name`, unless it is longer than
 * disks allow; then it is cut. What file systems refuse or change stands as percent and the hex digits of its UTF-8 bytes; half a surrogate pair as `%u` and its number.
 */

/** Refused by Windows, by every system, or with a meaning in a shell's path. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unsafe = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*%]|^[. ~-]|[. ]$|\p{Surrogate}/gu;
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

export function encodeFileName(name: string): string {
  return shortenFileName(encodeWhole(name), name);
}

function encodeWhole(name: string): string {
  if (name === "") return "%";
  const safe = name.replace(unsafe, percentEncode);
  return reserved.test(safe) ? percentEncode(safe.charAt(0)) + safe.slice(1) : safe;
}

export function decodeFileName(fileName: string): string {
  if (fileName === "%") return "";
  return fileName.replace(/%u([0-9A-F]{4})|(?:%[0-9A-F]{2})+/g, (encoded, unit: string | undefined) =>
    unit === undefined ? decodeURIComponent(encoded) : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

/**
 * File names for names that stand together in one folder. Names that some file systems hold for one (`Login` and
 * `login`, or two spellings of `é`) are told apart by encoding their capital and foreign letters too. The result for a name
 * depends on the set of names, not on their order.
 */
export function encodeFileNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const folded = foldFileName(encodeFileName(name));
    const group = groups.get(folded);
    if (group) group.push(name);
    else groups.set(folded, [name]);
  }
  const result = new Map<string, string>();
  for (const group of groups.values()) {
    for (const name of group) result.set(name, group.length === 1 ? encodeFileName(name) : encodeDistinctly(name));
  }
  return result;
}

/** What file systems that ignore case and the spelling of accents take two equal names for. */
export function foldFileName(fileName: string): string {
  return fileName.normalize("NFC").toLowerCase().toUpperCase().normalize("NFC");
}

/** The name with its capital and foreign letters encoded too, so that no file system takes it for another one. */
export function encodeDistinctly(name: string): string {
  const encoded = encodeWhole(name).replace(/%u[0-9A-F]{4}|%[0-9A-F]{2}|[A-Z]|[^\u0020-\u007f]/gu, (char) =>
    char.startsWith("%") ? char : percentEncode(char),
  );
  return shortenFileName(encoded, name);
}

function percentEncode(char: string): string {
  const unit = char.charCodeAt(0);
  if (char.length === 1 && unit >= 0xd800 && unit < 0xe000) return `%u${hex(unit, 4)}`;
  return unit < 0x80 ? `%${hex(unit, 2)}` : encodeURIComponent(char);
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}
