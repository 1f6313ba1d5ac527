import type { Place } from "../diagnostics/diagnostic.js";
import { outlineOf } from "../text/json-outline.js";
import { pointerSegments } from "../text/json-source.js";
import { emptyRange } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";

/** A place in a JSON text by its pointer; where it stands is found when somebody asks. */
export function jsonPlace(source: SourceFile, pointer: string): Place {
  return {
    source,
    pointer,
    get range() {
      return outlineOf(source).locate(pointerSegments(pointer))?.value ?? emptyRange;
    },
  };
}
