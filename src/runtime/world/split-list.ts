/** Splits a text at its commas. As on the platform, empty items at the end are left out, all others stay. */
export function splitList(text: string): readonly string[] {
  if (text === "") return [""];
  const items = text.split(",");
  return items.slice(0, items.findLastIndex((item) => item !== "") + 1);
}
