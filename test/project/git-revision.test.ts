import { readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitRevision } from "../../src/project/git-revision.js";
import { gitFolder } from "../support/git-folder.js";

describe("the files of a revision", () => {
  test("lie where the working tree has them, as they were", () => {
    const { folder } = gitFolder({
      "a.journey": "old",
      "deep/er/b.json": "{}",
      "notes/readme.pdf": "",
      plain: "text",
    });
    writeFileSync(join(folder, "a.journey"), "new");
    rmSync(join(folder, "deep"), { recursive: true });
    const { files, has } = gitRevision(join(folder, "notes"), "HEAD");
    expect(files.readText(join(folder, "a.journey"))).toEqual({ text: "old" });
    expect(files.readText(join(folder, "deep/er/b.json"))).toEqual({ text: "{}" });
    expect(files.list(folder).map((entry) => [entry.name, entry.isFile(), entry.isDirectory()])).toEqual([
      ["a.journey", true, false],
      ["deep", false, true],
    ]);
    expect(files.kindOf(join(folder, "deep"))).toBe("folder");
    expect(files.kindOf(join(folder, "deep/er/b.json"))).toBe("file");
    expect(files.kindOf(join(folder, "gone.journey"))).toEqual({ problem: "no such file or folder" });
    expect(files.readText(join(folder, "gone.journey"))).toEqual({ problem: "no such file or folder" });
    expect(files.realPath(join(folder, "gone.journey"))).toEqual({ problem: "no such file or folder" });
    // Paths are from the folder that the command was called in.
    expect(["../a.journey", "..", "a.journey", "."].map(has)).toEqual([true, true, false, false]);
    expect(readdirSync(folder).sort()).toEqual([".git", "a.journey", "notes", "plain"]);
  });

  test("of other kinds are read where somebody names them", () => {
    const { folder } = gitFolder({ plain: "journey A {\n}\n" });
    const { files, has } = gitRevision(folder, "HEAD");
    expect([has("plain"), has(".")]).toEqual([true, false]);
    expect(files.readText(join(folder, "plain"))).toEqual({ text: "journey A {\n}\n" });
    expect(files.list(folder)).toEqual([]);
  });

  test("are plain files: links are passed over, and bytes that are no text refused", () => {
    const { folder, git } = gitFolder({ "a.journey": "old" });
    symlinkSync("a.journey", join(folder, "link.journey"));
    writeFileSync(join(folder, "bytes.journey"), Buffer.from([0xff, 0xfe]));
    git("add", "-A");
    git("commit", "-qm", "more");
    const { files, has } = gitRevision(folder, "HEAD");
    expect(has("link.journey")).toBe(false);
    expect(files.readText(join(folder, "bytes.journey"))).toEqual({ problem: "it is not UTF-8 text" });
  });

  test("end where the repository ends", () => {
    const { folder } = gitFolder({ "a.journey": "old" });
    const { has } = gitRevision(folder, "HEAD");
    expect(() => has("../other")).toThrow("../other is outside the repository");
    expect(has("..a")).toBe(false);
    expect(() => gitRevision(folder, "--output=x")).toThrow("--output=x is not a revision");
    expect(() => gitRevision(folder, "nowhere")).toThrow();
  });
});
