import type { Place } from "../diagnostics/diagnostic.js";
import { locatePointer } from "../text/json-source.js";
import type { SourceFile } from "../text/source-file.js";

/** A place in a JSON text by its pointer; where it stands is found when somebody asks. */
export function jsonPlace(source: SourceFile, pointer: string): Place {
  return {
    source,
    pointer,
    get range() {
      return locatePointer(source.text, pointer) ?? { start: 0, end: 0 };
    },
  };
}
