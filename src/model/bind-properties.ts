import { checkValue, isOfItem, type ProblemAt } from "../catalogue/check-value.js";
import type { NodeProperty, NodeType } from "../catalogue/node-type.js";
import { problemDiagnostic } from "../catalogue/problem-diagnostic.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { NodeDeclaration, PageDeclaration, PageMember, Property } from "../syntax/ast.js";
import { builtNodeMembers, isEndName } from "../syntax/reserved-names.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import { bindSetting, hasBareWord, isAbsent as isCalledAbsent } from "./bind-plain-properties.js";
import type { WordRule } from "./bind-value.js";
import { isMeantAsArrow, reportColonForArrow, reportConnections, writtenTarget } from "./colon-for-arrow.js";
import { helpOnDuplicate, helpOnSecondText } from "./duplicate-help.js";
import { type ExpectedValue, expectedBy } from "./expected-value.js";
import { isUnknownProperty, type KnownVersion } from "./known-properties.js";
import type { Setting } from "./model.js";
import { hasBodiesOfServer, isLikeNone, mayKnowMore, unknownToCatalogue } from "./newer-property.js";
import type { NodeDraft } from "./node-table.js";
import type { ResolvedType } from "./node-types.js";
import { reportQuotedScript } from "./quoted-script.js";
import { type JourneyScope, placeIn } from "./scope.js";
import { type MeantProperty, meantProperty } from "./unknown-property.js";
import { adviseOnForm, adviseOnPercentage, adviseOnTurned, adviseOnValue } from "./value-advice.js";
import { withoutWrapper } from "./wrapped-properties.js";

/** The settings that the author gives a node; defaults are added later. */
export interface GivenProperties {
  readonly settings: Map<string, Setting>;
  /** `_outcomes` and `_type`. */
  readonly overrides: ReadonlyMap<string, Setting>;
  /** Keys that are `absent`, or whose value the parser could not read. They get no default and are not reported as missing. */
  readonly left: ReadonlySet<string>;
  /** Those of them that are `absent`. */
  readonly absent: ReadonlySet<string>;
  /** Whether a name is nearly that of a property, or a value of another kind: what depends on it is not known then. */
  readonly isMisspelt: boolean;
}

/** `next: Check` in a node with one outcome, which is not called so, or in a page, where the only arrow needs no outcome. */
function isArrowWord(key: string, { outcomes }: KnownVersion, isPage: boolean): boolean {
  const only = outcomes?.outcomes.length === 1 ? outcomes.outcomes[0] : undefined;
  const isNone = isPage || (only !== undefined && only.id !== key);
  return isNone && /^(?:go_?to|next|then|to|target|outcome|default)$/i.test(key);
}

interface Group {
  readonly key: string;
  readonly first: Property;
  plain: Property | undefined;
  /** By locale; most properties have none. */
  locales: Map<string, Property> | undefined;
}

/** A text of one locale. */
const anyText: ExpectedValue = { choices: [], fits: (value) => typeof value === "string" };

const overridable: ReadonlySet<string> = new Set(["_outcomes", "_type"]);
const noOverrides: GivenProperties["overrides"] = new Map();
const noKeys: GivenProperties["left"] = new Set();

/**
 * Binds the properties of a node: joins the locales of a text, resolves scripts, judges values, and reports keys that the
 * type does not have.
 */
