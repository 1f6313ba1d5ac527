import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** `main` has a journey that ends in failure; `branch` parted before and has another description. */
function repository(): string {
  const journey = (description: string, end: string) =>
    `journey A {\n  description: "${description}"\n  start -> ${end}\n}\n`;
  const folder = temporaryFolder({ "a.journey": journey("one", "success") });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: folder });
  const commit = (text: string) => {
    writeFileSync(join(folder, "a.journey"), text);
    git("commit", "-qam", "change");
  };
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "base");
  git("switch", "-qc", "branch");
  commit(journey("two", "success"));
  git("switch", "-q", "main");
  commit(journey("one", "failure"));
  return folder;
}

describe("journeyc diff --git", () => {
  test("two dots compare the two revisions, three what the second one changed", async () => {
    const folder = repository();
    const two = (await runCommand(folder, ["diff", "--git", "main..branch"])).output;
    const three = (await runCommand(folder, ["diff", "--git", "main...branch"])).output;
    expect(two).toContain("start");
    expect(two).toContain("description");
    expect(three).not.toContain("start");
    expect(three).toContain("description");
  });

  test.each(["nope", "main..nope", "nope...main"])("%s: the revision that is not there is named", async (range) => {
    const { code, talk } = await runCommand(repository(), ["diff", "--git", range]);
    expect(code).toBe(2);
    expect(talk).toContain("no revision nope");
  });
});

describe("journeyc diff --fail-on", () => {
  const signIn = (end: string, text = "Hello") => `journey SignIn {
  start -> Ask
  page Ask {
    node Name: UsernameCollector
    node Secret: PasswordCollector
    -> Check
  }
  node Check: DataStoreDecision { true -> ${end}  false -> failure }
  node Code: OneTimePasswordCollectorDecision { true -> success  false -> failure }
  node Tell: Message { message: "${text}"  true -> Code  false -> failure }
}
`;
  const status = async (after: string, ...options: readonly string[]) => {
    const folder = temporaryFolder({ "old.journey": signIn("Tell"), "new.journey": after });
    return (await runCommand(folder, ["diff", "old.journey", "new.journey", ...options])).code;
  };

  test("security: only what weakens it counts", async () => {
    expect(await status(signIn("Tell", "Bye"), "--fail-on", "security")).toBe(0);
    expect(await status(signIn("success"), "--fail-on", "security")).toBe(1);
  });

  test("difference, which is the default: anything counts", async () => {
    expect(await status(signIn("Tell", "Bye"))).toBe(1);
    expect(await status(signIn("Tell", "Bye"), "--fail-on", "difference")).toBe(1);
    expect(await status(signIn("Tell"), "--fail-on", "difference")).toBe(0);
  });

  test("another word is wrong use", async () => {
    expect(await status(signIn("Tell"), "--fail-on", "secrets")).toBe(2);
  });
});
