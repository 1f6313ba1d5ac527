import { toolFileName } from "./tool-file-name.js";

/*
 * fr-config-manager keeps a journey, and the scripts and e-mail templates that it needs, under these names. Writer and
 * reader of folders both ask here, so that the reader finds everything that the writer has named.
 */

const realmsFolder = "realms/";
const journeysFolder = "journeys/";
const nodesFolder = "nodes/";

/** The folder of a realm, relative to the folder that contains `realms`. */
export function realmFolder(realm: string): string {
  return `${realmsFolder}${toolFileName(realm)}/`;
}

/** The folder of a journey, and the file of its tree in it; `name` is the journey's id as a file name. */
export function journeyFiles(realm: string, name: string): { readonly folder: string; readonly tree: string } {
  const folder = `${realmFolder(realm)}${journeysFolder}${name}/`;
  return { folder, tree: `${folder}${name}.json` };
}

/** The folder with the node files of the journey whose folder is given. */
export function nodesFolderOf(journeyFolder: string): string {
  return journeyFolder + nodesFolder;
}

/**
 * The folder with the node files of the journey whose tree file is given; `undefined` where the tree is not in a
 * `journeys` folder.
 */
export function nodesFolderOfTree(treePath: string): string | undefined {
  return /(?:^|\/)journeys\/[^/]+\/[^/]+$/.test(treePath) ? nodesFolderOf(folderOf(treePath)) : undefined;
}

/**
 * The same folder by a node's file: `journeys/<name>/nodes/x.json` and `journeys/<name>/nodes/<page>/x.json` both lie
 * in it.
 */
export function nodesFolderOfNode(nodePath: string): string | undefined {
  return /^(?:.*\/)?journeys\/[^/]+\/nodes\//.exec(nodePath)?.[0];
}

/** What a node's file is named after. The folder of a page's inner nodes has the same name. */
export function nodeTitle(displayName: string, id: string): string {
  return `${displayName} - ${id}`;
}

/** The folder of a realm's scripts. Script objects give the path of their text relative to it. */
export function scriptsFolder(realm: string): string {
  return `${realmFolder(realm)}scripts/`;
}

/** The file of a script object, relative to the folder of scripts. */
export function scriptObjectFile(scriptId: string): string {
  return `scripts-config/${toolFileName(scriptId)}.json`;
}

/** The file of a script's text, relative to the folder of scripts; `name` is what the file is called after. */
export function scriptTextFile(context: string | undefined, name: string): string {
  return `scripts-content/${context === undefined ? "" : `${toolFileName(context)}/`}${name}.js`;
}

/**
 * The paths to try for the text of a script, relative to the folder of its object: the folder of scripts is one level
 * up, but some tools count from the object itself.
 */
export function scriptTextPaths(path: string): readonly string[] {
  return [`../${path}`, path];
}

/** The folder of an e-mail template; the names of all its files begin with `name`, which is the template's as a file name. */
export function templateFolder(name: string): string {
  return `email-templates/${name}/`;
}

/** The members of an e-mail template that hold a text for each locale, with the extension of their files. */
export const localisedTemplateTexts: ReadonlyMap<string, string> = new Map([
  ["html", "html"],
  ["message", "md"],
]);

/** The folder of a file, with a slash at the end; "" for a file in the top folder. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
