import { posix } from "node:path";
import type { FileSystem, FolderEntry } from "../../src/project/file-system.js";
import type { ProjectHost } from "../../src/project/project-host.js";

/** Files that are texts by absolute path; `undefined` is a file that cannot be read. */
export function memoryFiles(texts: Readonly<Record<string, string | undefined>>): FileSystem {
  const missing = { problem: "no such file or folder" };
  const kindOf = (path: string) => {
    if (Object.hasOwn(texts, path)) return "file";
    return Object.keys(texts).some((file) => file.startsWith(path === "/" ? "/" : `${path}/`)) ? "folder" : missing;
  };
  return {
    kindOf,
    readText(path) {
      if (!Object.hasOwn(texts, path)) return missing;
      const text = texts[path];
      return text === undefined ? { problem: "permission denied" } : { text };
    },
    list(folder) {
      const names = new Map<string, FolderEntry>();
      for (const file of Object.keys(texts)) {
        const way = posix.relative(folder, file);
        const [name = ""] = way.split("/");
        if (name !== "..") names.set(name, { name, isFile: () => way === name, isDirectory: () => way !== name });
      }
      return [...names.values()];
    },
    realPath: (path) => (kindOf(path) === missing ? missing : { path }),
  };
}

/** A host at `/work` with such files and nothing else. */
export function memoryHost(
  texts: Readonly<Record<string, string | undefined>>,
  more: Partial<ProjectHost> = {},
): ProjectHost {
  return {
    workingDirectory: "/work",
    files: memoryFiles(texts),
    readStandardInput: () => ({ problem: "there is none" }),
    importModule: () => Promise.reject(new Error("there are no modules")),
    ...more,
  };
}
