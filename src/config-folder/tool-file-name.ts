import { encodeDistinctly, encodeFileName, foldFileName } from "../text/file-name.js";
import { shortenFileName } from "../text/shorten-file-name.js";

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
    return encodeFileName(name);
  }
  return shortenFileName(
    name.replace(refused, (char) => encodeURIComponent(char)),
    name,
  );
}

/** The names for files that lie together in one folder: those that some file systems take for one are told apart. */
export function toolFileNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const name of names) result.set(name, toolFileName(name));
  for (let clashing = clashes(result); clashing.length > 0; clashing = clashes(result)) {
    for (const name of clashing) result.set(name, encodeDistinctly(name));
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
  return clashing.filter((name) => fileNames.get(name) !== encodeDistinctly(name));
}
