import { lookUpType, shortTypeName, typeIds } from "../catalogue/catalogue.js";
import { lettersOf, squeezed, squeezedLabels, typesLabelled } from "../catalogue/console-labels.js";
import type { NodeType } from "../catalogue/node-type.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { nearestNames } from "../diagnostics/suggest.js";
import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import { type KnownVersion, knownVersion } from "./known-properties.js";
import { pageTypeId } from "./pages.js";
import { type FileScope, type JourneyScope, placeIn } from "./scope.js";
import { typesByWords } from "./types-by-words.js";

/** The node type that a declaration names. */
export interface ResolvedType {
  /** The id on the platform. The name as written where the type is not known; empty where the text has none. */
  readonly id: string;
  readonly version: string;
  readonly type: NodeType | undefined;
  readonly known: KnownVersion;
  readonly range: Range | undefined;
}

const firstVersion = "1.0";

/** Finds the type and version of a node. An unknown type is reported with the nearest name. */
export function resolveNodeType(declaration: NodeDeclaration | PageDeclaration, scope: JourneyScope): ResolvedType {
  const reference = declaration.kind === "page" ? undefined : declaration.type;
  const written = declaration.kind === "page" ? pageTypeId : (reference?.name.text ?? "");
  const type = lookUpNodeType(written, scope);
  const given = declaration.kind === "page" ? declaration.version : reference?.version;
  const range = reference?.name.range;
  if (type !== undefined) scope.uses.types.use(written);
  if (type === undefined && range !== undefined) {
    const place = placeIn(scope, range);
    reportUnknownType(written, place, scope);
  }
  const version = given?.text ?? defaultVersion(type, scope);
  return { id: type?.id ?? written, version, type, known: knownVersion(type, version), range };
}

/** The version of a node that names none. Nodes of releases before versions are like version 1.0. */
function defaultVersion(type: NodeType | undefined, scope: JourneyScope): string {
  return scope.exportOptions.nodeVersions ? (type?.defaultVersion ?? firstVersion) : firstVersion;
}

/** Finds a type by name or id: among those of the file, then of the configuration, then of the catalogue. */
export function lookUpNodeType(name: string, scope: FileScope): NodeType | undefined {
  const { externTypes } = scope.options;
  return scope.externTypes.get(name) ?? externTypes.get(name) ?? externTypes.get(`${name}Node`) ?? lookUpType(name);
}

/** Some types have it before their name, which the console does not show. */
const productPrefix = "product-";

/** Reports a type that nothing knows, with the one that the console calls so, or else the one with the nearest name. */
function reportUnknownType(written: string, place: Place, scope: FileScope): void {
  const { reporter, externPlaces, uses } = scope;
  const report = (extras: DiagnosticExtras) => reporter.report("unknown-node-type", place, { type: written }, extras);
  const small = written.toLowerCase();
  for (const prefix of ["", productPrefix]) {
    for (const name of typeNames(scope)) {
      if (![name, `${name}Node`].some((each) => each.toLowerCase() === prefix + small)) continue;
      report(reporter.offer([name], place));
      return;
    }
  }
  for (const [name, type] of scope.externTypes) {
    if (squeezed(type.displayName) !== squeezed(written)) continue;
    report(reporter.offer([name], place));
    return;
  }
  const whole = typesLabelled(written);
  // `auth.nodes.AccountLockout`, as a class is named.
  const labelled = (whole.length > 0 ? whole : typesLabelled(written.replace(/^.*\./, ""))).map(shortTypeName);
  if (labelled.length > 0) {
    report(reporter.offer(labelled, place));
    return;
  }
  const other = ofAnotherKind(written, scope);
  if (other !== undefined) {
    report({ help: other });
    return;
  }
  const title = titleWithoutQuotes(written, place, scope);
  if (title !== undefined) {
    report(title);
    return;
  }
  const begunWhole = typesBegunWith(written, scope);
  const begun = begunWhole.length > 0 ? begunWhole : typesBegunWith(written.replace(/s$/, ""), scope);
  const letters = begun.length === 1 ? begun : typesLike(written, scope);
  const inWords = likeInWords(written, place, scope);
  // `CollectPassword` has nearly the letters of `CreatePassword`, but the words of `PasswordCollector`.
  const isMoreThanSlip = letters.length > 0 && !isSlip(written, letters, scope);
  const isOtherWord = inWords.help !== undefined && isMoreThanSlip;
  // `PersistentCookie` may be the end of `SetPersistentCookie` as well as the beginning of `PersistentCookieDecision`.
  const parts = [...new Set([...begun, ...typesEndedWith(written, scope)])];
  const isEither = parts.length > 1 && parts.length <= mostOffered && letters.every((type) => parts.includes(type));
  const like = isOtherWord ? [] : isEither ? parts : letters;
  // Of types that are equally near, the one that the text itself declares is meant.
  const declared = like.filter((type) => externPlaces.has(type));
  const [near, second] = declared.length > 0 ? declared : like;
  if (near !== undefined && second === undefined && isMoreThanSlip && !externPlaces.has(near)) {
    const { help = "" } = reporter.offer([near], place);
    report({ help });
  } else if (near !== undefined && second === undefined)
    uses.types.unknown({ name: written, place, near, nearPlace: externPlaces.get(near), report });
  else if (!isOtherWord && (like.length > 0 || begun.length > 0))
    report(reporter.offer(like.length > 0 ? like : begun, place));
  else {
    reporter.postpone();
    scope.strangeTypes.push({ written, place, extras: inWords });
  }
}

