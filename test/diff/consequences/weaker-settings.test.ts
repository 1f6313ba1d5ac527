import { describe, expect, test } from "vitest";
import { lookUpType, typeIds } from "../../../src/catalogue/catalogue.js";
import type { SettingSecurity } from "../../../src/catalogue/node-type.js";
import { plainStyle } from "../../../src/diagnostics/render/style.js";
import { compare } from "../../../src/diff/compare.js";
import type { Consequence } from "../../../src/diff/difference.js";
import { renderText } from "../../../src/diff/render/text.js";
import { readExport } from "../../../src/export-json/read/read-export.js";
import type { Json } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { compareTexts } from "../../support/compare-texts.js";

const success = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";

/** An export with one node of a type, which leads to success, and with one setting. */
function sideOf(
  type: string,
  version: string,
  setting: Readonly<Record<string, Json>>,
  tree: Readonly<Record<string, Json>> = {},
) {
  const id = "11111111-2222-4333-8444-555555555555";
  const journey = {
    tree: {
      _id: "J",
      entryNodeId: id,
      ...tree,
      nodes: { [id]: { nodeType: type, version, displayName: "N", connections: { outcome: success } } },
    },
    nodes: { [id]: { _id: id, _type: { _id: type }, ...setting } },
  };
  const text = JSON.stringify({ trees: { J: journey } });
  return { model: readExport(new SourceFile("a.json", text), {}).model, findings: [] };
}

function consequences(...[before, after]: readonly ReturnType<typeof sideOf>[]): readonly Consequence[] {
  return compare(before!, after!, { layout: false }).difference.journeys.flatMap((each) =>
    each.kind === "journey-changed" ? each.consequences : [],
  );
}

const weaker = (found: readonly Consequence[]) =>
  found.flatMap((each) => (each.kind === "weaker-setting" ? [[each.node?.name, each.property, each.security]] : []));

/** A strong and a weak value. */
function valuesOf(weaker: SettingSecurity["weaker"], usual: Json | undefined): readonly [Json, Json] {
  if (typeof weaker === "boolean") return [!weaker, weaker];
  if (typeof weaker === "object") return [[weaker[0]!].flat()[0]!, [weaker.at(-1)!].flat()[0]!];
  const [low, high] = typeof usual === "string" ? ["3", "30"] : [3, 30];
  return weaker === "higher" ? [low!, high!] : [high!, low!];
}

const settings = [...typeIds()].flatMap((id) =>
  Object.entries(lookUpType(id)?.versions ?? {}).flatMap(([version, { properties }]) =>
    (properties ?? []).flatMap((property) =>
      property.security ? [{ id, version, ...property, security: property.security }] : [],
    ),
  ),
);

test("each setting of the catalogue with a direction is told in this direction, and not in the other", () => {
  const wrong = settings.filter(({ id, version, name, security, default: usual }) => {
    const [strong, weak] = valuesOf(security.weaker, usual).map((value) => sideOf(id, version, { [name]: value }));
    const loosened = weaker(consequences(strong!, weak!));
    const tightened = weaker(consequences(weak!, strong!));
    return JSON.stringify([loosened, tightened]) !== JSON.stringify([[["N", name, security.topic]], []]);
  });
  expect(wrong.map(({ id, name }) => `${id}.${name}`)).toEqual([]);
  expect(settings.length).toBeGreaterThan(100);
});

test("a direction fits its property: all values of a list are ordered, numbers are greater or smaller, flags on or off", () => {
  const unfit = settings.filter(({ security: { weaker }, type, enum: values, default: usual }) => {
    if (typeof weaker === "object")
      return JSON.stringify([...(values ?? [])].sort()) !== JSON.stringify(weaker.flat().sort());
    if (typeof weaker === "boolean") return type !== "boolean";
    return !(["integer", "number"].includes(type) || (type === "string" && Number.isFinite(Number(usual))));
  });
  expect(unfit.map(({ id, name }) => `${id}.${name}`)).toEqual([]);
});

describe("a setting that protects less", () => {
  const change = (type: string, name: string, before: Json | undefined, after: Json | undefined) =>
    weaker(
      consequences(
        sideOf(type, "1.0", before === undefined ? {} : { [name]: before }),
        sideOf(type, "1.0", after === undefined ? {} : { [name]: after }),
      ),
    );

  test("is judged by the default where it is not given", () => {
    expect(change("WebAuthnAuthenticationNode", "userVerificationRequirement", undefined, "DISCOURAGED")).toHaveLength(
      1,
    );
    expect(change("WebAuthnAuthenticationNode", "userVerificationRequirement", "REQUIRED", undefined)).toHaveLength(1);
    expect(change("WebAuthnAuthenticationNode", "userVerificationRequirement", undefined, "PREFERRED")).toEqual([]);
    expect(change("OneTimePasswordGeneratorNode", "length", undefined, 6)).toHaveLength(1);
  });

  test("is not guessed where it cannot be compared", () => {
    expect(change("RetryLimitDecisionNode", "retryLimit", 3, "&{esv.limit}")).toEqual([]);
    expect(change("SetSessionPropertiesNode", "maxSessionTime", undefined, 60)).toEqual([]);
    expect(change("SetPersistentCookieNode", "maxLife", 0, 60)).toEqual([]);
    expect(change("PushAuthenticationSenderNode", "pushType", "BIOMETRIC", "CHALLENGE")).toEqual([]);
    expect(change("WebAuthnRegistrationNode", "attestationPreference", "DIRECT", "OTHER")).toEqual([]);
  });

  test("may be the journey's", () => {
    const tree = (settings: Readonly<Record<string, Json>>) => sideOf("MessageNode", "1.0", {}, settings);
    const [inner, open] = [tree({ innerTreeOnly: true }), tree({})];
    expect(weaker(consequences(inner, open))).toEqual([[undefined, "innerTreeOnly", "session"]]);
    expect(weaker(consequences(open, inner))).toEqual([]);
    expect(weaker(consequences(tree({ maximumIdleTime: 30 }), tree({ maximumIdleTime: 60 })))).toHaveLength(1);
    expect(weaker(consequences(tree({ noSession: true }), tree({ noSession: false })))).toHaveLength(1);
    expect(weaker(consequences(tree({ mustRun: false }), tree({ mustRun: true })))).toEqual([]);
  });

  test("of a node that nobody can get to is no matter", () => {
    const journey = (length: number) => `journey J { start -> success
      node Make: OneTimePasswordGenerator { length: ${length} -> success } }\n`;
    const { journeys } = compareTexts(journey(8), journey(6)).difference;
    expect(journeys).toMatchObject([{ kind: "journey-changed", consequences: [] }]);
  });

  test("is told of a new node in the place of one of its type, by the value that was", () => {
    const journey = (name: string, minutes: number) => `journey J { start -> ${name}
      node ${name}: OneTimePasswordCollectorDecision { passwordExpiryTime: ${minutes} true -> success false -> failure } }\n`;
    const told = renderText(compareTexts(journey("Code", 5), journey("Other", 9)).difference, plainStyle);
    expect(told).toContain("! second factor: Other protects less: passwordExpiryTime 9, was 5\n");
    const tighter = renderText(compareTexts(journey("Code", 9), journey("Other", 5)).difference, plainStyle);
    expect(tighter).not.toContain("protects less");
  });
});
