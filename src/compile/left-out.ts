import type { LeftOut } from "../config-folder/write/write-frconfig.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { holdsBodies, roleOf } from "../export-json/sections.js";
import type { Journey } from "../model/model.js";
import { isJsonObject, type Json } from "../text/json.js";

/** One finding for all parts of a journey that a folder has no place for. */
export function leftOutOfFolder(parts: readonly LeftOut[], journey: Journey): readonly Diagnostic[] {
  const [first] = parts;
  if (first === undefined) return [];
  return [createDiagnostic("left-out-of-folder", placeOf(first, journey), { parts })];
}

/**
 * One finding for what only the `raw` of a journey holds: settings of no node and unknown members. Resources and
 * positions are not named, as nobody expects them in a machine.
 */
export function leftOutOfMachine(journey: Journey): readonly Diagnostic[] {
  if (journey.raw === undefined) return [];
  const ids = new Set(journey.nodes.flatMap((node) => [node.id, ...node.children.map((child) => child.id)]));
  const parts = new Map<string, LeftOut>();
  for (const path of addedMembers(journey.raw, [])) {
    const [section = "", id = ""] = path;
    const isStray = holdsBodies(section) && !ids.has(id);
    const part: LeftOut = isStray ? { kind: "node", id } : { kind: "member", id: path.join("/") };
    parts.set(part.id, part);
  }
  const [first] = parts.values();
  if (first === undefined) return [];
  return [createDiagnostic("left-out-of-machine", placeOf(first, journey), { parts: [...parts.values()] })];
}

/** Of a section, as deep as a member of a reference to a node: `tree/nodes/<id>/<member>`. */
function isWhole([section, ...rest]: readonly string[]): boolean {
  return section !== undefined && (roleOf(section) === undefined || rest.length === 3);
}

/** The paths of the members that a patch gives a value. */
function* addedMembers(patch: Json, path: readonly string[]): Generator<readonly string[]> {
  if (!isJsonObject(patch) || isWhole(path)) {
    if (patch !== null) yield path;
    return;
  }
  for (const key of Object.keys(patch)) {
    const member = [...path, key];
    if (!isOfNoMachine(member)) yield* addedMembers(patch[key] ?? null, member);
  }
}

function isOfNoMachine([section = "", member]: readonly string[]): boolean {
  const role = roleOf(section);
  if (role === "tree") return member === "staticNodes";
  return role !== undefined && role !== "script" && !holdsBodies(section);
}

/** Where the input has the part. */
function placeOf({ kind, id }: LeftOut, journey: Journey): Place {
  const { origin, resources, place } = journey;
  const strays = kind === "node" && origin.kind !== "text" ? origin.document.strayBodies() : [];
  const stray = strays.find((body) => body.id === id);
  const resource = resources.find((each) => each.kind === kind && each.id === id);
  return stray?.place ?? resource?.place ?? place;
}
