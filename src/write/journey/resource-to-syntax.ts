import type { Resource } from "../../model/model.js";
import type { ResourceDeclaration } from "../../syntax/ast.js";
import { encodeFileName } from "../../text/file-name.js";
import { emptyRange } from "../../text/range.js";
import { stableJson } from "../../text/stable-json.js";
import type { FileClaims } from "./file-claims.js";
import { makeName, makeString } from "./make-syntax.js";

/** Writes a resource's declaration; its content goes to a file of its own. */
export function resourceToSyntax(resource: Resource, files: FileClaims): ResourceDeclaration {
  const text = `${stableJson(resource.content)}\n`;
  const path = files.claim(resource.file ?? `resources/${shortened(encodeFileName(resource.id))}.json`, text);
  return {
    kind: "resource",
    resourceKind: makeName(resource.kind),
    id: makeString(resource.id),
    path: makeString(path),
    range: emptyRange,
  };
}

const lengthLimit = 120;

/**
 * Shortens a file name: file systems allow 255 bytes, and ids such as entity URLs may be longer. Names that become
 * equal are numbered.
 */
function shortened(name: string): string {
  return name.length <= lengthLimit ? name : name.slice(0, lengthLimit).replace(/%[0-9A-F]?$|%u[0-9A-F]{0,3}$/, "");
}
