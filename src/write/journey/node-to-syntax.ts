import { shortTypeName } from "../../catalogue/catalogue.js";
import { displayNameOf } from "../../model/display-name.js";
import { propertiesByName } from "../../model/known-properties.js";
import { listedOutcomes } from "../../model/listed-outcomes.js";
import type { JourneyNode, NodeOutcome } from "../../model/model.js";
import { pageTypeId } from "../../model/pages.js";
import { isVersion } from "../../model/version-text.js";
import type { NodeDeclaration, PageDeclaration, Property, StringValue, Version } from "../../syntax/ast.js";
import type { Json } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { emptyRange } from "../../text/range.js";
import { edgesToSyntax, type OutcomeView } from "./edges-to-syntax.js";
import { makeName, makeProperty, makeString } from "./make-syntax.js";
import { type PropertySource, propertiesToSyntax } from "./properties-to-syntax.js";
import type { ExternView, SyntaxContext } from "./syntax-context.js";
import { valueToSyntax } from "./value-to-syntax.js";

/** Writes a node of the journey, or a page with its inner nodes. */
export function nodeToSyntax(node: JourneyNode, context: SyntaxContext): NodeDeclaration | PageDeclaration {
  return node.typeId === pageTypeId && node.page === undefined
    ? pageToSyntax(node, context)
    : plainNodeToSyntax(node, context);
}

function pageToSyntax(page: JourneyNode, context: SyntaxContext): PageDeclaration {
  const written = partsOf(page, context);
  const members = [
    ...written.properties,
    ...page.children.map((child) => plainNodeToSyntax(child, context)),
    ...edgesToSyntax(page.connections, written.view),
  ];
  return {
    kind: "page",
    name: makeName(page.name),
    version: versionOf(page, context),
    title: titleOf(page),
    members,
    hasBody: true,
    range: emptyRange,
  };
}

function plainNodeToSyntax(node: JourneyNode, context: SyntaxContext): NodeDeclaration {
  const written = partsOf(node, context);
  const members = [...written.properties, ...edgesToSyntax(node.connections, written.view)];
  const extern = context.externs.get(node.typeId);
  return {
    kind: "node",
    name: makeName(node.name),
    type: {
      name: makeName(extern?.name ?? context.options.externNames?.get(node.typeId) ?? shortTypeName(node.typeId)),
      version: versionOf(node, context),
      range: emptyRange,
    },
    title: titleOf(node),
    members,
    hasBody: members.length > 0,
    range: emptyRange,
  };
}

function titleOf(node: JourneyNode): StringValue | undefined {
  return node.displayName === displayNameOf(node.name) ? undefined : makeString(node.displayName);
}

const firstVersion = "1.0";

/** The version, such as `@2.0`, where the binder would assume another. One that is no number becomes `raw`. */
function versionOf(node: JourneyNode, context: SyntaxContext): Version | undefined {
  const known = context.externs.has(node.typeId) ? undefined : node.type?.defaultVersion;
  const byDefault = context.exportOptions.nodeVersions ? (known ?? firstVersion) : firstVersion;
  return node.version === byDefault || !isVersion(node.version) ? undefined : { text: node.version, range: emptyRange };
}

interface WrittenParts {
  readonly properties: readonly Property[];
  /** The outcomes as the binder will derive them from the written properties. */
  readonly view: OutcomeView;
}

function partsOf(node: JourneyNode, context: SyntaxContext): WrittenParts {
  const extern = context.externs.get(node.typeId);
  const properties: Property[] = [];
  if (hasTypeOverride(node, extern, context)) {
    properties.push(
      makeProperty("_type", valueToSyntax(node.bodyOverrides.get("_type")?.value ?? null, { realm: "" })),
    );
  }
  const outcomes = outcomesOf(node, extern, context);
  if (outcomes.override !== undefined) {
    properties.push(makeProperty("_outcomes", valueToSyntax(outcomes.override, { realm: "" })));
  }
  properties.push(...propertiesToSyntax(propertySource(node, extern), context));
  return { properties, view: outcomes };
}

/** The node's properties and what the binder will know about them, which is nothing for a type declared by `extern`. */
export function propertySource(node: JourneyNode, extern: ExternView | undefined): PropertySource {
  return {
    properties: node.properties,
    known: extern === undefined ? propertiesByName(node.type, node.version) : undefined,
    isPage: node.typeId === pageTypeId,
  };
}

function hasTypeOverride(node: JourneyNode, extern: ExternView | undefined, context: SyntaxContext): boolean {
  const given = node.bodyOverrides.get("_type")?.value;
  if (given === undefined) return false;
  return extern === undefined || !isSameJson(given, externTypeObject(extern, node.version, context));
}

/** The `_type` that the export will have for a node of a declared type. */
function externTypeObject(extern: ExternView, version: string, context: SyntaxContext): Json {
  const { types, nodeVersions, nodeVersionPlaces } = context.exportOptions;
  if (types === "ids") return { _id: extern.typeId };
  if (types === "plain") return { _id: extern.typeId, name: extern.typeId, collection: false };
  const type = { _id: extern.typeId, name: extern.displayName, collection: true };
  return nodeVersions && (nodeVersionPlaces?.includes("types") ?? true) ? { ...type, version } : type;
}

/** The outcomes of a node, and the list that its body must be given where the binder would not derive them. */
function outcomesOf(
  node: JourneyNode,
  extern: ExternView | undefined,
  { journey: { origin } }: SyntaxContext,
): OutcomeView & { readonly override: Json | undefined } {
  const given = node.bodyOverrides.get("_outcomes")?.value;
  if (extern !== undefined && isSameList(node.outcomes, extern.outcomes ?? [])) {
    return { outcomes: extern.outcomes ?? [], known: extern.outcomes !== undefined, override: undefined };
  }
  if (extern === undefined || given !== undefined) {
    const outcomes = (given === undefined ? undefined : listedOutcomes(given)) ?? node.outcomes;
    return { outcomes, known: node.outcomesKnown, override: given };
  }
  // The type was read from the same export, so its outcomes agree; but the declaration could not say them.
  const isListed = origin.kind !== "text" && origin.document.listsOutcomes(node.id);
  if (!node.outcomesKnown || !isListed) {
    return { outcomes: extern.outcomes ?? [], known: extern.outcomes !== undefined, override: undefined };
  }
  const list = node.outcomes.map(({ id, displayName }) => ({ id, displayName }));
  return { outcomes: node.outcomes, known: true, override: list };
}

function isSameList(left: readonly NodeOutcome[], right: readonly NodeOutcome[]): boolean {
  return (
    left.length === right.length &&
    left.every((outcome, index) => outcome.id === right[index]?.id && outcome.displayName === right[index]?.displayName)
  );
}