export function bindProperties(
  { declaration, idRange }: NodeDraft,
  { type, known }: ResolvedType,
  scope: JourneyScope,
): GivenProperties {
  const settings = new Map<string, Setting>();
  let overrides: Map<string, Setting> | undefined;
  let left: Set<string> | undefined;
  let absent: Set<string> | undefined;
  let isMisspelt = false;
  /** Where something else says that the type is another one than the author means: an arrow, or the first property that is not known at all. */
  let restsOn: readonly Place[] | undefined;
  let hasOther = false;
  const isOfServer =
    idRange !== undefined &&
    hasBodiesOfServer(scope.exportOptions) &&
    (type === undefined || mayKnowMore(type, scope.identityResource));
  const written: readonly PageMember[] = declaration.members;
  const members = type === undefined ? written : withoutWrapper(written, { id: type.id, known }, scope);
  const groups = grouped(members, known, scope);
  for (const group of groups.values()) {
    const { key } = group;
    if (builtNodeMembers.has(key)) {
      scope.reporter.report("reserved-setting", placeIn(scope, group.first.key.range), { name: key });
      continue;
    }
    const definition = known.properties?.get(key);
    if (definition === undefined && known.complete && reportConnections(group.first, scope)) continue;
    if (definition === undefined && !overridable.has(key) && isArrow(group, known, groups, scope)) {
      reportColonForArrow(group.first, scope, isArrowWord(key, known, declaration.kind === "page") ? "" : key);
      continue;
    }
    if (type !== undefined && !overridable.has(key) && isUnknownProperty(key, type, known)) {
      restsOn ??= outcomePlaces(members, scope);
      const meant = reportUnknown(group, { declaration, type, known, groups, restsOn, isOfServer }, scope);
      if (meant?.isOther === true && !hasOther) {
        hasOther = true;
        restsOn = [...restsOn, placeIn(scope, group.first.key.range)];
      }
      isMisspelt ||= meant?.extras.help !== undefined && meant.isOther !== true;
      const withValue = meant?.withValue === true || hasBareWord(group.first.value);
      for (const name of [meant?.required, withValue ? key : undefined]) {
        if (name === undefined) continue;
        left ??= new Set();
        left.add(name);
      }
      if (withValue) continue;
    }
    const isAbsent = isLeftOut(group);
    if (isAbsent) {
      absent ??= new Set();
      absent.add(key);
    }
    const setting = isAbsent ? undefined : bindGroup(group, definition, known, scope);
    if (setting === undefined) {
      left ??= new Set();
      left.add(key);
    } else if (overridable.has(key)) {
      overrides ??= new Map();
      overrides.set(key, setting);
    } else {
      settings.set(key, setting);
      if (definition?.reference?.kind === "script" && reportQuotedScript(group.plain?.value, scope)) continue;
      // Outcomes may depend on what the value should be.
      if (scope.unsound.has(setting)) isMisspelt = true;
      if (definition !== undefined && judge(setting, definition, scope)) isMisspelt = true;
    }
  }
  // Most nodes have neither.
  return { settings, overrides: overrides ?? noOverrides, left: left ?? noKeys, absent: absent ?? noKeys, isMisspelt };
}

/**
 * Of a type whose properties are not known, a property may also name a script. `journey: Profile` is no arrow where the node needs
 * to know its journey.
 */
function isArrow(
  { first }: Group,
  known: KnownVersion,
  given: ReadonlyMap<string, Group>,
  scope: JourneyScope,
): boolean {
  const { key, value } = first;
  const isOutcome = known.outcomes?.outcomes.some(({ outcome }) => outcome === key.text) === true;
  const target = value && writtenTarget(value);
  // `"true": "Check"`
  if (isOutcome && value?.kind === "string" && target !== undefined)
    return isEndName(target) || scope.nodes.byName.has(target);
  if (value?.kind !== "name" || !isMeantAsArrow(first, scope.nodes)) return false;
  const lacksJourney = known.demanded.some(
    (name) => !given.has(name) && known.properties?.get(name)?.reference?.kind === "tree",
  );
  if (lacksJourney && !isOutcome && scope.journeyIds.has(value.text)) return false;
  const near = isOutcome ? undefined : nearestName(key.text, known.properties?.keys() ?? []);
  const namesScript = near !== undefined && known.properties?.get(near)?.reference?.kind === "script";
  if (namesScript && scope.scripts.has(value.text)) return false;
  return known.complete || !scope.scripts.has(value.text);
}

function isLeftOut({ plain, locales }: Group): boolean {
  return isCalledAbsent(plain?.value) && locales === undefined;
}

function outcomePlaces(members: readonly PageMember[], scope: JourneyScope): readonly Place[] {
  return members.flatMap((member) =>
    member.kind === "edge" ? member.outcomes.map(({ range }) => placeIn(scope, range)) : [],
  );
}

