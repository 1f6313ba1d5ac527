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
