import { URI } from "vscode-uri";

/**
 * The paths of documents, and back. A file has its path on the machine. Of other documents (in a browser, or not saved yet) the path of the URI is
 * taken; the URI of such a path is the one that came with it, or that of its workspace folder with the rest of the path.
 */
export class UriPaths {
  readonly #known = new Map<string, string>();
  #folders: readonly (readonly [path: string, uri: URI])[] = [];

  /** Gives the paths of workspace folders. */
  setFolders(uris: readonly string[]): readonly string[] {
    this.#folders = uris.map((uri) => [this.pathOf(uri).replace(/(?<=[^/\\:])[/\\]$/, ""), URI.parse(uri)] as const);
    return this.#folders.map(([path]) => path);
  }

  pathOf(uri: string): string {
    const parsed = URI.parse(uri);
    if (parsed.scheme === "file") return parsed.fsPath;
    const path = parsed.path.startsWith("/") ? parsed.path : `/${parsed.scheme}/${parsed.path}.journey`;
    this.#known.set(path, uri);
    return path;
  }

  uriOf(path: string): string {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    for (const [folder, uri] of this.#folders) {
      if (uri.scheme === "file" || (path !== folder && !path.startsWith(folder.endsWith("/") ? folder : `${folder}/`)))
        continue;
      return uri.with({ path }).toString();
    }
    return URI.file(path).toString();
  }
}
