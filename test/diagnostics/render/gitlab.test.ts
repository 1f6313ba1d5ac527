import { expect, test } from "vitest";
import { createDiagnostic } from "../../../src/diagnostics/diagnostic.js";
import { renderGitlab } from "../../../src/diagnostics/render/gitlab.js";
import { SourceFile } from "../../../src/text/source-file.js";

test("one issue a finding, each with a mark of its own", () => {
  const place = (file: string) => ({ source: new SourceFile(file, "one\ntwo\n"), range: { start: 4, end: 7 } });
  const finding = (file: string) => createDiagnostic("same-title", place(file), { title: "x", count: 2 });
  const issues = JSON.parse(renderGitlab([finding("a"), finding("a"), finding("b")], (path) => `top/${path}`)) as {
    readonly fingerprint: string;
  }[];
  expect(issues[0]).toMatchObject({
    check_name: "same-title",
    description: '2 nodes are called "x". Give each a name of its own.',
    severity: "info",
    location: { path: "top/a", lines: { begin: 2, end: 2 } },
  });
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});
