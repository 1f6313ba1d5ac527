import { lookUpType } from "../../catalogue/catalogue.js";
import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { JourneyExport } from "../../export-json/read/journey-export.js";
import { emptyResult, readExports } from "../../export-json/read/read-export.js";
import type { ReadOptions, ReadResult } from "../../export-json/read/read-result.js";
import { getOwn, type JsonObject } from "../../text/json.js";
import { objectMember, textMember } from "../../text/json-members.js";
import { JsonPlace } from "../../text/json-place.js";
import { isSameJson } from "../../text/merge-patch.js";
import { SourceFile } from "../../text/source-file.js";
import { folderOf, nodesFolderOfNode, nodesFolderOfTree } from "../frconfig-layout.js";
import { isJsonFile } from "../json-file.js";
import { realmOfPath } from "../realm-of-path.js";
import { type AssembledJourney, assembleJourney, type FolderParts } from "./assemble-journey.js";
import { type FolderFile, type FolderPart, isInJourneyFolder, readFolderFile } from "./folder-file.js";
import { type MissingFiles, reportMissingFiles } from "./missing-files.js";
import { PartPool } from "./part-pool.js";
import { withScriptsOfFolder } from "./take-scripts.js";
import { TextFiles } from "./text-files.js";

/**
 * Reads the journeys of a folder in the layout of fr-config-manager, Amster or AM's file-based configuration, of REST
 * bodies kept as files, of exports, or of all of these together. `files` holds the texts of the folder by path, with
 * `/` as separator. Files that are not JSON are only read as the texts of scripts and templates.
 */
export function readFolder(files: ReadonlyMap<string, string>, options: ReadOptions): ReadResult {
  const { journeys, diagnostics } = findJourneys(files, options);
  if (journeys.length === 0) return emptyResult([...diagnostics, nothingFound(files, options.folder)]);
  return readExports(journeys, options, diagnostics);
}

