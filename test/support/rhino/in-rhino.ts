import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What Rhino makes of a script. */
export interface RhinoAnswer {
  readonly parses: boolean;
  /** The last value as a text. Of a script that throws, what it has put into a list `traced` until then, as JSON. */
  readonly value: string | null;
  readonly error: string | null;
}

const jar = "/usr/share/java/js.jar";
const runner = join(import.meta.dirname, "RunTable.java");

/** Whether `librhino-java` and a JDK are there. */
export const rhinoIsThere = existsSync(jar) && spawnSync("javac", ["-version"]).status === 0;

/** Runs scripts in Rhino, each in a scope of its own, after what stands before it in its list: one process for all. */
export function inRhino(scripts: readonly (string | readonly string[])[]): readonly RhinoAnswer[] {
  const input = `${scripts.map((script) => JSON.stringify(script)).join("\n")}\n`;
  const options = ["-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC", "-Duser.language=en", "-Duser.country=US"];
  const { stdout } = spawnSync("java", [...options, "-cp", jar, runner], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as RhinoAnswer);
}
