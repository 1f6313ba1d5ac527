import { URI } from "vscode-uri";

/**
 * The paths of documents, and back. A file has its path on the machine, and a document in a workspace folder of another scheme, as in a browser, the
 * path of its URI. Any other document, such as one that is not saved yet or the text of an older revision, has a path of its own, so that it does not
 * stand for the file that it is made from.
 *
 * Clients write URIs in different ways, and compare them as texts. So the URI of a path is the one that came with it, or that of its workspace folder,
 * as the client writes it, with the rest of the path.
 */
export class UriPaths {
  readonly #known = new Map<string, string>();
  /** Those that no client has sent. */
  readonly #made = new Map<string, string>();
  #folders: readonly Folder[] = [];

  /** Gives the paths of workspace folders. */
  setFolders(uris: readonly string[]): readonly string[] {
    this.#made.clear();
    this.#folders = uris.map((uri) => {
      const parsed = URI.parse(uri);
      const path = withoutSeparator(filePath(parsed));
      this.#known.set(path, uri);
      return { uri: uri.replace(/\/$/, ""), parsed, path };
    });
    return this.#folders.map(({ path }) => path);
  }

  pathOf(uri: string): string {
    const path = this.#pathOf(URI.parse(uri));
    this.#known.set(path, uri);
    return path;
  }

  uriOf(path: string): string {
    const known = this.#known.get(path) ?? this.#made.get(path);
    if (known !== undefined) return known;
    const made = this.#uriOf(path);
    this.#made.set(path, made);
    return made;
  }

  #uriOf(path: string): string {
    const around = this.#folders.filter((folder) => isBelow(path, folder.path));
    const [nearest] = around.sort((left, right) => right.path.length - left.path.length);
    if (nearest === undefined) return URI.file(path).toString();
    const rest = path.slice(withoutSeparator(nearest.path, 0).length);
    return nearest.uri + URI.file(rest).toString().slice("file://".length);
  }

  #pathOf(uri: URI): string {
    if (uri.scheme === "file" || this.#folders.some(({ parsed }) => isSamePlace(parsed, uri))) return filePath(uri);
    // It will be the file of this path when it is saved.
    if (uri.scheme === "untitled" && uri.path.startsWith("/")) return filePath(uri);
    const parts = [uri.scheme, uri.authority, encodeURIComponent(uri.query), ...uri.path.split("/")];
    const path = parts.filter((part) => part !== "").join("/");
    return uri.scheme === "untitled" ? `/${path}.journey` : `/${path}`;
  }
}

interface Folder {
  /** As the client writes it, without a slash at the end. */
  readonly uri: string;
  readonly parsed: URI;
  readonly path: string;
}

/** Where drives have no letters and `\\` separates nothing, a path may begin with what looks like a drive. */
function filePath({ scheme, fsPath, path }: URI): string {
  return scheme === "file" && /^(?:[/\\]|[a-z]:\\)/i.test(fsPath) ? fsPath : path;
}

function isSamePlace(left: URI, right: URI): boolean {
  return left.scheme === right.scheme && left.authority === right.authority;
}

/** A root keeps its separator, unless no character has to stay. */
function withoutSeparator(path: string, least = 1): string {
  const shorter = path.replace(/(?<!:)[/\\]$/, "");
  return shorter.length < least ? path : shorter;
}

function isBelow(path: string, folder: string): boolean {
  const start = withoutSeparator(folder, 0);
  return path.startsWith(start) && /^[/\\]/.test(path.slice(start.length));
}
