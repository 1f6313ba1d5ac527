import { openFileStore } from "./file-store.js";
import type { NodeType } from "./node-type.js";

/** Where the catalogue's data comes from. Everything is synchronous and by single type, so that one file costs its own types only. */
export interface CatalogueStore {
  /** All type ids, sorted by code unit. */
  readonly ids: readonly string[];
  loadType(id: string): NodeType;
}

let current: CatalogueStore | undefined;

/** The store in use: the files of the package, unless the host has given another one. */
export function catalogueStore(): CatalogueStore {
  current ??= openFileStore();
  return current;
}

/** Replaces the store, for hosts without files such as browsers. To be called before anything else. */
export function useCatalogueStore(store: CatalogueStore): void {
  current = store;
}
