import { describe, expect, test } from "vitest";
import { checkFiles } from "../src/compile/compile.js";
import { applyFixes } from "../src/diagnostics/apply-fixes.js";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { SourceFile } from "../src/text/source-file.js";
import { once } from "./support/once.js";

const right = `param maxTries = 3

// Staff sign in with a password and a code.
journey Staff {
  description: "For staff"
  mustRun: false
  categories: ["Authentication"]

  start -> SignIn

  page SignIn {
    pageHeader: "Sign in"
    pageHeader.de: "Anmelden"

    node Name: UsernameCollector
    node Word: PasswordCollector

    -> Check
  }

  node Check: IdentityStoreDecision {
    TRUE -> Rate
    FALSE -> Tries
    LOCKED, CANCELLED -> failure
    EXPIRED -> failure
  }

  node Tries: RetryLimitDecision {
    retryLimit: "\${maxTries}"
    incrementUserAttributeOnFailure: true

    Retry -> SignIn
    Reject -> Lock
  }

  node Lock: AccountLockout {
    lockAction: "LOCK"

    -> failure
  }

  script RateRisk {
    file: "rate-risk.js"
  }

  node Rate: ScriptedDecision {
    script: RateRisk
    outcomes: ["low", "high"]

    low -> More
    high -> MakeCode
  }

  node MakeCode: OneTimePasswordGenerator {
    -> AskCode
  }

  node AskCode: OneTimePasswordCollectorDecision {
    true -> More
    false -> failure
  }

  node More: InnerTreeEvaluator {
    tree: "Profile"

    true -> success
    false -> failure
  }
}

journey Profile {
  innerTreeOnly: true

  start -> Ask

  node Ask: MessageNode {
    message: { en: "Go on?", de: "Weiter?" }
    messageYes: { en: "Yes", de: "Ja" }
    messageNo: { en: "No", de: "Nein" }

    true -> success
    false -> failure
  }
}
`;

function check(text: string): readonly Diagnostic[] {
  const source = new SourceFile("staff.journey", text);
  return checkFiles([source], { readText: () => ({ text: 'outcome = "low";' }) }).diagnostics;
}

function keyOf({ code, message }: Diagnostic): string {
  return `${code}: ${message}`;
}

const keysOf = once((text: string) => new Set(check(text).map(keyOf)));

/** What is said of a text with one mistake and not of the right one. */
function findingsOf(text: string): readonly Diagnostic[] {
  return check(text).filter((diagnostic) => !keysOf(right).has(keyOf(diagnostic)));
}

interface Mistake {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** What the help or the fix must say. */
  readonly remedy: string;
}

