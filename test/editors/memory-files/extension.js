/**
 * A file system in memory for the tests, as vscode.dev has one of a repository: files come from the server that serves
 * VS Code, and what is written is sent back, so that a test can read it.
 */
const vscode = require("vscode");

exports.activate = async (context) => {
  const address = vscode.Uri.joinPath(context.extensionUri, "..", "workspace.json").toString(true);
  const files = new Map(Object.entries(await (await fetch(address)).json()));
  const changed = new vscode.EventEmitter();
  const times = new Map();
  const encoder = new TextEncoder();
  const isFolder = (path) => path === "/" || [...files.keys()].some((file) => file.startsWith(`${path}/`));
  const known = (uri) => {
    const text = files.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return text;
  };
  const tell = (uri, type) => {
    times.set(uri.path, (times.get(uri.path) ?? 1) + 1);
    changed.fire([{ type, uri }]);
    return fetch(address, { method: "POST", body: JSON.stringify([uri.path, files.get(uri.path) ?? null]) });
  };
  const write = (uri, text) => {
    const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    files.set(uri.path, text);
    return tell(uri, type);
  };
  const remove = (uri) => {
    files.delete(uri.path);
    return tell(uri, vscode.FileChangeType.Deleted);
  };
  const fileSystem = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      const time = times.get(uri.path) ?? 1;
      if (files.has(uri.path)) {
        return { type: vscode.FileType.File, ctime: 1, mtime: time, size: encoder.encode(files.get(uri.path)).length };
      }
      if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    readDirectory: (uri) => {
      const prefix = uri.path.endsWith("/") ? uri.path : `${uri.path}/`;
      const names = new Map();
      for (const path of files.keys()) {
        if (!path.startsWith(prefix)) continue;
        const [name, ...rest] = path.slice(prefix.length).split("/");
        names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
      }
      return [...names];
    },
    readFile: (uri) => encoder.encode(known(uri)),
    writeFile: (uri, content) => write(uri, new TextDecoder().decode(content)),
    delete: remove,
    rename: async (from, to) => {
      await write(to, known(from));
      await remove(from);
    },
    createDirectory: () => undefined,
  };
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider("memfs", fileSystem, { isCaseSensitive: true }),
    vscode.workspace.registerFileSearchProvider("memfs", {
      provideFileSearchResults: () => [...files.keys()].map((path) => vscode.Uri.from({ scheme: "memfs", path })),
    }),
  );
};
