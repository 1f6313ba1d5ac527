const library = /\brequire\s*\(\s*(["'`])([^"'`\n]+)\1\s*\)/g;

/** The titles of the library scripts that a script requires. */
export function librariesOfScript(body: string): readonly string[] {
  return [...body.matchAll(library)].flatMap(([, , name]) => name ?? []);
}
