import { lookUpType, shortTypeName, typeIds } from "../catalogue/catalogue.js";
import type { NodeType } from "../catalogue/node-type.js";
import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import { type KnownVersion, knownVersion } from "./known-properties.js";
import { pageTypeId } from "./pages.js";
import { type FileScope, type JourneyScope, placeIn } from "./scope.js";

/** The type of a declared node. */
export interface ResolvedType {
  /** The platform's id; as written where the type is not known, empty where the text is broken. */
  readonly id: string;
  readonly version: string;
  readonly type: NodeType | undefined;
  readonly known: KnownVersion;
  readonly range: Range | undefined;
}

const firstVersion = "1.0";

/** Finds the type and version of a node; an unknown type is reported with the nearest name. */
export function resolveNodeType(declaration: NodeDeclaration | PageDeclaration, scope: JourneyScope): ResolvedType {
  const reference = declaration.kind === "page" ? undefined : declaration.type;
  const written = declaration.kind === "page" ? pageTypeId : (reference?.name.text ?? "");
  const type = lookUpNodeType(written, scope);
  const given = declaration.kind === "page" ? declaration.version : reference?.version;
  const range = reference?.name.range;
  if (type === undefined && range !== undefined) {
    const place = placeIn(scope, range);
    scope.reporter.report(
      "unknown-node-type",
      place,
      { type: written },
      scope.reporter.suggest(written, typeNames(scope), place),
    );
  }
  const version = given?.text ?? defaultVersion(type, scope);
  return { id: type?.id ?? written, version, type, known: knownVersion(type, version), range };
}

/** Before nodes had versions, every node was what is now version 1.0. */
function defaultVersion(type: NodeType | undefined, scope: JourneyScope): string {
  return scope.exportOptions.nodeVersions ? (type?.defaultVersion ?? firstVersion) : firstVersion;
}

/** A type by name or platform id: the file's own declarations first, then the configuration's, then the catalogue's. */
export function lookUpNodeType(name: string, scope: FileScope): NodeType | undefined {
  return scope.externTypes.get(name) ?? scope.options.externTypes.get(name) ?? lookUpType(name);
}

function* typeNames(scope: FileScope): Iterable<string> {
  yield* scope.externTypes.keys();
  yield* scope.options.externTypes.keys();
  for (const id of typeIds()) yield shortTypeName(id);
}
