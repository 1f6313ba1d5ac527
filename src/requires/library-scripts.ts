const library = /\brequire\s*\(\s*(["'`])([^"'`\n]+)\1\s*\)/g;

/** The library scripts that a script requires, by their titles. */
export function librariesOfScript(body: string): readonly string[] {
  return [...body.matchAll(library)].flatMap(([, , name]) => name ?? []);
}