/** The node of a property that its type does not have. */
interface OwnerOfUnknown {
  readonly declaration: NodeDeclaration | PageDeclaration;
  readonly type: NodeType;
  readonly known: KnownVersion;
  readonly groups: ReadonlyMap<string, Group>;
  readonly restsOn: readonly Place[];
  /** Whether a server that may know more than the catalogue wrote what the text was imported from. */
  readonly isOfServer: boolean;
}

/** Reports a property that the type does not have; answers what it is meant to be. */
function reportUnknown(
  { first }: Group,
  { declaration, type, known, groups, restsOn, isOfServer }: OwnerOfUnknown,
  scope: JourneyScope,
): MeantProperty | undefined {
  // The parser has reported a word without a value.
  if (first.value === undefined) return undefined;
  const isTaken = (name: string) => {
    const group = groups.get(name);
    const { locale } = first;
    return (locale === undefined ? group?.plain : group?.locales?.get(locale.text)) !== undefined;
  };
  const meant = meantProperty(first, known, { declaration, given: groups, isTaken }, scope);
  const { extras, required } = meant;
  // What is required is missing then, or a word has no meaning: that is an error, and is told in this way.
  const isError = required !== undefined || hasBareWord(first.value);
  const isNewer = isOfServer && !isError && isLikeNone(first.key.text, [...(known.properties?.keys() ?? [])]);
  if (isNewer) {
    const args = { type: type.id, property: first.key.text, isOfServer };
    scope.reporter.report("unknown-property", placeIn(scope, first.key.range), args, unknownToCatalogue);
    return undefined;
  }
  const severity = isError ? ({ severity: "error" } as const) : {};
  const rest = meant.isOther === true ? { restsOn } : {};
  const place = placeIn(scope, first.key.range);
  const args = { type: type.id, property: first.key.text };
  scope.reporter.report("unknown-property", place, args, { ...extras, ...severity, ...rest });
  return meant;
}

/** Checks a value against the catalogue, unless something about it has been reported already. Answers whether it is of another kind. */
function judge(setting: Setting, definition: NodeProperty, scope: JourneyScope): boolean {
  const problems = [...checkValue(definition, setting.value), ...digitsForFraction(definition, setting)];
  if (problems.length === 0 || scope.unsound.has(setting)) return false;
  const placeOf = ({ pointer }: ProblemAt) => setting.inner?.get(pointer) ?? setting.place;
  const ofItems = problems.filter(isOfItem);
  for (const problem of problems) {
    // All items of a list are mostly wrong in the same way.
    const isFirst = problem === ofItems[0];
    if (!isFirst && ofItems.includes(problem)) continue;
    const place = placeOf(problem);
    const diagnostic = problemDiagnostic({ property: definition.name, ...problem }, place);
    const others = isFirst ? ofItems.slice(1) : [];
    const related = others.slice(0, mostShown).map((other) => ({ place: placeOf(other), message: "So is this" }));
    // What is wrong inside of a text, such as the marks of a parameter, or with the parameter, tells more.
    const isText = ["type", "form"].includes(problem.problem.kind) && typeof problem.found === "string";
    const restsOn = isText ? { restsOn: [place, ...parametersAt(place, scope)] } : {};
    const advice = [problem, ...others].map((each) => {
      const at = placeOf(each);
      return adviceOn(each, definition, at.parameter ?? at);
    });
    scope.reporter.add({ ...diagnostic, ...together(advice), related, ...restsOn });
  }
  return problems.some(({ problem }) => problem.kind === "type");
}

const mostShown = 9;

/** The advice on the items of a list: one for all where each is known, or else that on the first, without its fix. */
function together(advice: readonly DiagnosticExtras[]): DiagnosticExtras {
  const [first = {}, ...others] = advice;
  if (others.length === 0) return first;
  const help = first.help === undefined ? {} : { help: first.help };
  const fixes = advice.map((each) => each.fixes?.[0]);
  const [known] = fixes;
  if (known === undefined || fixes.includes(undefined)) return help;
  const edits = fixes.flatMap((fix) => fix?.edits ?? []);
  const written = edits.map(({ text }) => `\`${text}\``).join(", ");
  return { help: `Write ${written}.`, fixes: [{ title: `${known.title} and so on`, edits }] };
}

