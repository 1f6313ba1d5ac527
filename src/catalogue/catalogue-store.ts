import type { NodeType } from "./node-type.js";

/** Where the catalogue's data comes from. Everything is synchronous and by single type, so that one file costs its own types only. */
export interface CatalogueStore {
  /** All type ids, sorted by code unit. */
  readonly ids: readonly string[];
  loadType(id: string): NodeType;
}