/** The journeys of a folder, put together in the form of exports. */
export function findJourneys(
  files: ReadonlyMap<string, string>,
  options: Pick<ReadOptions, "pathsFrom" | "folder">,
): { readonly journeys: readonly JourneyExport[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const found = readFiles(files, options.pathsFrom ?? "", diagnostics);
  const bodies = new PartPool();
  const scripts = new PartPool();
  const scriptsByName = new PartPool("name");
  const templates = new PartPool();
  const trees: FolderPart[] = [];
  const exports: JourneyExport[] = [];
  const nodeFiles = new Map<string, FolderPart[]>();
  for (const file of found) {
    if (file.kind === "tree") trees.push(file.part);
    else if (file.kind === "export") exports.push(...file.journeys);
    else if (file.kind === "script") {
      scripts.add(file.part);
      scriptsByName.add(file.part);
    } else if (file.kind === "template") templates.add(file.part);
    else if (file.kind === "body") {
      bodies.add(file.part);
      noteNodeFile(file.part, nodeFiles);
    }
  }
  const texts = new TextFiles(files, diagnostics);
  const parts: FolderParts = {
    bodies,
    scripts,
    scriptsByName,
    templates,
    texts,
    isInOverlay: overlayFinder(files),
  };
  const journeys = exports.map((each) => withScriptsOfFolder(each, parts));
  const used = new Set<string>();
  let isWhole = true;
  const missing: MissingFiles[] = [];
  for (const tree of withoutCopies(trees)) {
    const assembled = assembleJourney(tree, parts);
    journeys.push(assembled.exported);
    diagnostics.push(...assembled.diagnostics);
    missing.push(assembled.missing);
    for (const path of assembled.usedPaths) used.add(path);
    if (assembled.missingIds.size > 0) isWhole = false;
    const own = nodeFiles.get(nodesFolderOfTree(tree.path) ?? "") ?? [];
    const stale = own.filter((part) => !assembled.usedPaths.has(part.path) && !isOfMissingPage(part, assembled));
    const args = { journey: assembled.exported.id };
    diagnostics.push(...stale.map((part) => createDiagnostic("stale-node-file", part.place, args)));
  }
  diagnostics.push(...reportMissingFiles(missing, bodies.ids));
  // The inner nodes of a page whose own file is missing seem to be unused, and are not.
  for (const part of isWhole ? besideTrees(found, trees) : []) {
    // The folder may be a part of a realm, whose other journeys use the node.
    const args = { journey: undefined };
    if (!used.has(part.path))
      diagnostics.push(createDiagnostic("stale-node-file", part.place, args, { severity: "info" }));
  }
  return { journeys, diagnostics };
}

/**
 * Tells whether a tree lies in file-based configuration without the global services, which AM does not start without: an overlay of some
 * services of a realm.
 */
function overlayFinder(files: ReadonlyMap<string, string>): (tree: string) => boolean {
  let whole: Set<string> | undefined;
  return (tree) => {
    const root = /^(.*?)services\/realm\/.*\/organizationconfig\//.exec(tree)?.[1];
    whole ??= new Set([...files.keys()].flatMap((path) => /^(.*?)services\/global\//.exec(path)?.slice(1, 2) ?? []));
    return root !== undefined && !whole.has(root);
  };
}

/** The nodes in an Amster export that has the trees of its realm: each type has a folder beside `AuthTree`. */
function besideTrees(found: readonly FolderFile[], trees: readonly FolderPart[]): readonly FolderPart[] {
  const roots = new Set(trees.flatMap(({ path }) => /^(.*?)AuthTree\/[^/]+$/.exec(path)?.slice(1, 2) ?? []));
  return found.flatMap((file) => {
    const root = file.kind === "body" ? /^(.*?)[^/]+\/[^/]+$/.exec(file.part.path)?.[1] : undefined;
    return file.kind === "body" && root !== undefined && roots.has(root) && isNode(file.part.value) ? [file.part] : [];
  });
}

/**
 * Whether an entity is certainly a node. Policies, OAuth 2.0 clients and login modules have an id and a type, and a
 * folder beside the trees, as nodes do. Only nodes have outcomes, which AM 6.5 does not write yet.
 */
function isNode(entity: JsonObject): boolean {
  if (Array.isArray(getOwn(entity, "_outcomes"))) return true;
  const type = textMember(objectMember(entity, "_type"), "_id") ?? "";
  return lookUpType(type) !== undefined || /(?:Node|Decision)$/.test(type);
}

/** The inner nodes of a page lie in a folder with its id. Where its own file is missing, that is what is told. */
function isOfMissingPage({ path }: FolderPart, { missingIds }: AssembledJourney): boolean {
  const folder = folderOf(path);
  return [...missingIds].some((id) => folder.endsWith(`${id}/`));
}

/** A tree of a list that lies in a file of its own as well, and is the same there, counts once. */
function withoutCopies(trees: readonly FolderPart[]): readonly FolderPart[] {
  const isListed = ({ place }: FolderPart) => place.pointer !== "" && place.pointer !== "/data";
  if (!trees.some(isListed)) return trees;
  const apart = new PartPool();
  for (const tree of trees) if (!isListed(tree)) apart.add(tree);
  return trees.filter((tree) => {
    const other = isListed(tree) ? apart.nearest(textMember(tree.value, "_id") ?? "", tree) : undefined;
    return other === undefined || !isSameJson(other.value, tree.value);
  });
}

function readFiles(
  files: ReadonlyMap<string, string>,
  pathsFrom: string,
  diagnostics: Diagnostic[],
): readonly FolderFile[] {
  const found: FolderFile[] = [];
  for (const path of [...files.keys()].sort()) {
    if (!isJsonFile(path)) continue;
    const read = readFolderFile(path, files.get(path) ?? "", realmOfPath(`${pathsFrom.replaceAll("\\", "/")}/${path}`));
    // A folder contains other JSON too, some of it with comments. A broken file is an error only in a folder for journeys.
    const severity = isInJourneyFolder(path) ? "error" : "warning";
    diagnostics.push(
      ...read.diagnostics.map((each) => (each.severity === "info" ? each : ({ ...each, severity } as const))),
    );
    found.push(...read.files);
  }
  return found;
}

function noteNodeFile(part: FolderPart, nodeFiles: Map<string, FolderPart[]>): void {
  const folder = nodesFolderOfNode(part.path);
  if (folder === undefined) return;
  const parts = nodeFiles.get(folder);
  if (parts) parts.push(part);
  else nodeFiles.set(folder, [part]);
}

function nothingFound(files: ReadonlyMap<string, string>, folder = "."): Diagnostic {
  const count = [...files.keys()].filter(isJsonFile).length;
  const found =
    count === 0
      ? "a folder without JSON files"
      : `a folder of ${count} JSON ${count === 1 ? "file" : "files"} without a tree among them`;
  const first = [...files.keys()].sort()[0] ?? `${folder}/`;
  return createDiagnostic("no-journey", JsonPlace.root(new SourceFile(first, files.get(first) ?? "")), { found });
}
