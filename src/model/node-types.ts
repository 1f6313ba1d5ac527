import { lookUpType, shortTypeName, typeIds } from "../catalogue/catalogue.js";
import { typesLabelled, typesLabelledLike } from "../catalogue/console-labels.js";
import type { NodeType } from "../catalogue/node-type.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import { type KnownVersion, knownVersion } from "./known-properties.js";
import { pageTypeId } from "./pages.js";
import { type FileScope, type JourneyScope, placeIn } from "./scope.js";

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
  return scope.externTypes.get(name) ?? scope.options.externTypes.get(name) ?? lookUpType(name);
}

/** Reports a type that nothing knows, with the one that the console calls so, or else the one with the nearest name. */
function reportUnknownType(written: string, place: Place, scope: FileScope): void {
  const { reporter, externPlaces, uses } = scope;
  const report = (extras: DiagnosticExtras) => reporter.report("unknown-node-type", place, { type: written }, extras);
  const small = written.toLowerCase();
  for (const name of typeNames(scope)) {
    if (name.toLowerCase() !== small && `${name}Node`.toLowerCase() !== small) continue;
    report(reporter.offer([name], place));
    return;
  }
  const whole = typesLabelled(written);
  // `auth.nodes.AccountLockout`, as a class is named.
  const labelled = (whole.length > 0 ? whole : typesLabelled(written.replace(/^.*\./, ""))).map(shortTypeName);
  const near = labelled.length > 0 ? undefined : reporter.nearest(written, typeNames(scope));
  const nearPlace = near === undefined ? undefined : externPlaces.get(near);
  if (near !== undefined) uses.types.unknown({ name: written, place, near, nearPlace, report });
  else if (labelled.length > 0) report(reporter.offer(labelled, place));
  else {
    const like = typesLabelledLike(written, (label, candidates) => reporter.nearest(label, candidates));
    const meant = like.length > 0 ? like.map(shortTypeName) : typesBegunWith(written, scope);
    report(reporter.offer(meant, place));
  }
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

function* typeNames(scope: FileScope): Iterable<string> {
  yield* scope.externTypes.keys();
  yield* scope.options.externTypes.keys();
  for (const id of typeIds()) yield shortTypeName(id);
}
