import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

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
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entries = Object.entries(exports).filter(([, target]) => typeof target === "object");
  const sources = new Map(
    entries.map(([name, { types }]) => [name, types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts")]),
  );
  const declarations = declare([...sources.values()].map((path) => join(root, path)));
  return new Map(
    [...sources].map(([name, path]) => {
      const entry = `journeyc${name.slice(1)}`;
      const file = declarations.getSourceFile(join(root, path.replace(/\.ts$/, ".d.ts")));
      return [`${entry.replace("/", "-")}.md`, report(entry, file, declarations.getTypeChecker())];
    }),
  );
}

/**
 * A program of the declarations that TypeScript writes for the entries and for what these import. They lie beside the
 * sources, in memory. It only has to tell which name means which declaration: no library is loaded for it.
 */
function declare(entries) {
  const { config } = ts.readConfigFile(join(root, "tsconfig.build.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const settings = {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: join(root, "src"),
  };
  const host = ts.createCompilerHost(settings);
  const sources = ts.createProgram(entries, settings, host);
  const written = new Map();
  const waiting = [...entries];
  for (const path of waiting) {
    sources.emit(sources.getSourceFile(path), (file, text) => written.set(file, text));
    const { importedFiles } = ts.preProcessFile(written.get(path.replace(/\.ts$/, ".d.ts")));
    for (const { fileName } of importedFiles.filter(({ fileName }) => fileName.startsWith("."))) {
      const imported = join(dirname(path), fileName.replace(/\.js$/, ".ts"));
      if (!waiting.includes(imported)) waiting.push(imported);
    }
  }
  const memory = {
    ...host,
    fileExists: (path) => written.has(path) || (!isOwnSource(path) && host.fileExists(path)),
    readFile: (path) => written.get(path) ?? host.readFile(path),
    getSourceFile: (path, version) => ts.createSourceFile(path, written.get(path), version, true),
  };
  return ts.createProgram([...written.keys()], { ...settings, noResolve: true, noLib: true, types: [] }, memory);
}

function isOwnSource(path) {
  return path.startsWith(join(root, "src")) && path.endsWith(".ts");
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