/** The lines that declare the parameters of a text. */
function parametersAt({ source, range }: Place, { parameters }: JourneyScope): readonly Place[] {
  return [...source.slice(range).matchAll(/\$\{([^{}]+)\}/g)].flatMap(([, name = ""]) => {
    const declared = parameters.get(name)?.place;
    if (declared === undefined) return [];
    const { line } = declared.source.positionAt(declared.range.start);
    return [{ source: declared.source, range: { ...declared.range, end: declared.source.lineStart(line + 1) } }];
  });
}

/** `60.000` for a whole number: 60, though whoever writes so means 60000. */
function digitsForFraction({ type }: NodeProperty, { value, place, explicit }: Setting): readonly ProblemAt[] {
  if (type !== "integer" || typeof value !== "number" || !explicit || !Number.isInteger(value)) return [];
  if (!/^[1-9]\d{0,2}\.000$/.test(place.source.slice(place.range))) return [];
  return [{ pointer: "", found: value, problem: { kind: "type", expected: "integer" } }];
}

function adviceOn({ pointer, found, problem }: ProblemAt, definition: NodeProperty, place: Place): DiagnosticExtras {
  if (problem.kind === "turned") return adviseOnTurned(problem.meant, place);
  if (problem.kind === "maximum") return adviseOnPercentage(found, expectedBy(definition));
  if (problem.kind !== "type" && problem.kind !== "enum" && problem.kind !== "form") return {};
  if (problem.kind === "form" && problem.example !== undefined) return adviseOnForm(problem, pointer, place);
  return adviseOnValue(found, pointer, expectedBy(definition), place);
}

function grouped(
  members: readonly PageMember[],
  { properties }: KnownVersion,
  scope: JourneyScope,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const property of members) {
    if (property.kind !== "property") continue;
    const key = property.key.text;
    let group = groups.get(key);
    if (group === undefined) {
      group = { key, first: property, plain: undefined, locales: undefined };
      groups.set(key, group);
    }
    const locale = property.locale?.text;
    if (locale === undefined ? group.plain !== undefined : group.locales?.has(locale) === true) {
      const written = locale === undefined ? key : `${key}.${locale}`;
      const given = [
        ...(group.locales?.keys() ?? []),
        ...(group.plain === undefined ? [] : [scope.options.defaultLocale]),
      ];
      const isLocalised = properties?.get(key)?.localized === true;
      const extras =
        locale !== undefined
          ? helpOnDuplicate(locale, given, scope)
          : isLocalised && group.plain !== undefined
            ? helpOnSecondText([group.plain, property], localesOf(key, members, scope), scope)
            : {};
      scope.reporter.report("duplicate-property", placeIn(scope, property.key.range), { property: written }, extras);
    } else if (locale === undefined) {
      group.plain = property;
    } else {
      group.locales ??= new Map();
      group.locales.set(locale, property);
    }
  }
  return groups;
}

/** The locales in which a text is given in all of the node. */
function localesOf(key: string, members: readonly PageMember[], { options }: JourneyScope): ReadonlySet<string> {
  const found = new Set([options.defaultLocale]);
  for (const member of members)
    if (member.kind === "property" && member.key.text === key && member.locale !== undefined)
      found.add(member.locale.text);
  return found;
}

function isKey(word: string, { key }: Group, { properties }: KnownVersion): boolean {
  return word !== key && properties?.has(word) === true;
}

function bindGroup(
  group: Group,
  definition: NodeProperty | undefined,
  known: KnownVersion,
  scope: JourneyScope,
): Setting | undefined {
  const words = {
    ...wordRule(definition, known.complete, scope),
    isKey: (word: string) => isKey(word, group, known),
    placeholders: definition?.placeholders,
  };
  const plain = group.plain?.value === undefined ? undefined : bindSetting(group.plain.value, group.key, scope, words);
  const { locales } = group;
  if (locales === undefined) return definition?.localized === true ? localize(plain, scope) : plain;
  if (definition !== undefined && definition.localized !== true) {
    for (const [locale, property] of locales) reportMisplacedLocale(locale, property, group, definition, scope);
    return plain;
  }
  const base = localize(plain, scope, true);
  if (definition !== undefined && base !== undefined && !isJsonObject(base.value)) judge(base, definition, scope);
  return joinLocales(group, base, words, scope);
}

