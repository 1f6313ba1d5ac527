import { encodeDistinctly, encodeFileName, foldFileName } from "../text/file-name.js";
import { shortHash } from "../text/short-hash.js";

/*
 * File names as fr-config-manager gives them. It percent-encodes what Windows refuses, and leaves all else as it is. Names that it
 * would make empty, or the same as another one's, are encoded so that nothing is lost: readers go by content, not by name.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const refused = /[/?<>\\:*|"\u0000-\u001f\u0080-\u009f]/g;
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?$/i;

/** The name that the tool gives to a file, or ours where it would give none that a file can have. */
export function toolFileName(name: string): string {
  if (name === "" || /^\.+$/.test(name) || reserved.test(name) || /[. ]$|\*|\p{Surrogate}/u.test(name)) {
    return shortened(encodeFileName(name), name);
  }
  return shortened(
    name.replace(refused, (char) => encodeURIComponent(char)),
    name,
  );
}

/** Disks take 255 bytes for a name, and an extension comes to ours. */
const longest = 240;

/** A name that is too long for a disk is cut; what stands for the whole name keeps it apart from others that begin alike. */
function shortened(fileName: string, name: string): string {
  if (fileName.length * 3 <= longest || byteLength(fileName) <= longest) return fileName;
  const end = `~${shortHash(name)}`;
  let start = "";
  let left = longest - end.length;
  for (const char of fileName) {
    left -= byteLength(char);
    if (left < 0) break;
    start += char;
  }
  return start.replace(/%[0-9A-F]?$/, "") + end;
}

function byteLength(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function distinctly(name: string): string {
  return shortened(encodeDistinctly(name), name);
}

/** The names for files that lie together in one folder: those that some file systems take for one are told apart. */
export function toolFileNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const name of names) result.set(name, toolFileName(name));
  for (let clashing = clashes(result); clashing.length > 0; clashing = clashes(result)) {
    for (const name of clashing) result.set(name, distinctly(name));
  }
  return result;
}

/** The names that share a file with another one, and are not told apart yet. */
function clashes(fileNames: ReadonlyMap<string, string>): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const [name, fileName] of fileNames) {
    const folded = foldFileName(fileName);
    const group = groups.get(folded);
    if (group) group.push(name);
    else groups.set(folded, [name]);
  }
  const clashing = [...groups.values()].filter((group) => group.length > 1).flat();
  return clashing.filter((name) => fileNames.get(name) !== distinctly(name));
}
