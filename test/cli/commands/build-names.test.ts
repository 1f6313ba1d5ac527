import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const journey = (name: string, label: string) => `journey ${name} {
  start -> Ask
  page Ask "${label}" {
    node User: UsernameCollector "${label}"

    -> success
  }
}
`;

it.each(["長".repeat(80), "x".repeat(240), `${"é".repeat(120)}😀`, "/".repeat(100), "𠮷".repeat(70)])(
  "labels that are longer than a file's name may be become names that fit: %s",
  async (label) => {
    const folder = temporaryFolder({ "a.journey": journey("A", label) });
    const built = await runCommand(folder, ["build", "-t", "frconfig", "-o", "out"]);
    expect(built.talk).toBe("");
    expect(built.code).toBe(0);
    const names = readdirSync(`${folder}/out`, { recursive: true }).map((path) => basename(String(path)));
    expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(255);
    expect((await runCommand(folder, ["import", "out", "-o", "back"])).code).toBe(0);
    expect((await runCommand(folder, ["build", "back", "-o", "again"])).code).toBe(0);
    await runCommand(folder, ["build", "a.journey", "-o", "straight"]);
    const same = await runCommand(folder, ["diff", "straight/A.journey.json", "again/A.journey.json"]);
    expect([same.code, same.talk]).toEqual([0, expect.any(String)]);
  },
);

it.each(["texts.json", "x.journey", "A.JSON"])("a folder is one, whatever its name ends in: %s", async (name) => {
  const folder = temporaryFolder({ [`${name}/A.journey`]: journey("A", "Ask"), "in/B.journey": journey("B", "Ask") });
  expect(await runCommand(folder, ["check", name])).toMatchObject({ code: 0 });
  expect(await runCommand(folder, ["build", name, "-o", "out"])).toMatchObject({
    code: 0,
    output: "written    out/A.journey.json\n",
  });
  expect(await runCommand(folder, ["build", "-o", "all"])).toMatchObject({
    output: expect.stringContaining("all/A.journey.json"),
  });
  await runCommand(folder, ["build", "in", "-o", `${name}.exports.json`]);
  expect(await runCommand(folder, ["import", `${name}.exports.json`, "-o", "back"])).toMatchObject({ code: 0 });
});
