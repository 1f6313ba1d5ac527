import type { CatalogueStore } from "./catalogue-store.js";
import { openFileStore } from "./file-store.js";

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
