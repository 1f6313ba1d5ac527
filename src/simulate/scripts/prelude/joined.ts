import { isList } from "./border.js";

/** The items of a list, with those of lists among them: `flat`, which scripts do not have. */
export function joined<Item>(items: readonly (Item | readonly Item[])[]): Item[] {
  const all: Item[] = [];
  for (const item of items) {
    if (isList(item)) all.push(...(item as readonly Item[]));
    else all.push(item as Item);
  }
  return all;
}
