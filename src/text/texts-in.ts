import { isJsonObject, type Json } from "./json.js";

/** All texts inside a value, except the names of members. */
export function textsIn(value: Json): readonly string[] {
  const texts: string[] = [];
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") texts.push(next);
    else if (Array.isArray(next)) for (const item of next as readonly Json[]) open.push(item);
    else if (isJsonObject(next)) for (const key of Object.keys(next)) open.push(next[key] ?? null);
  }
  return texts;
}

/** Whether one of the texts inside a value passes a test. */
export function hasTextIn(value: Json, test: (text: string) => boolean): boolean {
  if (typeof value === "string") return test(value);
  return typeof value === "object" && value !== null && textsIn(value).some(test);
}
