import type { Place } from "../diagnostics/diagnostic.js";
import type { JourneyNode } from "./model.js";

/** A node as far as its settings and those of the nodes on its page are asked for. */
type Settings = Pick<JourneyNode, "properties" | "children">;

/** Whether the author lists a text, such as an outcome, in a setting of a node, or of a node on its page. */
export function listsText(text: string, { properties, children }: Settings): boolean {
  for (const { value, explicit } of properties.values()) {
    if (explicit && Array.isArray(value) && value.includes(text)) return true;
  }
  return children.some((child) => listsText(text, child));
}

/** Where that is; `undefined` where it is not listed, or where the list is the value of a parameter. */
export function placeOfListed(text: string, { properties, children }: Settings): Place | undefined {
  for (const { value, explicit, inner } of properties.values()) {
    const index = explicit && Array.isArray(value) ? value.indexOf(text) : -1;
    if (index !== -1) return inner?.get(`/${index}`);
  }
  return children.map((child) => placeOfListed(text, child)).find((place) => place !== undefined);
}
