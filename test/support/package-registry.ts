import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "./read-project.js";

/** A registry for npm on this machine: it has the packages that this project has installed, and no others. */
export class PackageRegistry {
  readonly #server: Server;
  /** The folders of installed packages by name; several where there are several versions. */
  readonly #folders = installedFolders();

  constructor() {
    this.#server = createServer(({ url = "" }, response) => {
      const [, name = "", version] = /^\/([^/]+)(?:\/-\/(.+)\.tgz)?$/.exec(url) ?? [];
      const folders = this.#folders.get(decodeURIComponent(name)) ?? [];
      if (version === undefined) {
        response.statusCode = folders.length === 0 ? 404 : 200;
        response.end(JSON.stringify(this.#describe(name, folders)));
        return;
      }
      const folder = folders.find((each) => manifestOf(each).version === version) ?? "";
      const tar = ["-cf", "-", "-C", dirname(folder), "--exclude", "node_modules", basename(folder)];
      spawn("tar", tar, { stdio: ["ignore", "pipe", "inherit"] }).stdout.pipe(response);
    });
  }

  /** Starts it and gives its address. */
  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return this.#url;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #describe(name: string, folders: readonly string[]): object {
    const manifests = folders.map(manifestOf);
    const versions = manifests.map((manifest) => {
      const tarball = `${this.#url}/${name}/-/${manifest.version}.tgz`;
      return [manifest.version, { ...manifest, dist: { tarball } }] as const;
    });
    return {
      name: decodeURIComponent(name),
      "dist-tags": { latest: versions[0]?.[0] },
      versions: Object.fromEntries(versions),
    };
  }
}

function installedFolders(): ReadonlyMap<string, readonly string[]> {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8"));
  const folders = new Map<string, string[]>();
  for (const path of Object.keys(packages)) {
    const name = path.split("node_modules/").at(-1) ?? "";
    const folder = join(projectRoot, path);
    if (path === "" || !existsSync(folder)) continue;
    folders.set(name, [...(folders.get(name) ?? []), folder]);
  }
  return folders;
}

function manifestOf(folder: string): { readonly version: string } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
