/** What is wrong with the description of a node type; becomes the diagnostic `invalid-node-type`. */
export interface TypeProblem {
  /** The type's id, or how the file calls it. */
  readonly typeId: string;
  /** RFC 6901, into the description. */
  readonly pointer: string;
  /** Continues a sentence about the place: "must be a list". */
  readonly problem: string;
}
