import { encodeFileName } from "../text/file-name.js";

/*
 * fr-config-manager keeps a journey, and the scripts and e-mail templates that it needs, under these names. Writer and
 * reader of folders both ask here, so that the reader finds everything that the writer has named.
 */

const realmsFolder = "realms/";
const journeysFolder = "journeys/";
const nodesFolder = "nodes/";

/** The folder of a realm, relative to the folder that contains `realms`. */
export function realmFolder(realm: string): string {
  return `${realmsFolder}${encodeFileName(realm)}/`;
}

/** The folder of a journey and the file of its tree, which lies in that folder. */
export function journeyFiles(realm: string, journeyId: string): { readonly folder: string; readonly tree: string } {
  const name = encodeFileName(journeyId);
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

/** The name of a node's file without its extension. The folder of a page's inner nodes has the same name. */
export function nodeFileName(displayName: string, id: string): string {
  return encodeFileName(`${displayName} - ${id}`);
}

/** The folder of a realm's scripts. Script objects give the path of their text relative to it. */
export function scriptsFolder(realm: string): string {
  return `${realmFolder(realm)}scripts/`;
}

/** The file of a script object, relative to the folder of scripts. */
export function scriptObjectFile(scriptId: string): string {
  return `scripts-config/${encodeFileName(scriptId)}.json`;
}

/**
 * The file of a script's text without its extension, relative to the folder of scripts; `fileName` is the encoded
 * title.
 */
export function scriptTextStem(context: string | undefined, fileName: string): string {
  return `scripts-content/${context === undefined ? "" : `${encodeFileName(context)}/`}${fileName}`;
}

/**
 * The paths to try for the text of a script, relative to the folder of its object: the folder of scripts is one level
 * up, but some tools count from the object itself.
 */
export function scriptTextPaths(path: string): readonly string[] {
  return [`../${path}`, path];
}

/** IDM puts this before the name of an e-mail template to make its id. */
export const templatePrefix = "emailTemplate/";

/** The folder of an e-mail template, and how the names of all its files begin. */
export function templateFiles(templateName: string): { readonly folder: string; readonly stem: string } {
  const stem = encodeFileName(templateName);
  return { folder: `email-templates/${stem}/`, stem };
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
