import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Answer {
  readonly parses: boolean;
  readonly value: string | null;
  readonly error: string | null;
}

const jar = "/usr/share/java/js.jar";
const runner = join(import.meta.dirname, "..", "support", "rhino", "RunTable.java");
const isThere = existsSync(jar) && spawnSync("javac", ["-version"]).status === 0;

/** What Rhino makes of each script. */
function inRhino(scripts: readonly string[]): readonly Answer[] {
  const input = `${scripts.map((script) => JSON.stringify(script)).join("\n")}\n`;
  const options = ["-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC", "-Duser.language=en", "-Duser.country=US"];
  const { stdout } = spawnSync("java", [...options, "-cp", jar, runner], { input, encoding: "utf8" });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Answer);
}

function table<Row extends { readonly script: string }>(file: string): readonly Row[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"));
}

test.skipIf(!isThere)("the tables are Rhino's (skipped where librhino-java and a JDK are absent)", () => {
  const parses = table<{ readonly script: string; readonly parses: boolean }>("parses.json");
  const values = table<{ readonly script: string; readonly value?: string; readonly throws?: true }>("values.json");
  const answers = inRhino([...parses, ...values].map(({ script }) => script));
  expect(answers.length).toBe(parses.length + values.length);
  expect(parses.map(({ script }, index) => ({ script, parses: answers[index]!.parses }))).toEqual(parses);
  const made = values.map(({ script }, index) => {
    const { value, error } = answers[parses.length + index]!;
    return error === null ? { script, value: value ?? "null" } : { script, throws: true };
  });
  expect(made).toEqual(values);
});
