import type { FileNode, StringValue } from "../syntax/ast.js";
import type { Range } from "../text/range.js";

/** A path in a text, relative to the folder of the text. */
export interface Link {
  readonly range: Range;
  readonly path: string;
}

/** The scripts, schemas and resources that a text names. */
export function linksIn(file: FileNode): readonly Link[] {
  return file.items
    .flatMap((item) => [item, ...(item.kind === "journey" ? item.members : [])])
    .flatMap((item) => {
      if (item.kind === "resource") return linkOf(item.path);
      if (item.kind !== "script" && item.kind !== "extern") return [];
      const wanted = item.kind === "script" ? "file" : "schema";
      return item.properties.flatMap(({ key, value }) =>
        key.text === wanted && value?.kind === "string" ? linkOf(value) : [],
      );
    });
}

function linkOf(value: StringValue | undefined): readonly Link[] {
  const [path, another] = value?.parts ?? [];
  if (value === undefined || typeof path !== "string" || another !== undefined) return [];
  return [{ range: { start: value.range.start + 1, end: value.range.end - 1 }, path }];
}