/** A map has its entries in braces; of a text without languages, there is one. */
function reportMisplacedLocale(
  locale: string,
  { key, locale: written }: Property,
  { plain }: Group,
  definition: NodeProperty,
  scope: JourneyScope,
): void {
  const range = { start: key.range.end, end: written?.range.end ?? key.range.end };
  const help =
    definition.type === "object"
      ? `Write an object: \`${key.text}: { ${locale}: … }\`.`
      : plain === undefined
        ? undefined
        : `Remove this line: \`${key.text}\` is given already, and has one text for all languages.`;
  const args = { property: key.text, locale };
  scope.reporter.report("misplaced-locale", placeIn(scope, range), args, help === undefined ? {} : { help });
}

/** A plain text in a localised property becomes the text of the default locale. A placeholder alone may stand for the texts of all. */
function localize(setting: Setting | undefined, scope: JourneyScope, hasOthers = false): Setting | undefined {
  if (setting === undefined || typeof setting.value !== "string") return setting;
  if (setting.value.startsWith("&{") && !hasOthers) return setting;
  const locale = scope.options.defaultLocale;
  const { value, explicit, place } = setting;
  const inner = new Map<string, Place>().set(childPointer("", locale), place);
  return withSoundness({ value: single(locale, value), explicit, place, inner }, [setting], scope);
}

/** Marks a setting that is made of others as reported, if one of them is. */
function withSoundness(made: Setting, parts: readonly Setting[], scope: JourneyScope): Setting {
  if (parts.some((part) => scope.unsound.has(part))) scope.unsound.add(made);
  return made;
}

function single(key: string, value: Json): JsonObject {
  const object = {};
  setOwn(object, key, value);
  return object;
}

function joinLocales(
  { key, locales = new Map() }: Group,
  base: Setting | undefined,
  words: WordRule,
  scope: JourneyScope,
): Setting | undefined {
  const texts = {};
  const inner = new Map<string, Place>(base?.inner);
  if (base !== undefined && isJsonObject(base.value)) {
    for (const [locale, text] of Object.entries(base.value)) setOwn(texts, locale, text);
  }
  const parts: Setting[] = base === undefined ? [] : [base];
  for (const [locale, property] of locales) {
    if (property.value === undefined) continue;
    const keyPlace = placeIn(scope, property.key.range);
    if (Object.hasOwn(texts, locale)) {
      const extras = helpOnDuplicate(locale, Object.keys(texts), scope);
      scope.reporter.report("duplicate-property", keyPlace, { property: `${key}.${locale}` }, extras);
      continue;
    }
    const text = bindSetting(property.value, `${key}.${locale}`, scope, {
      scripts: false,
      expected: anyText,
      isKey: words.isKey,
      placeholders: words.placeholders,
    });
    setOwn(texts, locale, text.value);
    inner.set(childPointer("", locale), text.place);
    parts.push(text);
  }
  const [first] = parts;
  return first && withSoundness({ value: texts, explicit: true, place: first.place, inner }, parts, scope);
}

/** Whether a bare word is the name of a script: where the catalogue says so, and where it does not know the property. */
function wordRule(definition: NodeProperty | undefined, typeIsKnown: boolean, scope: JourneyScope): WordRule {
  const reference = definition?.reference;
  const expected = definition && expectedBy(definition);
  if (definition !== undefined ? reference?.kind !== "script" : typeIsKnown) return { scripts: false, expected };
  return {
    scripts: true,
    expected,
    onScript: (name) => {
      if (!scope.usedScripts.has(name)) scope.usedScripts.set(name, reference?.contexts?.[0]);
    },
  };
}
