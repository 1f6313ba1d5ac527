import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { declarationSettings, packageEntries, readOrWriteDeclarations, sources } from "./declarations.mjs";

/**
 * The public signatures of the package, one listing for each entry, in the folder `api`. They are what TypeScript
 * declares for the entries, without comments, so that a change of the API shows in a review as a changed line.
 * `npm run api` writes them; a test compares. Why not a tool for it: docs/decisions/api-report.md.
 */
const root = join(import.meta.dirname, "..");
const folder = join(root, "api");
const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/** The listing of each entry, by file name. */
export function apiReports() {
  const program = programOfDeclarations();
  return new Map(
    [...packageEntries()].map(([entry, path]) => {
      const file = program.getSourceFile(path.replace(/\.ts$/, ".d.ts"));
      return [`${entry.replace("/", "-")}.md`, report(entry, file, program.getTypeChecker())];
    }),
  );
}

/** A program of the declarations alone. It only has to tell which name means which declaration: no library is loaded for it. */
function programOfDeclarations() {
  const declarations = readOrWriteDeclarations();
  const settings = declarationSettings();
  const host = ts.createCompilerHost(settings);
  const memory = {
    ...host,
    fileExists: (path) => declarations.has(path) || (!isOwnSource(path) && host.fileExists(path)),
    readFile: (path) => declarations.get(path) ?? host.readFile(path),
    getSourceFile: (path, version) => ts.createSourceFile(path, declarations.get(path), version, true),
  };
  return ts.createProgram([...declarations.keys()], { ...settings, noResolve: true, noLib: true, types: [] }, memory);
}

function isOwnSource(path) {
  return path.startsWith(sources) && path.endsWith(".ts");
}

function report(entry, file, checker) {
  const exported = new Map(
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(file))
      .map((symbol) => [resolve(symbol, checker), symbol.name]),
  );
  const all = withReached([...exported.keys()], checker);
  const texts = (symbols) =>
    symbols
      .flatMap((symbol) => declarationsOf(symbol).map((node) => print(symbol, node, exported.get(symbol))))
      .toSorted();
  const parts = [`# ${entry}`, "Written by `npm run api`.", fenced(texts([...exported.keys()]))];
  const others = texts([...all].filter((symbol) => !exported.has(symbol)));
  if (others.length > 0) parts.push("## Not exported, but part of the signatures above", fenced(others));
  return `${parts.join("\n\n")}\n`;
}

function resolve(symbol, checker) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The symbols, and all that their declarations name of ours. */
function withReached(symbols, checker) {
  const reached = new Set(symbols);
  for (const symbol of reached) {
    for (const declaration of declarationsOf(symbol)) {
      visit(declaration, (node) => {
        const named = ts.isIdentifier(node) && checker.getSymbolAtLocation(node);
        if (!named) return;
        const found = resolve(named, checker);
        if (declarationsOf(found).length > 0) reached.add(found);
      });
    }
  }
  return reached;
}

/** The statements of our own sources that declare the symbol. */
function declarationsOf(symbol) {
  const own = (symbol.declarations ?? []).filter((node) => isOwnSource(node.getSourceFile().fileName));
  const statements = own.map((node) => (ts.isVariableDeclaration(node) ? node.parent.parent : node));
  return [...new Set(statements)].filter((node) => ts.isSourceFile(node.parent));
}

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function print(symbol, node, name) {
  const text = printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replace(/^export (declare )?/, "");
  return name === undefined || name === symbol.name ? text : `/* as ${name} */ ${text}`;
}

function fenced(texts) {
  return ["```ts", texts.join("\n\n"), "```"].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of apiReports()) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    process.stdout.write(`${relative(root, join(folder, name))}\n`);
  }
}
