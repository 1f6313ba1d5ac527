import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainStyle } from "../../../src/diagnostics/render/style.js";
import { isAboutSecurity } from "../../../src/diff/consequences/consequences.js";
import type { Consequence } from "../../../src/diff/difference.js";
import { renderText } from "../../../src/diff/render/text.js";
import { compareTexts } from "../../support/compare-texts.js";

function outer(inner: string): string {
  return `journey Main {
  start -> Login

  node Login: InnerTreeEvaluator {
    tree: "${inner}"

    true -> success
    false -> failure
  }
}
`;
}

const nameOnly = "journey NameOnly { start -> Ask node Ask: UsernameCollector { -> success } }\n";
const check = "node Check: DataStoreDecision { true -> success false -> failure }";
const withPassword = `journey WithPassword { start -> Check ${check} }\n`;
const runs = (name: string, inner: string) =>
  `journey ${name} { start -> Run node Run: InnerTreeEvaluator { tree: "${inner}" true -> success false -> failure } }\n`;

function consequences(before: string, after: string): readonly Consequence[] {
  return compareTexts(before, after).difference.journeys.flatMap((each) =>
    each.kind === "journey-changed" ? each.consequences : [],
  );
}

function lines(before: string, after: string): readonly string[] {
  const told = renderText(compareTexts(before, after).difference, plainStyle).split("\n");
  return told.map((line) => line.trim()).filter((line) => /^(! |before)/.test(line));
}

describe("a node that runs another inner journey", () => {
  test("is weaker where that journey needs no password, and the paths show it", () => {
    const both = nameOnly + withPassword;
    expect(lines(outer("WithPassword") + both, outer("NameOnly") + both)).toEqual([
      "! password: Login runs NameOnly, was WithPassword, and in it no way to success has a password: start → Ask → success",
      "before: start → Check.true → success",
    ]);
    expect(lines(outer("NameOnly") + both, outer("WithPassword") + both)).toEqual([
      "! every way to success now passes a password: start → Login.true → success",
    ]);
  });

  test("is weaker too where the journey runs another one that lacks the check, and not where it runs one that has it", () => {
    const both = nameOnly + withPassword + runs("Weak", "NameOnly") + runs("Strong", "WithPassword");
    expect(lines(outer("Strong") + both, outer("Weak") + both)).toEqual([
      "! password: Login runs Weak, was Strong, and in it no way to success has a password: start → Run.true → success",
      "before: start → Run.true → success",
    ]);
    expect(lines(outer("WithPassword") + both, outer("Strong") + both)).toEqual([]);
  });

  test("is told as unknown where a journey is not given, unless nothing could be lost", () => {
    const given = outer("WithPassword") + withPassword;
    expect(lines(given, outer("Other") + withPassword)).toEqual([
      "! unknown inner journey: Login runs Other, was WithPassword; whether it checks less is not known, as Other is not given",
    ]);
    expect(lines(outer("Old"), outer("New"))).toEqual([
      "! unknown inner journey: Login runs New, was Old; whether it checks less is not known, as Old and New are not given",
    ]);
    const both = nameOnly + withPassword + runs("Hidden", "Missing");
    expect(lines(outer("WithPassword") + both, outer("Hidden") + both)).toEqual([
      "! unknown inner journey: Login runs Hidden, was WithPassword; whether it checks less is not known, as they run journeys that are not given",
    ]);
    expect(lines(outer("NameOnly") + both, outer("Hidden") + both)).toEqual([]);
  });

  test("is weaker by failing checks that lead on", () => {
    const lax = withPassword.replace("WithPassword", "Lax").replace("false -> failure", "false -> success");
    const both = withPassword + lax;
    expect(lines(outer("WithPassword") + both, outer("Lax") + both)).toEqual([
      "! password: Login runs Lax, was WithPassword, and in it success needs no password: start → Check.false → success",
      "before: start → Check.true → success",
    ]);
  });

  test("loses nothing where the other checks one thing or the other, as before", () => {
    const either = (name: string, code: string) => `journey ${name} { start -> Pick
      node Pick: ChoiceCollector { choices: ["a", "b"] defaultChoice: "a" prompt: "?" a -> Check b -> Code }
      ${check} node Code: OneTimePasswordCollectorDecision { true -> success false -> ${code} } }\n`;
    const both = either("Either", "failure") + either("Both", "Pick") + either("Lax", "success");
    expect(lines(outer("Either") + both, outer("Both") + both)).toEqual([]);
    expect(lines(outer("Either") + both, outer("Lax") + both)).toEqual([
      "! password: Login runs Lax, was Either, and in it success needs no password or a second factor: start → Pick.b → Code.false → success",
      "before: start → Pick.a → Check.true → success",
    ]);
  });
});

test("a check that every way passed, by one node or the other, is lost by a way past both", () => {
  const journey = (no: string) => `journey J { start -> Pick
    node Pick: ChoiceCollector { choices: ["a", "b", "c"] defaultChoice: "a" prompt: "?" a -> Code b -> Key c -> ${no} }
    node Code: OneTimePasswordCollectorDecision { true -> success false -> failure }
    node Key: WebAuthnAuthentication { success -> success else -> failure } }\n`;
  expect(lines(journey("failure"), journey("success"))).toEqual([
    "! second factor: success no longer needs a second factor: start → Pick.c → success",
  ]);
  expect(lines(journey("success"), journey("failure"))).toContain(
    "! every way to success now passes a second factor: start → Pick.a → Code.true → success",
  );
});

