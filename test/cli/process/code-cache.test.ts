import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtPackage } from "../../support/built-package.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const built = builtPackage();
const example = join("examples", "reset-password", "ResetPassword.journey");
const fine = { status: 0, stdout: "", stderr: "No findings in 1 file\n" };
const isRoot = process.getuid?.() === 0;
const fileName = (command: string) => `${command}-${process.version}-${process.arch}.cache`;

/** Runs a command with a cache folder; `files` shows what lies in it after that. */
function withCache(folder: string, program = built) {
  const own = join(folder, "journeyc", "0.1.0");
  const run = (args: readonly string[], options: { readonly node?: readonly string[] } = {}) =>
    program.run(args, { ...options, environment: { XDG_CACHE_HOME: folder } });
  return {
    own,
    path: join(own, fileName("check")),
    run,
    check: (node: readonly string[] = []) => run(["check", example], { node }),
    files: () => readdirSync(own).sort(),
  };
}

/** The file's number is another one whenever the cache has been written anew. */
const written = (path: string) => statSync(path).ino;

describe("the code cache", () => {
  it("is no part of the package: the first run makes it, for the user alone, and later ones use it", () => {
    expect(readdirSync(join(built.folder, "dist", "cli")).filter((name) => !name.endsWith(".cjs"))).toEqual([]);
    const { check, own, path, files } = withCache(temporaryFolder());
    expect(check()).toMatchObject(fine);
    expect(files()).toEqual([fileName("check")]);
    expect(statSync(own).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const first = written(path);
    expect(check()).toMatchObject(fine);
    expect(written(path)).toBe(first);
  });

  it("is one for each command and version of Node, and none for what is no command", () => {
    const { run, files, own } = withCache(temporaryFolder());
    run(["--help"]);
    run(["nodes", "--json"]);
    run(["chek", example]);
    run(["../../check"]);
    run(["check", "no-such.journey"]);
    expect(files()).toEqual([fileName("help"), fileName("nodes")]);
    writeFileSync(join(own, "check-v20.0.0-x64.cache"), "another Node's");
    run(["check", example]);
    expect(readFileSync(join(own, "check-v20.0.0-x64.cache"), "utf8")).toBe("another Node's");
    expect(files()).toContain(fileName("check"));
  });

  it("is made anew when it is damaged", () => {
    const { check, path } = withCache(temporaryFolder());
    check();
    const whole = readFileSync(path);
    const damages: readonly ((bytes: Buffer) => Buffer)[] = [
      (bytes) => bytes.subarray(0, 1000),
      (bytes) => {
        const copy = Buffer.from(bytes);
        copy[bytes.length >> 1] = (copy[bytes.length >> 1] ?? 0) ^ 1;
        return copy;
      },
    ];
    for (const damage of damages) {
      writeFileSync(path, damage(whole));
      const damaged = written(path);
      expect(check()).toMatchObject(fine);
      expect(written(path)).not.toBe(damaged);
    }
    const mended = written(path);
    expect(check()).toMatchObject(fine);
    expect(written(path)).toBe(mended);
  });

  it("is made anew under other flags of V8, as `NODE_OPTIONS` may give", () => {
    const { check, path } = withCache(temporaryFolder());
    check();
    const first = written(path);
    const flags = ["--max-old-space-size=2000"];
    expect(check(flags)).toMatchObject(fine);
    const second = written(path);
    expect(second).not.toBe(first);
    expect(check(flags)).toMatchObject(fine);
    expect(written(path)).toBe(second);
  });

  it("is made anew for another program of the same version", () => {
    const folder = temporaryFolder();
    cpSync(join(built.folder, "dist"), join(folder, "dist"), { recursive: true });
    const { check, path } = withCache(temporaryFolder(), builtPackage(folder));
    check();
    const first = written(path);
    const program = join(folder, "dist", "cli", "main.cjs");
    const text = readFileSync(program, "utf8");
    // As many characters as before, which is all that V8 looks at.
    writeFileSync(program, text.replace("No findings in", "Nothing found:"));
    expect(check()).toMatchObject({ status: 0, stderr: "Nothing found: 1 file\n" });
    expect(written(path)).not.toBe(first);
  });

  it("is not kept when the environment says so, and not in a folder that depends on where a command is run", () => {
    const home = temporaryFolder();
    const environment = { HOME: home, XDG_CACHE_HOME: "cache" };
    const folder = temporaryFolder({ "a.journey": "journey A { start -> success }" });
    const off = built.run(["check", "a.journey"], {
      folder,
      environment: { ...environment, JOURNEYC_CODE_CACHE: "0" },
    });
    expect(off).toMatchObject(fine);
    expect(readdirSync(home)).toEqual([]);
    expect(built.run(["check", "a.journey"], { folder, environment })).toMatchObject(fine);
    expect(readdirSync(folder)).toEqual(["a.journey"]);
    expect(readdirSync(home)).toEqual([process.platform === "darwin" ? "Library" : ".cache"]);
  });

  it("does without where it cannot be written", () => {
    const folder = temporaryFolder({ "a file": "" });
    expect(withCache(join(folder, "a file")).check()).toMatchObject(fine);
    const taken = withCache(temporaryFolder());
    mkdirSync(taken.path, { recursive: true });
    expect(taken.check()).toMatchObject(fine);
    expect(taken.files()).toEqual([fileName("check")]);
    const linked = withCache(temporaryFolder());
    const elsewhere = temporaryFolder();
    mkdirSync(join(linked.own, ".."));
    symlinkSync(elsewhere, linked.own);
    expect(linked.check()).toMatchObject(fine);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("is not taken from a file that others may write", () => {
    const { check, path } = withCache(temporaryFolder());
    check();
    chmodSync(path, 0o666);
    const first = written(path);
    expect(check()).toMatchObject(fine);
    expect(written(path)).not.toBe(first);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.skipIf(!isRoot)("is neither taken from another user nor given to one (needs root)", () => {
    const { check, own, path } = withCache(temporaryFolder());
    check();
    chownSync(path, 65534, 65534);
    const first = written(path);
    expect(check()).toMatchObject(fine);
    expect(written(path)).not.toBe(first);
    expect(statSync(path).uid).toBe(0);
    renameSync(path, `${path}.moved`);
    chownSync(own, 65534, 65534);
    expect(check()).toMatchObject(fine);
    expect(readdirSync(own)).toEqual([`${fileName("check")}.moved`]);
  });
});
