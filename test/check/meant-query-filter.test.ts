import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { applyFixes } from "../../src/diagnostics/apply-fixes.js";
import { SourceFile } from "../../src/text/source-file.js";

const asking = (filter: string) => `journey Ask {
  start -> Who

  node Who: UsernameCollector {
    -> Find
  }

  node Find: IdentifyExistingUser {
    identifier: "userName"
    identityAttribute: "userName"

    true -> Wants
    false -> failure
  }

  node Wants: QueryFilterDecision {
    queryFilter: ${JSON.stringify(filter)}

    true -> success
    false -> failure
  }
}
`;

const findings = (filter: string) =>
  checkFiles([new SourceFile("a.journey", asking(filter))]).diagnostics.filter(
    ({ code }) => code === "broken-query-filter",
  );

describe("a filter in the words of another language", () => {
  test.each([
    ["preferences.updates == false", "/preferences/updates eq false"],
    ["preferences.updates eq false", "/preferences/updates eq false"],
    ["/city = 'Bonn'", '/city eq "Bonn"'],
    ['city === "Bonn" && age >= 18', 'city eq "Bonn" and age ge 18'],
    ["city != 'Bonn'", '!(city eq "Bonn")'],
    ["city <> 'Bonn' OR NOT mail LIKE '%@example.com%'", '!(city eq "Bonn") or !(mail co "@example.com")'],
    ["city == Bonn and mail eq a", 'city eq "Bonn" and mail eq "a"'],
    ["mail IS NULL", "!(mail pr)"],
    ["mail IS NOT NULL AND sn LIKE 'Mc%'", 'mail pr and sn sw "Mc"'],
    ["mail == null || mail.startsWith('a')", '!(mail pr) or mail sw "a"'],
    ["city IN ('Bonn', 'Ulm')", '(city eq "Bonn" or city eq "Ulm")'],
    ["!(a.b == 1 and c exists)", "!(/a/b eq 1 and c pr)"],
    ["(&(mail=*)(!(city=Bonn)))", 'mail pr and !(city eq "Bonn")'],
    ["(|(sn=Mc*)(&(cn=*x*)(mail=*)))", 'sn sw "Mc" or (cn co "x" and mail pr)'],
  ])("%s is turned round", (written, right) => {
    const [found, ...others] = findings(written);
    expect([found?.help, others]).toEqual([`Write \`${right}\`.`, []]);
    const [mended] = applyFixes(found === undefined ? [] : [found]);
    expect(mended?.text).toBe(asking(right));
  });

  test.each(["user has mail", "mail LIKE '_a%'", "a.b(c) == 1", "x in y", "(a=b"])(
    "of %s, nobody knows what is meant",
    (written) => {
      expect(findings(written).map(({ fixes }) => fixes)).toEqual([[]]);
    },
  );

  test.each(['/mail eq "a.b@example.com"', "mail pr and !(city eq 'Bonn')", "/a/b ge 1.5", '/a.b eq "&{esv.x}"'])(
    "%s is right",
    (written) => {
      expect(findings(written)).toEqual([]);
    },
  );
});
