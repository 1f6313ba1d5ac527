/** What Rhino does not take in a regular expression. The sandbox asks as well, for the expressions that a script makes. */
export function refusedGroup(pattern: string): "lookbehind" | "named-group" | "pattern-modifier" | undefined {
  // Classes and escapes hold no groups.
  const bare = pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, "x");
  if (/\(\?<[=!]/.test(bare)) return "lookbehind";
  if (/\(\?</.test(bare)) return "named-group";
  return /\(\?[a-z-]/.test(bare) ? "pattern-modifier" : undefined;
}

/** Whether flags of a regular expression hold one that Rhino does not know. */
export function hasRefusedFlag(flags: string): boolean {
  return /[^gim]/.test(flags);
}
