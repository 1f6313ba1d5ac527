import { expect, test } from "vitest";
import { runCommand } from "../support/fake-host.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const text = (outcome: string, description = "Signs in") => `journey A {
  description: "${description}"

  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Secret: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> ${outcome}
  }
}
`;

async function codesOf(folder: string, file: string) {
  const { code, output } = await runCommand(folder, ["check", file, "--json"]);
  const { diagnostics } = JSON.parse(output);
  return { code, codes: diagnostics.map((each: { code: string }) => each.code) };
}

test("what a merge has left open in a text is an error until its mark is gone", async () => {
  const folder = temporaryFolder({
    "base.journey": text("failure"),
    "ours.journey": text("success", "Ours"),
    "theirs.journey": text("failure", "Theirs"),
  });
  expect((await runCommand(folder, ["merge", "base.journey", "ours.journey", "theirs.journey"])).code).toBe(1);
  const found = await codesOf(folder, "ours.journey");
  expect(found.code).toBe(1);
  expect(found.codes).toContain("open-conflict");
  expect((await codesOf(folder, "theirs.journey")).codes).not.toContain("open-conflict");
});

test("the same in an export, and an import tells it", async () => {
  const folder = temporaryFolder({
    "base.journey": text("failure"),
    "ours.journey": text("failure", "Ours"),
    "theirs.journey": text("failure", "Theirs"),
  });
  for (const side of ["base", "ours", "theirs"]) await runCommand(folder, ["build", `${side}.journey`, "-o", side]);
  const sides = ["base", "ours", "theirs"].map((side) => `${side}/A.journey.json`);
  expect((await runCommand(folder, ["merge", ...sides])).code).toBe(1);
  const { output } = await runCommand(folder, ["check", "ours/A.journey.json", "--json"]);
  const [found, ...others] = JSON.parse(output).diagnostics.filter(
    (each: { code: string }) => each.code === "open-conflict",
  );
  expect(others).toEqual([]);
  expect(found.severity).toBe("error");
  expect(found.message).toContain("description");
  const imported = await runCommand(folder, ["import", "ours/A.journey.json", "-o", "texts"]);
  expect(imported.code).toBe(1);
  expect(imported.talk).toContain("open-conflict");
});
