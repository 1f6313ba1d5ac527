import type { Journey } from "../../model/model.js";
import type { FileNode, JourneyDeclaration } from "../../syntax/ast.js";

/** A journey of a source, and the journey that it must become. */
export interface JourneyChange {
  readonly file: FileNode;
  readonly written: JourneyDeclaration;
  readonly before: Journey;
  readonly after: Journey;
  /** The journey as the writer would write it. */
  readonly wanted: JourneyDeclaration;
  /** Declarations to add after the nodes. */
  readonly added: string[];
}
