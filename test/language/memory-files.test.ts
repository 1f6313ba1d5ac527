import { expect, it } from "vitest";
import { MemoryFiles } from "../../src/language/memory-files.js";

const missing = { problem: "no such file or folder" };
const names = (files: MemoryFiles, folder: string) =>
  files
    .list(folder)
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();

it("has the folders of its files, and no others", () => {
  const files = new MemoryFiles();
  files.set("/a/b/one.journey", "1");
  files.set("/a/b/two.journey", "2");
  files.set("/top.json", "{}");
  expect(names(files, "/")).toEqual(["a/", "top.json"]);
  expect(names(files, "/a")).toEqual(["b/"]);
  expect(names(files, "/a/b")).toEqual(["one.journey", "two.journey"]);
  expect(files.kindOf("/a/b")).toBe("folder");
  expect(files.kindOf("/a/b/one.journey")).toBe("file");
  expect(files.kindOf("/a/c")).toEqual(missing);
  expect(files.readText("/a/b/one.journey")).toEqual({ text: "1" });
  expect(files.readText("/a/b")).toEqual(missing);
});

it("forgets folders with their last file, however often it was told of it", () => {
  const files = new MemoryFiles();
  files.set("/a/b/one.journey", "1");
  files.set("/a/b/one.journey", "one");
  files.set("/a/two.journey", "2");
  files.set("/a/b/one.journey", undefined);
  files.set("/a/b/one.journey", undefined);
  expect(files.kindOf("/a/b")).toEqual(missing);
  expect(names(files, "/a")).toEqual(["two.journey"]);
  files.set("/a/two.journey", undefined);
  expect(names(files, "/")).toEqual([]);
  expect(files.kindOf("/")).toBe("folder");
});