/** Whether a few letters make the difference to one of the forms of types, or the name is the beginning of one or has more behind it. */
function isSlip(written: string, like: readonly string[], scope: FileScope): boolean {
  const word = squeezed(written);
  const isPart = like.map(squeezed).some((name) => name.startsWith(word) || word.startsWith(name));
  return isPart || nearestNames(lettersOf(written), typeForms(scope).forms, mostSlips).length > 0;
}

const mostSlips = 2;

/** The type that an invented name means: a fix where it is the same in other words, and a question where it holds more or less. */
function likeInWords(written: string, place: Place, { externTypes, options, reporter }: FileScope): DiagnosticExtras {
  const { types, isSame } = typesByWords(written, [...externTypes.keys(), ...options.externTypes.keys()]);
  if (types.length === 0 || types.length > mostOffered) return {};
  const { help, ...fix } = reporter.offer(types, place);
  return { ...(help !== undefined && { help }), ...(isSame && fix) };
}

export function helpOnJourneyAsType(id: string): string {
  return `It is a journey: write the type \`InnerTreeEvaluator\`, and \`tree: ${JSON.stringify(id)}\` in the braces of the node.`;
}

/** A journey or a script in the place of the type that runs it. */
function ofAnotherKind(written: string, scope: FileScope): string | undefined {
  const journey = scope.journeyIds.get(written);
  if (journey !== undefined) return helpOnJourneyAsType(journey);
  const script = scope.scripts.get(written);
  if (script === undefined) return undefined;
  scope.uses.scripts.use(written);
  return `It is a script: the type is \`ScriptedDecision\`, with \`script: ${written}\`.`;
}

/** `node A: PageNode Sign In {`: the words behind a type that there is are a title. */
function titleWithoutQuotes(written: string, { source, range }: Place, scope: FileScope): DiagnosticExtras | undefined {
  const blank = written.indexOf(" ");
  const [type, words] = [written.slice(0, blank), written.slice(blank + 1)];
  if (blank === -1 || lookUpNodeType(type, scope) === undefined) return undefined;
  // `Message Ndoe`: some of the console's names begin with that of a type.
  const labels = withNode(squeezedLabels());
  if (labels.includes(lettersOf(written)) || nearestNames(lettersOf(written), labels, 2).length > 0) return undefined;
  const right = `${type} ${JSON.stringify(words)}`;
  const help = `Write \`${right}\`: a title stands in quotes behind the type.`;
  // A node that has a title in quotes as well has one too many.
  if (/^[ \t]*"/.test(source.text.slice(range.end, range.end + 80))) return { help };
  return { help, fixes: [{ title: `Write ${right}`, edits: [{ range, text: right }] }] };
}

/** The types of which the name, or the console's name, is nearest to a word; none where too many are. */
export function typesLike(written: string, scope: FileScope): readonly string[] {
  const { byForm, forms } = typeForms(scope);
  const near = scope.reporter.allNearest(lettersOf(written), forms);
  const types = [...new Set(near.flatMap((form) => byForm.get(form) ?? byForm.get(squeezed(form)) ?? []))];
  return types.length <= mostOffered ? types : [];
}

/** Types by their names and by those of the console, as they are compared, and all forms that a word is compared with. */
interface TypeForms {
  readonly byForm: ReadonlyMap<string, readonly string[]>;
  readonly forms: readonly string[];
}

/** By scope, since a text with one unknown type often has hundreds. */
const formsOfScopes = new WeakMap<FileScope, TypeForms>();

function typeForms(scope: FileScope): TypeForms {
  let known = formsOfScopes.get(scope);
  if (known === undefined) {
    const byForm = new Map<string, readonly string[]>();
    for (const label of squeezedLabels()) byForm.set(label, typesLabelled(label).map(shortTypeName));
    for (const name of typeNames(scope)) {
      const form = squeezed(name);
      byForm.set(form, [...(byForm.get(form) ?? []).filter((other) => other !== name), name]);
    }
    known = { byForm, forms: withNode(byForm.keys()) };
    formsOfScopes.set(scope, known);
  }
  return known;
}

/** With and without the last word, which may be what is misspelt: `Message Ndoe`. */
function withNode(forms: Iterable<string>): readonly string[] {
  return [...forms].flatMap((form) => [form, `${form}node`]);
}

/** As many types as can be told apart at a glance. */
const mostOffered = 3;

/** The types whose name begins as a shortened one: `RetryLimit`. What the console calls a tree, people call a journey. */
function typesBegunWith(written: string, scope: FileScope): readonly string[] {
  const word = written.replace(/journey/i, "Tree").toLowerCase();
  if (word.length < 5) return [];
  const begun = [...typeNames(scope)].filter((name) => name.toLowerCase().startsWith(word));
  return begun.length <= mostOffered ? begun : [];
}

/** The types whose names end with a word, with others before it. */
function typesEndedWith(written: string, scope: FileScope): readonly string[] {
  if (written.length < 5 || !/^[A-Z]/.test(written)) return [];
  return [...typeNames(scope)].filter((name) => name !== written && name.endsWith(written));
}

/** The names of all types that a node of the file can have. */
export function* typeNames(scope: FileScope): Iterable<string> {
  yield* scope.externTypes.keys();
  yield* scope.options.externTypes.keys();
  for (const id of typeIds()) yield shortTypeName(id);
}