/** Journeys that run each other, in circles too: of each node, what its outcomes lead to. */
type Sketch = ReadonlyMap<string, ReadonlyMap<string, Node>>;

interface Node {
  readonly kind: "plain" | "check" | "run";
  /** The inner journey. */
  readonly inner: string;
  readonly yes: string;
  readonly no: string;
}

const journeyNames = ["P", "Q", "R"];
const nodeNames = ["A", "B", "C"];

const sketches = fc
  .array(
    fc.array(
      fc.record({
        kind: fc.constantFrom("plain" as const, "check" as const, "run" as const),
        inner: fc.constantFrom(...journeyNames, "Missing"),
        yes: fc.constantFrom(...nodeNames, "success", "success", "failure"),
        no: fc.constantFrom(...nodeNames, "success", "failure", "failure"),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    { minLength: 3, maxLength: 3 },
  )
  .map(
    (journeys): Sketch =>
      new Map(
        journeys.map((nodes, index) => [
          journeyNames[index] ?? "",
          new Map(nodes.map((node, at) => [nodeNames[at] ?? "", node])),
        ]),
      ),
  );

function textOf(sketch: Sketch): string {
  return [...sketch]
    .map(([name, nodes]) => {
      const lines = [...nodes].map(([id, { kind, inner, yes, no }]) => {
        const head =
          kind === "plain"
            ? `AccountActiveDecision {`
            : kind === "check"
              ? "DataStoreDecision {"
              : `InnerTreeEvaluator { tree: "${inner}"`;
        return `node ${id}: ${head} true -> ${yes} false -> ${no} }`;
      });
      return `journey ${name} { start -> A ${lines.join("\n")} }\n`;
    })
    .join("");
}

/** The runs of a journey to success. */
interface Runs {
  /** Whether some run makes no check, or makes one. */
  readonly free: boolean;
  readonly checking: boolean;
  /** Whether there is a run at all. */
  readonly any: boolean;
}

/** Follows every path, and into inner journeys as long as none runs itself. `isOptimist`: what is not given does whatever is asked of it. */
function runsOf(sketch: Sketch, journey: string, isOptimist: boolean, stack: readonly string[] = []): Runs {
  const nodes = sketch.get(journey);
  if (nodes === undefined) return { free: isOptimist, checking: isOptimist, any: isOptimist };
  const found = { free: false, checking: false, any: false };
  const walk = (at: string, path: readonly string[], isFree: boolean, isChecked: boolean, runs: boolean) => {
    if (at === "success") {
      if (runs) found.any = true;
      if (isFree) found.free = true;
      if (isChecked) found.checking = true;
    }
    const node = nodes.get(at);
    // A second visit may be the way to a check.
    if (node === undefined || path.filter((each) => each === at).length > 1) return;
    const inner =
      node.kind !== "run" || stack.includes(node.inner) || node.inner === journey
        ? { free: node.kind === "plain", checking: node.kind === "check", any: node.kind !== "run" }
        : runsOf(sketch, node.inner, isOptimist, [...stack, journey]);
    walk(node.yes, [...path, at], isFree && inner.free, isChecked || inner.checking, runs && inner.any);
    walk(node.no, [...path, at], isFree, isChecked, runs);
  };
  walk("A", [], true, false, true);
  return found;
}

test("what an exchange of inner journeys can lose is what following every run gives", () => {
  const rank = (checked: boolean, free: boolean) => (!free ? 2 : checked ? 1 : 0);
  /** The fewest and the most ways on which a journey checks, and whether it can succeed. */
  const range = (sketch: Sketch, journey: string) => {
    const certain = runsOf(sketch, journey, false);
    const possible = runsOf(sketch, journey, true);
    return {
      least: rank(certain.checking, possible.free),
      most: rank(possible.checking, certain.free),
      succeeds: possible.any,
    };
  };
  fc.assert(
    fc.property(sketches, (sketch) => {
      // No node of these journeys checks a second factor, but one that is not given may.
      const judged = [sketch, withoutChecks(sketch)].map((each) => {
        const [old, now] = [range(each, "P"), range(each, "Q")];
        if (!old.succeeds || !now.succeeds) return "same";
        return now.most < old.least ? "inner-weaker" : now.least < old.most ? "inner-unknown" : "same";
      });
      const text = textOf(sketch);
      const found = consequences(outer("P") + text, outer("Q") + text);
      const kinds = found.filter(isAboutSecurity).map(({ kind }) => kind);
      const expected = (["inner-weaker", "inner-unknown"] as const).find((kind) => judged.includes(kind));
      expect(kinds.filter((kind) => kind.startsWith("inner-"))).toEqual(expected === undefined ? [] : [expected]);
    }),
    { numRuns: 150 },
  );
});

function withoutChecks(sketch: Sketch): Sketch {
  const plain = (node: Node): Node => (node.kind === "check" ? { ...node, kind: "plain" } : node);
  return new Map(
    [...sketch].map(([name, nodes]) => [name, new Map([...nodes].map(([id, node]) => [id, plain(node)]))]),
  );
}
