import { encodeFileName } from "../text/file-name.js";

/*
 * Where fr-config-manager keeps a journey and what comes along with it. Writer and reader of folders both ask here, so that the one
 * finds what the other has named.
 */

const realmsFolder = "realms/";
const journeysFolder = "journeys/";
const nodesFolder = "nodes/";

/** The folder of a realm, below the one that holds `realms`. */
export function realmFolder(realm: string): string {
  return `${realmsFolder}${encodeFileName(realm)}/`;
}

/** The realm that a path names; a folder without that part does not. */
export function realmOfPath(path: string): string | undefined {
  return /(?:^|\/)realms\/([^/]+)\/journeys\//.exec(path)?.[1];
}

/** The folder of a journey, and in it the file of its tree. */
export function journeyFiles(realm: string, journeyId: string): { readonly folder: string; readonly tree: string } {
  const name = encodeFileName(journeyId);
  const folder = `${realmFolder(realm)}${journeysFolder}${name}/`;
  return { folder, tree: `${folder}${name}.json` };
}

/** The folder with the node files of one journey only, by the folder of the journey. */
export function nodesFolderOf(journeyFolder: string): string {
  return journeyFolder + nodesFolder;
}

/** The same by the file of the journey's tree; `undefined` where the tree does not lie as fr-config-manager has it. */
export function nodesFolderOfTree(treePath: string): string | undefined {
  return /(?:^|\/)journeys\/[^/]+\/[^/]+$/.test(treePath) ? nodesFolderOf(folderOf(treePath)) : undefined;
}

/** The same by a node's file: `journeys/<name>/nodes/x.json` and `journeys/<name>/nodes/<page>/x.json` are that journey's own. */
export function nodesFolderOfNode(nodePath: string): string | undefined {
  return /^(?:.*\/)?journeys\/[^/]+\/nodes\//.exec(nodePath)?.[0];
}

/** The name of a node's file, and of a page's folder of inner nodes. */
export function nodeFileName(displayName: string, id: string): string {
  return encodeFileName(`${displayName} - ${id}`);
}

/** The folder of a realm's scripts. Paths inside of script objects count from here. */
export function scriptsFolder(realm: string): string {
  return `${realmFolder(realm)}scripts/`;
}

/** The object of a script, below the folder of scripts. */
export function scriptObjectFile(scriptId: string): string {
  return `scripts-config/${encodeFileName(scriptId)}.json`;
}

/** The text of a script without its extension, below the folder of scripts; `fileName` is its encoded title. */
export function scriptTextStem(context: string | undefined, fileName: string): string {
  return `scripts-content/${context === undefined ? "" : `${encodeFileName(context)}/`}${fileName}`;
}

/** Where a script's text may lie, by the path in its object: from the folder of scripts, one above, or from the object's own. */
export function scriptTextPaths(path: string): readonly string[] {
  return [`../${path}`, path];
}

/** What IDM puts before the name of an e-mail template to make its id. */
export const templatePrefix = "emailTemplate/";

/** The folder of an e-mail template, and the beginning of the names of its files. */
export function templateFiles(templateName: string): { readonly folder: string; readonly stem: string } {
  const stem = encodeFileName(templateName);
  return { folder: `email-templates/${stem}/`, stem };
}

/** The members of an e-mail template that hold a text for each locale, with the extension of their files. */
export const localisedTemplateTexts: ReadonlyMap<string, string> = new Map([
  ["html", "html"],
  ["message", "md"],
]);

/** The folder of a file, with a slash at its end; "" at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
