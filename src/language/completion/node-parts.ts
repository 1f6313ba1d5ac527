import { shortTypeName } from "../../catalogue/catalogue.js";
import type { NodeProperty } from "../../catalogue/node-type.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { Journey, JourneyNode, NodeOutcome } from "../../model/model.js";
import type { JourneyDeclaration, NodeDeclaration, PageDeclaration } from "../../syntax/ast.js";
import { writtenName } from "../../syntax/match-word.js";
import { describeProperty, propertyKind } from "../describe-type.js";
import type { CompletionPlace } from "./completion-place.js";
import { valueSnippet } from "./node-types.js";
import { inSnippet, type Offered } from "./offered.js";

/** The node that a declaration stands for in the journey as it is bound. */
export interface NodeAt {
  readonly declaration: NodeDeclaration | PageDeclaration;
  readonly node: JourneyNode | undefined;
  readonly page: PageDeclaration | undefined;
}

/** The journey around a place. */
export function journeyAround({ blocks, text }: CompletionPlace): Journey | undefined {
  const name = declarationAt(blocks)?.name?.text;
  return text.bound.journeys.find((journey) => journey.name === name);
}

function declarationAt(blocks: CompletionPlace["blocks"]): JourneyDeclaration | undefined {
  return blocks.find((block) => block.kind === "journey");
}

/** The node or page around a place. */
export function nodeAround(place: CompletionPlace): NodeAt | undefined {
  const declaration = place.blocks.findLast((block) => block.kind === "node" || block.kind === "page");
  if (declaration === undefined) return undefined;
  const journey = journeyAround(place);
  const page = place.blocks.find((block) => block.kind === "page" && block !== declaration) as
    | PageDeclaration
    | undefined;
  const siblings =
    page === undefined ? journey?.nodes : journey?.nodes.find(({ name }) => name === page.name?.text)?.children;
  return { declaration, page, node: siblings?.find(({ name }) => name === declaration.name?.text) };
}

/** The properties that are not set yet, the required ones first. */
export function propertyCompletions({ declaration, node }: NodeAt): readonly Offered[] {
  if (node === undefined) return [];
  const given = new Set(declaration.members.flatMap((member) => (member.kind === "property" ? [member.key.text] : [])));
  const known = propertiesByName(node.type, node.version)?.values() ?? [];
  return [...known]
    .filter(
      ({ name, legacy }) => !given.has(name) && legacy !== true && !(declaration.kind === "page" && name === "nodes"),
    )
    .map((property) => propertyItem(property, shortTypeName(node.typeId)));
}

function propertyItem(property: NodeProperty, typeName: string): Offered {
  const { name, required, default: value, deprecated } = property;
  const written = writtenName(name);
  let stop = 0;
  return {
    label: name,
    kind: "property",
    detail: `${propertyKind(property)}${required === true && value === undefined ? ", required" : ""}`,
    documentation: () => describeProperty(property, typeName),
    insert: `${written}: `,
    snippet: `${inSnippet(written)}: ${valueSnippet(property, () => ++stop)}`,
    rank: required === true && (value === undefined || value === "") ? 1 : 4,
    isDeprecated: deprecated === true,
  };
}

/** The outcomes that no arrow has yet. */
export function outcomeCompletions({ declaration, node, page }: NodeAt, child?: string): readonly Offered[] {
  if (node === undefined || page !== undefined) return [];
  const connected = new Set(node.connections.map(({ outcomeId }) => outcomeId));
  const isWritten = new Set(
    declaration.members.flatMap((member) =>
      member.kind === "edge" ? member.outcomes.map(({ outcome }) => outcome.text) : [],
    ),
  );
  const left = node.outcomes.filter(
    ({ id, outcome, child: inner }) =>
      !connected.has(id) && (child === undefined ? !isWritten.has(outcome) : inner === child),
  );
  return left.map((outcome) => outcomeItem(outcome, left.length === 1 && node.outcomes.length === 1));
}

function outcomeItem({ outcome, displayName }: NodeOutcome, isOnly: boolean): Offered {
  const written = writtenName(outcome);
  return {
    label: isOnly ? "->" : outcome,
    kind: "outcome",
    detail: isOnly ? `${outcome}, the only outcome` : displayName === outcome ? "outcome" : displayName,
    insert: isOnly ? "-> " : written,
    snippet: isOnly ? "-> $1" : `${inSnippet(written)} -> $1`,
    rank: 2,
    goesOn: true,
  };
}

/** Where an arrow can lead. */
export function targetCompletions(journey: Journey | undefined, without?: string): readonly Offered[] {
  const nodes = (journey?.nodes ?? []).filter(({ name }) => name !== without);
  return [
    ...nodes.map(
      ({ name, displayName, typeId }): Offered => ({
        label: name,
        kind: "node",
        detail: shortTypeName(typeId),
        documentation: displayName,
        rank: 3,
      }),
    ),
    { label: "success", kind: "end", detail: "the user is logged in", rank: 4 },
    { label: "failure", kind: "end", detail: "the login fails", rank: 4 },
  ];
}

/** What rules and scenarios refer to: nodes of a journey, and inner nodes or outcomes behind `Name.`. */
export function referenceCompletions(journey: Journey | undefined, parts: readonly string[]): readonly Offered[] {
  const [first, second] = parts;
  const node = journey?.nodes.find(({ name }) => name === first);
  if (first === undefined) return targetCompletions(journey).filter(({ kind }) => kind === "node");
  if (node === undefined) return [];
  const outcomes = node.outcomes.filter(({ child }) => second === undefined || child === second);
  return [
    ...(second === undefined
      ? node.children.map(({ name, typeId }): Offered => ({ label: name, kind: "node", detail: shortTypeName(typeId) }))
      : []),
    ...[...new Map(outcomes.map((each) => [each.outcome, each])).values()].map(
      ({ outcome, displayName }): Offered => ({
        label: outcome,
        kind: "outcome",
        detail: displayName,
        insert: writtenName(outcome),
      }),
    ),
  ];
}
