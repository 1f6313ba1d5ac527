/** The text of a .gitignore that ignores folders: with a line for each one that it does not name yet. */
export function withIgnoredFolders(text = "", folders: readonly string[]): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const named = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^(?:\*\*)?\/|\/$/g, "")));
  const missing = folders.filter((folder) => !named.has(folder)).map((folder) => `${folder}/${lineEnd}`);
  const start = text === "" || text.endsWith("\n") ? text : text + lineEnd;
  return missing.length === 0 ? text : start + missing.join("");
}
