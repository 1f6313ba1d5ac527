import { execFileSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTextFile } from "../../src/project/read-text.js";
import { runCommand } from "../support/fake-host.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("a pipe is refused: nobody may ever write to it", async () => {
  const folder = temporaryFolder({});
  execFileSync("mkfifo", [join(folder, "a.json")]);
  const problem = "it is a pipe or a device, not a file; `-` reads standard input";
  expect(readTextFile(join(folder, "a.json"))).toEqual({ problem });
  for (const command of ["check", "import", "build"]) {
    const { code, output, talk } = await runCommand(folder, [command, "a.json"]);
    expect([command, code]).not.toEqual([command, 0]);
    expect(output + talk).toContain(problem);
  }
});

test.each(["/dev/zero", "/dev/null", "/dev/tty"])("the device %s is refused", (path) => {
  expect(readTextFile(path)).toHaveProperty("problem");
});

test("a folder is refused, and a file that is larger than the largest text without being read", () => {
  const folder = temporaryFolder({ "large.json": "{}" });
  expect(readTextFile(folder)).toEqual({ problem: "it is a folder" });
  // The file system keeps no blocks for what was never written.
  truncateSync(join(folder, "large.json"), 50_000_000_000);
  expect(readTextFile(join(folder, "large.json"))).toEqual({ problem: "it is too large" });
});

test("bytes that are no UTF-8 are refused; a replacement character in the file is none of them", () => {
  const folder = temporaryFolder({ "good.txt": "a\ufffd\u{1f600}" });
  writeFileSync(join(folder, "bad.txt"), Buffer.from([0x61, 0xff]));
  expect(readTextFile(join(folder, "good.txt"))).toEqual({ text: "a\ufffd\u{1f600}" });
  expect(readTextFile(join(folder, "bad.txt"))).toEqual({ problem: "it is not UTF-8 text" });
});