const tests: readonly Mistake[] = [
  ["a misspelt journey", "journey Staff", "jounrey Staff", "unknown-keyword", "`journey`"],
  ["a misspelt node", "node Tries", "nod Tries", "unknown-keyword", "`node`"],
  ["a misspelt target", "-> Check\n", "-> Chek\n", "unresolved-target", "`Check`"],
  ["a misspelt type", ": RetryLimitDecision", ": RetryLimitDecison", "unknown-node-type", "`RetryLimitDecision`"],
  [
    "a type as the console calls it",
    ": RetryLimitDecision",
    ': "Retry Limit Decision"',
    "unknown-node-type",
    "`RetryLimitDecision`",
  ],
  ["an outcome in another case", "TRUE -> Rate", "true -> Rate", "unknown-outcome", "`TRUE`"],
  ["a misspelt outcome", "Reject ->", "Rejct ->", "unknown-outcome", "`Reject`"],
  ["no arrow", "TRUE -> Rate", "TRUE Rate", "syntax-error", "->"],
  ["a colon for an arrow", "TRUE -> Rate", "TRUE: Rate", "colon-for-arrow", "`TRUE -> Rate`"],
  ["a colon for an arrow to an end", "Reject -> Lock", "Reject: failure", "colon-for-arrow", "`Reject -> failure`"],
  ["a colon at the start", "start -> SignIn", "start: SignIn", "colon-for-arrow", "`start -> SignIn`"],
  ["an arrow of JavaScript", "TRUE -> Rate", "TRUE => Rate", "foreign-spelling", "->"],
  ["an arrow of Unicode", "TRUE -> Rate", "TRUE → Rate", "foreign-spelling", "->"],
  ["a list without a comma", '["low", "high"]', '["low" "high"]', "syntax-error", ","],
  ["a text without quotes", 'description: "For staff"', "description: Staff", "misplaced-word", "quotes"],
  ["an allowed value without quotes", '"LOCK"', "LOCK", "misplaced-word", "quotes"],
  ["an allowed value in another case, without quotes", '"LOCK"', "Lock", "misplaced-word", '`"LOCK"`'],
  ["another value without quotes", '"LOCK"', "Freeze", "misplaced-word", '`"UNLOCK"`'],
  ["a misspelt true", "OnFailure: true", "OnFailure: ture", "misplaced-word", "`true`"],
  ["yes for true", "mustRun: false", "mustRun: no", "misplaced-word", "`false`"],
  ["True for true", "innerTreeOnly: true", "innerTreeOnly: True", "misplaced-word", "`true`"],
  ["another word for a flag", "mustRun: false", "mustRun: maybe", "misplaced-word", "`true`, `false`"],
  ["single quotes", '"LOCK"', "'LOCK'", "foreign-spelling", '"LOCK"'],
  ["smart quotes", '"LOCK"', "“LOCK”", "foreign-spelling", '"LOCK"'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
  ["a parameter without marks", '"${maxTries}"', "maxTries", "misplaced-word", "${maxTries}"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
  ["a parameter without quotes", '"${maxTries}"', "${maxTries}", "foreign-spelling", '"${maxTries}"'],
  ["a script in quotes", "script: RateRisk", 'script: "RateRisk"', "quoted-script", "`RateRisk`"],
  ["the file of a script", "script: RateRisk", 'script: "rate-risk.js"', "quoted-script", "`RateRisk`"],
  ["a misspelt script", "script: RateRisk", "script: RateRsk", "unknown-script", "`RateRisk`"],
  ["a misspelt inner journey", 'tree: "Profile"', 'tree: "Profil"', "unknown-inner-journey", '"Profile"'],
  ["fail for failure", "EXPIRED -> failure", "EXPIRED -> fail", "unresolved-target", "`failure`"],
  ["end for an end", "EXPIRED -> failure", "EXPIRED -> end", "unresolved-target", "`success` or `failure`"],
  ["null for an end", "EXPIRED -> failure", "EXPIRED -> null", "unresolved-target", "`success` or `failure`"],
  ["a capital at an end", "EXPIRED -> failure", "EXPIRED -> Failure", "unresolved-target", "`failure`"],
  ["a hash for a comment", "// Staff", "# Staff", "foreign-spelling", "//"],
  ["no closing quote", '"LOCK"', '"LOCK', "unterminated-string", '`"`'],
  ["a text over two lines", '"For staff"', '"For\n  staff"', "unterminated-string", '`"""`'],
  ["a misspelt property", "retryLimit:", "retryLimits:", "unknown-property", "`retryLimit`"],
  ["the end of a property's name", 'pageHeader: "Sign in"', 'header: "Sign in"', "unknown-property", "`pageHeader`"],
  ["a locale behind a dash", "pageHeader.de", "pageHeader-de", "unknown-property", "`pageHeader.de`"],
  ["a property in another case", 'pageHeader: "Sign in"', 'PageHeader: "Sign in"', "unknown-property", "`pageHeader`"],
  [
    "a locale where there is none",
    'lockAction: "LOCK"',
    'lockAction.de: "LOCK"',
    "misplaced-locale",
    "Leave out `.de`",
  ],
  ["a number in quotes", "OnFailure: true", 'OnFailure: "true"', "wrong-value-type", "`true`"],
  ["a semicolon", "Reject -> Lock", "Reject -> Lock;", "unexpected-character", "Remove it"],
  ["no closing brace", "    Reject -> Lock\n  }", "    Reject -> Lock", "unbalanced-brace", "`}`"],
  ["no opening brace", "node Lock: AccountLockout {", "node Lock: AccountLockout", "unbalanced-brace", "`{`"],
  ["a brace too many", "    Reject -> Lock\n  }", "    Reject -> Lock\n  }\n  }", "unbalanced-brace", "Remove it"],
  ["an arrow without outcome", "TRUE -> Rate", "-> Rate", "ambiguous-outcome", "`TRUE -> Rate`"],
  ["an outcome twice", "EXPIRED -> failure", "LOCKED -> failure", "duplicate-outcome", "Keep one"],
  ["an end in quotes", "EXPIRED -> failure", 'EXPIRED -> "failure"', "dangling-connection", "`failure` without quotes"],
  ["an arrow for a colon", "script: RateRisk", "script -> RateRisk", "foreign-spelling", "`script: RateRisk`"],
  [
    "the console's name without quotes",
    ": RetryLimitDecision",
    ": Retry Limit Decision",
    "unknown-node-type",
    "`RetryLimitDecision`",
  ],
  ["an allowed value in another case", '"LOCK"', '"lock"', "value-not-allowed", '`"LOCK"`'],
  ["a text for a list", '["Authentication"]', '"Authentication"', "wrong-value", '`["Authentication"]`'],
  ["a flag in quotes", "mustRun: false", 'mustRun: "false"', "wrong-value", "`false`"],
  ["a node's name of two words", "node Lock:", "node Lock it:", "syntax-error", "`LockIt`"],
  ["a name that begins with a digit", "node Lock:", "node 2Lock:", "syntax-error", "`_2Lock`"],
  ["the type before the name", "node Lock: AccountLockout", "node AccountLockout Lock", "syntax-error", "Lock:"],
  ["a page as a node", "page SignIn {", "node SignIn: PageNode {", "foreign-spelling", "`page SignIn`"],
  ["yes for an outcome", "true -> More", "yes -> More", "unknown-outcome", "`true`"],
  ["an arrow behind a target", "Retry -> SignIn", "Retry -> SignIn -> Lock", "syntax-error", "`SignIn` itself"],
  ["an else", "EXPIRED -> failure", "else -> failure", "unknown-outcome", "`EXPIRED -> failure`"],
  ["an arrow for all else", "EXPIRED -> failure", "* -> failure", "unknown-outcome", "`EXPIRED -> failure`"],
  ["a declaration that all uses spell otherwise", "page SignIn {", "page SingIn {", "misspelt-declaration", "`SignIn`"],
  ["a near name of a journey without quotes", 'tree: "Profile"', "tree: Profil", "misplaced-word", '`"Profile"`'],
  ["journey for tree", 'tree: "Profile"', 'journey: "Profile"', "unknown-property", "`tree`"],
  ["journey for tree, without quotes", 'tree: "Profile"', "journey: Profile", "unknown-property", '`tree: "Profile"`'],
  ["words in a list", '["low", "high"]', "[low, high]", "misplaced-word", "quotes"],
  ["a word in a list", '["Authentication"]', "[Authentication]", "misplaced-word", "quotes"],
  ["a word for a list", '["Authentication"]', "Authentication", "misplaced-word", '`["Authentication"]`'],
  ["words in an object", 'de: "Weiter?"', "de: Weiter so", "misplaced-word", "quotes"],
  ["an outcome in quotes in another case", "true -> More", '"True" -> More', "unconnected-outcome", "`true`"],
  ["the keyword behind the name", "node Lock:", "Lock node:", "syntax-error", "`node Lock`"],
  ["the keyword of a journey behind its name", "journey Staff {", "Staff journey {", "syntax-error", "`journey Staff`"],
  [
    "the colon behind the type",
    "node Lock: AccountLockout {",
    "node Lock AccountLockout: {",
    "syntax-error",
    "`Lock: AccountLockout`",
  ],
  ["an arrow of comments", "TRUE -> Rate", "TRUE--> Rate", "foreign-spelling", "->"],
  ["a name in single quotes", "node Lock:", "node 'Lock':", "foreign-spelling", "`Lock`"],
  ["a target in single quotes", "Reject -> Lock", "Reject -> 'Lock'", "foreign-spelling", "`Lock`"],
  ["a semicolon for an arrow", "-> Check\n", "; Check\n", "unexpected-character", "`->`"],
  ["nothing between two commas", '["low", "high"]', '["low", , "high"]', "syntax-error", "a value before"],
  ["a flag in single quotes", "mustRun: false", "mustRun: 'false'", "foreign-spelling", "`false`"],
  ["a text over two lines in an object", '"Go on?", de', '"Go\n  on?", de', "unterminated-string", '`"""`'],
  [
    "a page in a page",
    "node Word: PasswordCollector",
    "page Inner {\n      node Word: PasswordCollector\n    }",
    "misplaced-statement",
    "outer page",
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
  ["an unknown parameter", '"${maxTries}"', '"${maxTris}"', "unknown-param", "Did you mean `maxTries`?"],
].map(([name, from, to, code, remedy]) => ({ name, from, to, code, remedy }) as Mistake);

describe("a mistake of an author", () => {
  test("the right text has no errors", () => {
    expect(check(right).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(tests)("$name", ({ from, to, code, remedy }) => {
    expect(right.split(from).length).toBeGreaterThan(1);
    const wrong = right.replace(from, () => to);
    const findings = findingsOf(wrong);
    expect(findings.map(keyOf)).toHaveLength(1);
    const [finding] = findings;
    expect(finding!.code).toBe(code);
    const advice = [finding!.message, finding!.help, ...finding!.fixes.map(({ title }) => title)].join("\n");
    expect(advice).toContain(remedy);
    const { source, range } = finding!.place;
    const at = right.indexOf(from);
    const lineOf = (text: string, offset: number) => text.slice(0, offset).split("\n").length;
    expect(Math.abs(source.positionAt(range.start).line - lineOf(wrong, at))).toBeLessThanOrEqual(3);
  });

  test.each(tests)("$name: a fix restores the meaning, or none is offered", ({ from, to }) => {
    const wrong = right.replace(from, () => to);
    const findings = findingsOf(wrong);
    if (findings.every(({ fixes }) => fixes.length === 0)) return;
    const [mended] = applyFixes(findings);
    // Three of the mistakes stand for another meaning than that of the right text.
    const meant =
      to === "description: Staff"
        ? right.replace('"For staff"', '"Staff"')
        : to === "de: Weiter so"
          ? right.replace("Weiter?", "Weiter so")
          : to.endsWith(": failure")
            ? right.replace("Reject -> Lock", "Reject -> failure")
            : right;
    expect(mended!.text).toBe(meant);
  });
});
