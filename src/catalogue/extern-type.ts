import type { ReportProblem } from "../json-schema/report-problem.js";
import { isJsonObject, type Json } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import type { NodeProperty, NodeType, NodeVersion, OutcomePart, OutcomeRule, StateAccess } from "./node-type.js";
import { allowedInPage, propertyMembers, propertyType } from "./node-type-shape.js";
import { readPlatformSchema } from "./platform-schema.js";
import { anything, flag, listOf, mapOf, record, text, type ValueCheck } from "./shape.js";
import type { TypeProblem } from "./type-problem.js";

/** A node type as far as its description could be read, and what was wrong with the rest. */
export interface ExternType {
  readonly type: NodeType;
  readonly problems: readonly TypeProblem[];
}

const outcomes: ValueCheck = (value, pointer, report) => {
  if (Array.isArray(value)) listOf(text)(value, pointer, report);
  else if (isJsonObject(value)) mapOf(text)(value, pointer, report);
  else report(pointer, "must be a list of outcomes");
};

const property: ValueCheck = (value, pointer, report) => {
  if (typeof value === "string") propertyType(value, pointer, report);
  else record({ type: propertyType }, propertyMembers)(value, pointer, report);
};

const shapes: Readonly<Record<string, ValueCheck>> = {
  displayName: text,
  summary: text,
  tags: listOf(text),
  deprecated: flag,
  allowedInPage,
  version: text,
  outcomes,
  outcomesFrom: text,
  properties: mapOf(property),
  inputs: listOf(text),
  outputs: listOf(text),
  callbacks: listOf(text),
  // The path of the schema is the caller's business: its content comes as an argument.
  schema: anything,
};

/** The members that an `extern node` may have, for messages and completion. */
export const externMembers: readonly string[] = Object.keys(shapes);

/**
 * Makes a node type of an `extern node` declaration. `schema` is the content of the file that its `schema` member names:
 * the platform's own JSON Schema of the type. What is not said counts as unknown, so that it is never called wrong.
 */
export function externType(id: string, members: ReadonlyMap<string, Json>, schema?: Json): ExternType {
  const problems: TypeProblem[] = [];
  const good = new Map<string, Json>();
  for (const [name, value] of members) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    const pointer = childPointer("", name);
    const before = problems.length;
    const report: ReportProblem = (at, problem) => problems.push({ typeId: id, pointer: at, problem });
    if (shape) shape(value, pointer, report);
    else report(pointer, "is not known here");
    if (problems.length === before) good.set(name, value);
  }
  const report: ReportProblem = (pointer, problem) =>
    problems.push({ typeId: id, pointer: `/schema${pointer}`, problem });
  const fromSchema = schema === undefined ? { properties: undefined } : readPlatformSchema(schema, report);
  return { type: makeType(id, good, fromSchema), problems };
}

/** Every value in `members` has the shape of its member by now. */
function makeType(
  id: string,
  members: ReadonlyMap<string, Json>,
  { properties, ...schema }: Pick<NodeVersion, "properties" | "schema">,
): NodeType {
  const displayName = members.get("displayName") as string | undefined;
  const version = (members.get("version") as string | undefined) ?? "1.0";
  return {
    id,
    displayName: displayName ?? id,
    ...(displayName === undefined ? { displayNameGuessed: true } : {}),
    summary: (members.get("summary") as string | undefined) ?? "",
    tags: (members.get("tags") as readonly string[] | undefined) ?? [],
    deprecated: members.get("deprecated") === true,
    where: { cloud: false, onPrem: false, marketplace: false, custom: "extern" },
    allowedInPage: (members.get("allowedInPage") as NodeType["allowedInPage"] | undefined) ?? "unknown",
    defaultVersion: version,
    versions: {
      [version]: {
        properties: joinProperties(properties, members.get("properties")),
        outcomes: outcomeRule(members.get("outcomes"), members.get("outcomesFrom") as string | undefined),
        inputs: stateKeys(members.get("inputs"), "any"),
        outputs: stateKeys(members.get("outputs"), "shared"),
        callbacks: (members.get("callbacks") as readonly string[] | undefined)?.map((type) => ({ type })),
        constraints: [],
        ...schema,
      },
    },
  };
}

/** What the declaration itself says of a property holds before what the schema says. */
function joinProperties(
  fromSchema: readonly NodeProperty[] | undefined,
  declared: Json | undefined,
): readonly NodeProperty[] | undefined {
  if (declared === undefined || !isJsonObject(declared)) return fromSchema;
  const joined = new Map((fromSchema ?? []).map((known) => [known.name, known]));
  for (const [name, value] of Object.entries(declared)) {
    const said = (isJsonObject(value) ? value : { type: value }) as unknown as Omit<NodeProperty, "name">;
    joined.set(name, { ...said, name });
  }
  return [...joined.values()];
}

function outcomeRule(given: Json | undefined, from: string | undefined): OutcomeRule {
  const fixed: readonly OutcomePart[] = Array.isArray(given)
    ? (given as readonly string[]).map((id) => ({ id, displayName: id }))
    : Object.entries((given ?? {}) as Readonly<Record<string, string>>).map(([id, displayName]) => ({
        id,
        displayName,
      }));
  if (from !== undefined) return { kind: "dynamic", parts: [...fixed, { each: from }] };
  return { kind: given === undefined ? "unknown" : "static", parts: fixed };
}

function stateKeys(keys: Json | undefined, store: StateAccess["store"]): readonly StateAccess[] | undefined {
  return (keys as readonly string[] | undefined)?.map((key) => ({ key, store, source: "declared" }));
}
