/** What other languages begin a line with that names another file: `import x from "x.json"`, `const x = require("x.js")`. */
const importLine =
  /^(?:import\b|include\b|using\b|use\b|load\b|from\s*["']|require\s*\(?\s*["']|export\s*(?:\*|\{[^}]*\})\s*from\b|(?:const|let|var)\s[^=]+=\s*(?:await\s+)?(?:require|import|load)\b)[^\n]*?["']([^"'\n]+)["']/;

/** The file that a line takes something from, as other languages write that at the top of a file. */
export function importedFile(text: string, lineStart: number): string | undefined {
  if (lineStart > 0 && text.charAt(lineStart - 1) !== "\n") return undefined;
  const end = text.indexOf("\n", lineStart);
  return importLine.exec(text.slice(lineStart, end === -1 ? undefined : Math.min(end, lineStart + 500)))?.[1];
}

/** How a file is named here. */
export function adviseOnImport(path: string, word: string | undefined): string {
  const file = JSON.stringify(path);
  if (/\.json$/.test(path))
    return `A file of the platform's configuration is declared as \`resource kind ${JSON.stringify(word ?? "id")} from ${file}\`.`;
  if (/\.(?:js|mjs|cjs|ts|groovy)$/.test(path))
    return `A script is declared as \`script ${word ?? "Name"} { file: ${file} }\`.`;
  return "Remove it: the journeys of a project know each other.";
}
