import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FileSet } from "../../../src/cli/output/file-set.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

it("writes nothing before commit, and everything with it", () => {
  const folder = temporaryFolder({ "a.txt": "old", "same.txt": "same" });
  chmodSync(join(folder, "a.txt"), 0o640);
  const files = new FileSet();
  expect(files.add(join(folder, "a.txt"), "new")).toBe("written");
  expect(files.add(join(folder, "same.txt"), "same")).toBe("unchanged");
  files.addFolder(join(folder, "x", "y"));
  files.add(join(folder, "x", "y", "b.txt"), "first");
  files.add(join(folder, "x", "y", "b.txt"), "last");
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
  expect(readdirSync(join(folder, "x", "y")).every((name) => name.endsWith(".tmp"))).toBe(true);
  files.commit();
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("new");
  expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o640);
  expect(readFileSync(join(folder, "x", "y", "b.txt"), "utf8")).toBe("last");
  expect(readdirSync(folder)).toEqual(["a.txt", "same.txt", "x"]);
  expect(readdirSync(join(folder, "x", "y"))).toEqual(["b.txt"]);
});

it("takes back files and folders of its own with discard, and leaves those of others", () => {
  const folder = temporaryFolder({ "old/a.txt": "old" });
  const files = new FileSet();
  files.addFolder(join(folder, "old", "new", "deep"));
  files.addFolder(join(folder, "mine"));
  files.add(join(folder, "old", "new", "deep", "b.txt"), "b");
  files.add(join(folder, "old", "a.txt"), "new");
  mkdirSync(join(folder, "old", "new", "other"));
  files.discard();
  expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual([
    "old",
    "old/a.txt",
    "old/new",
    "old/new/other",
  ]);
  expect(readFileSync(join(folder, "old", "a.txt"), "utf8")).toBe("old");
});

it("puts back what it has replaced when a later file cannot be placed", () => {
  const folder = temporaryFolder({ "a.txt": "old" });
  const files = new FileSet();
  files.add(join(folder, "a.txt"), "new");
  files.add(join(folder, "b.txt"), "new");
  files.add(join(folder, "c.txt"), "new");
  // Nobody can foresee what another program does between writing and placing.
  mkdirSync(join(folder, "c.txt", "in the way"), { recursive: true });
  expect(() => files.commit()).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readdirSync(folder)).toEqual(["a.txt", "c.txt"]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
});

it("refuses a folder in the place of a file and a name that is too long before anything is placed; a link is replaced", () => {
  const folder = temporaryFolder({ "a.txt": "kept", "taken/in.txt": "" });
  symlinkSync(join(folder, "a.txt"), join(folder, "link.txt"));
  const files = new FileSet();
  expect(() => files.add(join(folder, "taken"), "")).toThrow(expect.objectContaining({ code: "EISDIR" }));
  expect(() => files.add(join(folder, "長".repeat(90)), "")).toThrow(expect.objectContaining({ code: "ENAMETOOLONG" }));
  files.add(join(folder, "link.txt"), "new");
  // The temporary name is no longer than its file's may be.
  files.add(join(folder, "長".repeat(85)), "long");
  files.commit();
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("kept");
  expect(readFileSync(join(folder, "link.txt"), "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["a.txt", "link.txt", "taken", "長".repeat(85)]);
});
