import { expect, test } from "vitest";
import { hostPaths } from "../../../src/cli/output/host-paths.js";
import { commandHost } from "../../support/fake-host.js";

const paths = (workingDirectory: string, environment: Readonly<Record<string, string>>) => {
  const pathOf = hostPaths({ ...commandHost(workingDirectory).host, environment });
  return [pathOf("a.journey"), pathOf("/repo/b.journey"), pathOf("<stdin>")];
};

test("paths begin where the code host says that the repository does", () => {
  expect(paths("/repo/sub", { GITHUB_WORKSPACE: "/repo" })).toEqual(["sub/a.journey", "b.journey", "stdin"]);
  expect(paths("/repo/sub", { CI_PROJECT_DIR: "/repo" })).toEqual(["sub/a.journey", "b.journey", "stdin"]);
  expect(paths("/repo/sub", {})).toEqual(["a.journey", "../b.journey", "stdin"]);
  // A run elsewhere, as of a tool's own tests, has nothing to do with that repository.
  expect(paths("/elsewhere", { GITHUB_WORKSPACE: "/repo" })[0]).toBe("a.journey");
});
