import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeExport } from "../../../src/export-json/write/write-export.js";
import { sideOfText } from "../../support/compare-texts.js";
import { runCommand } from "../../support/fake-host.js";
import { gitFolder } from "../../support/git-folder.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** `main` has a journey that ends in failure; `branch` parted before and has another description. */
function repository(): string {
  const journey = (description: string, end: string) =>
    `journey A {\n  description: "${description}"\n  start -> ${end}\n}\n`;
  const { folder, git } = gitFolder({ "a.journey": journey("one", "success") });
  const commit = (text: string) => {
    writeFileSync(join(folder, "a.journey"), text);
    git("commit", "-qam", "change");
  };
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

describe("journeyc diff --git without paths", () => {
  const text = "journey A {\n  start -> Ask\n\n  node Ask: UsernameCollector {\n    -> success\n  }\n}\n";
  const retries = (limit: number) => `journey B {
  start -> Again

  node Again: RetryLimitDecision {
    retryLimit: ${limit}

    Retry, Reject -> failure
  }
}
`;
  /** A repository in which a commit `main` holds files, and the working tree the ones of `changed` too. */
  function changedRepository(
    files: Readonly<Record<string, string>>,
    changed: Readonly<Record<string, string>>,
  ): string {
    const { folder } = gitFolder(files);
    for (const [path, content] of Object.entries(changed)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }
  const exported = (source: string) =>
    sideOfText(source)
      .model.journeys.map((each) => writeExport(each).text)
      .join("");

  test("tells changes of exports beside texts", async () => {
    const folder = changedRepository(
      { "journeys/a.journey": text, "exp/b.journey.json": exported(retries(3)), "package.json": "{}" },
      { "exp/b.journey.json": exported(retries(9)) },
    );
    const { code, output } = await runCommand(folder, ["diff", "--git", "HEAD"]);
    expect(output).toContain("~ Again: retryLimit: 3 → 9");
    expect(output).not.toContain("journey A");
    expect(code).toBe(1);
    expect((await runCommand(folder, ["diff", "--git", "HEAD", "."])).output).toBe(output);
  });

  test("tells changes of a configuration folder beside texts", async () => {
    const file = (limit: number) => {
      const tree = JSON.parse(exported(retries(limit))).trees.B;
      const [id, body] = Object.entries(tree.nodes)[0] as [string, unknown];
      return { tree: JSON.stringify(tree.tree), path: `Again - ${id}.json`, body: JSON.stringify(body) };
    };
    const at = (name: string) => `conf/realms/alpha/journeys/B/${name}`;
    const old = file(3);
    const folder = changedRepository(
      { "a.journey": text, [at("B.json")]: old.tree, [at(`nodes/${old.path}`)]: old.body },
      { [at(`nodes/${old.path}`)]: file(9).body },
    );
    const { output } = await runCommand(folder, ["diff", "--git", "HEAD"]);
    expect(output).toContain("retryLimit: 3 → 9");
  });

  test("takes the export of a journey that a text has for a build, and does not read what git ignores", async () => {
    const longer = text.replace("UsernameCollector", "PasswordCollector");
    const folder = changedRepository(
      { "a.journey": text, ".gitignore": "dist\n" },
      { "a.journey": longer, "out/A.journey.json": exported(text), "dist/B.journey.json": exported(retries(3)) },
    );
    const { output, talk } = await runCommand(folder, ["diff", "--git", "HEAD"]);
    expect(output).toContain("PasswordCollector");
    expect(output).not.toContain("duplicate-journey");
    expect(output).not.toContain("journey B");
    expect(talk).toBe("");
  });

  test("tells what was changed in an export by hand, whose text is as it was", async () => {
    const [built, edited] = [exported(retries(3)), exported(retries(9))];
    const folder = changedRepository(
      { "b.journey": retries(3), "dist/B.journey.json": built },
      {
        "dist/B.journey.json": edited,
      },
    );
    const { code, output } = await runCommand(folder, ["diff", "--git", "HEAD"]);
    expect([code, output]).toEqual([1, expect.stringContaining("~ Again: retryLimit: 3 → 9")]);
    // The text has changed too, so the export is what was built of it.
    writeFileSync(join(folder, "b.journey"), retries(5));
    expect((await runCommand(folder, ["diff", "--git", "HEAD"])).output).toContain("~ Again: retryLimit: 3 → 5");
  });

  test("a revision from before the first journey is empty; where there never was one, it says so", async () => {
    const { output } = await runCommand(changedRepository({ "package.json": "{}" }, { "a.journey": text }), [
      "diff",
      "--git",
      "HEAD",
    ]);
    expect(output).toContain("journey A");
    const none = await runCommand(gitFolder({ "package.json": "{}" }).folder, ["diff", "--git", "HEAD"]);
    expect(none.code).toBe(2);
    expect(none.talk).toContain("There are no journeys here");
  });
});

test("the configuration of a revision is not run", async () => {
  const journey = "journey A { start -> success }\n";
  const { folder, git } = gitFolder({ "a.journey": journey });
  git("checkout", "--quiet", "-b", "theirs");
  writeFileSync(join(folder, "journey.config.mjs"), 'throw new Error("was run");\n');
  writeFileSync(join(folder, "a.journey"), journey.replace("success", "failure"));
  git("add", "--all");
  git("commit", "--quiet", "--message", "theirs");
  expect((await runCommand(folder, ["diff", "--git", "HEAD~1..HEAD"])).talk).toContain("was run");
  git("checkout", "--quiet", "-");
  const { code, output, talk } = await runCommand(folder, ["diff", "--git", "HEAD..theirs"]);
  expect([code, talk, output]).toEqual([1, "", expect.stringContaining("failure")]);
});
