/**
 * Whether a path that a journey refers to stays in the journey's folder on every system. It must be relative, with `/` as
 * the only separator, and have no `..`, drive, device name or control character.
 */
export function isProjectPath(path: string): boolean {
  if (path === "" || path.startsWith("/") || /[\\:]/.test(path)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and its like end or change a path on some systems.
  if (/[\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split("/").every((step) => step !== "..");
}

/** The path with `/` that one of Windows is, as it is written between its quotes: `scripts\\rate.js`, also where `\\r` means something else there. */
export function withSlashes(written: string): string | undefined {
  if (!written.includes("\\")) return undefined;
  const path = written.replace(/\\+/g, "/").replace(/^\.\//, "");
  return isProjectPath(path) ? path : undefined;
}
