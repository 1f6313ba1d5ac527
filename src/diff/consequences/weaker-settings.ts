import type { NodeProperty, SettingSecurity } from "../../catalogue/node-type.js";
import { journeyDefaults } from "../../model/journey-defaults.js";
import { settingSecurity } from "../../model/journey-setting.js";
import { defaultOf, propertiesByName } from "../../model/known-properties.js";
import type { JourneyNode } from "../../model/model.js";
import type { Json } from "../../text/json.js";
import type { Consequence } from "../difference.js";
import { type JourneyPair, labelOf } from "../journey-pair.js";
import { type ComparedVersion, reachedNodes, type Versions } from "./versions.js";

/** Finds settings, of nodes that a user can get to and of the journey, whose values protect less than before. */
export function weakerSettings({ before, after }: Versions, pair: JourneyPair): readonly Consequence[] {
  const gone = withInnerNodes(before).filter((node) => before.partnerOf(node) === undefined);
  const ofNodes = withInnerNodes(after).flatMap((node) => {
    const partner = after.partnerOf(node);
    // A new node stands in the place of those of its type that are gone.
    const olds = partner === undefined ? gone.filter(({ typeId }) => typeId === node.typeId) : [partner];
    return settingsWithSecurity(node).flatMap(({ name, property, security }): readonly Consequence[] => {
      const [first, ...others] = olds.map((old) => settingOf(old, name, property));
      const weakerOf = (old: Json | undefined, value: Json | undefined) =>
        isWeaker(security.weaker, old, value, property.default) ? value : old;
      const was = others.reduce(weakerOf, first);
      const now = settingOf(node, name, property);
      if (!isWeaker(security.weaker, was, now, property.default)) return [];
      return [weakerSetting({ node: labelOf(node) }, name, was ?? null, now ?? null, security)];
    });
  });
  return [...ofNodes, ...weakerJourneySettings(pair)];
}

function weakerJourneySettings({ before, after }: JourneyPair): readonly Consequence[] {
  const defaults = journeyDefaults("");
  return [...settingSecurity].flatMap(([name, security]): readonly Consequence[] => {
    const [was, now] = [before, after].map(({ settings }) => settings.get(name)?.value ?? defaults.get(name));
    // Where a flag is not given, it is off.
    const absent = typeof security.weaker === "boolean" ? false : undefined;
    if (!isWeaker(security.weaker, was ?? absent, now ?? absent, undefined)) return [];
    return [weakerSetting({}, name, was ?? absent ?? null, now ?? absent ?? null, security)];
  });
}

function weakerSetting(
  of: { readonly node?: ReturnType<typeof labelOf> },
  property: string,
  before: Json,
  after: Json,
  { topic }: SettingSecurity,
): Consequence {
  return { kind: "weaker-setting", ...of, property, before, after, security: topic };
}

interface SecuritySetting {
  readonly name: string;
  readonly property: NodeProperty;
  readonly security: SettingSecurity;
}

function settingsWithSecurity({ type, version }: JourneyNode): readonly SecuritySetting[] {
  return [...(propertiesByName(type, version)?.values() ?? [])].flatMap((property) =>
    property.security === undefined ? [] : [{ name: property.name, property, security: property.security }],
  );
}

/** The values of a node's settings that protect something, as a text. */
export function protectionOf(node: JourneyNode): string {
  return JSON.stringify(
    settingsWithSecurity(node).map(({ name, property }) => [name, settingOf(node, name, property) ?? null]),
  );
}

function settingOf(node: JourneyNode, name: string, property: NodeProperty): Json | undefined {
  return node.properties.get(name)?.value ?? defaultOf(property, undefined);
}

/** Whether the new value protects less than the old one. Values that cannot be compared, such as placeholders, are never weaker. */
function isWeaker(
  weaker: SettingSecurity["weaker"],
  before: Json | undefined,
  after: Json | undefined,
  usual: Json | undefined,
): boolean {
  if (typeof weaker === "boolean") return typeof before === "boolean" && before !== weaker && after === weaker;
  if (typeof weaker === "object") {
    const [was, now] = [before, after].map((value) => weaker.findIndex((step) => isIn(step, value)));
    return was !== undefined && now !== undefined && was >= 0 && now > was;
  }
  const [was, now] = [before, after].map(numberIn);
  if (was === undefined || now === undefined) return false;
  // Where 0 is no usual value, it may stand for no limit at all.
  if ((was === 0 || now === 0) && numberIn(usual) !== 0) return false;
  return weaker === "higher" ? now > was : now < was;
}

function isIn(step: string | readonly string[], value: Json | undefined): boolean {
  return typeof step === "string" ? step === value : typeof value === "string" && step.includes(value);
}

/** A number, also where the platform keeps it as a text. */
function numberIn(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function withInnerNodes(version: ComparedVersion): readonly JourneyNode[] {
  return reachedNodes(version).flatMap((node) => [node, ...node.children]);
}
