import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

// As `diff <(…)` does it: the path is that of an open descriptor.
test.skipIf(process.platform === "win32")("the pipe that a shell gives as a path is read", async () => {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: {
      contents:
        'import { readTextFile } from "./src/project/read-text.js"; console.log(JSON.stringify(readTextFile("/dev/stdin")));',
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: "node",
    write: false,
  });
  const script = `printf 'journey' | "$0" -e "$1"`;
  const { stdout } = spawnSync("bash", ["--norc", "-c", script, process.execPath, outputFiles[0]?.text ?? ""], {
    encoding: "utf8",
  });
  expect(JSON.parse(stdout)).toEqual({ text: "journey" });
});
