import { isName } from "./match-word.js";

/** The name that a title in its place may stand for. */
export function nameFromTitle(title: string): string {
  if (isName(title)) return title;
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return isName(joined) ? joined : `_${joined}`;
}
