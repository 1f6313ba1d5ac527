import type { Json } from "../text/json.js";

/** The theme that the stage of a page names: `themeId=<id>`, or a member of JSON inside the text; `undefined` for a plain name. */
export function themeIn(stage: Json): string | undefined {
  if (typeof stage !== "string") return undefined;
  const [, plain, inJson] = /^themeId=(.+)$|"themeId"\s*:\s*"([^"\\]+)"/.exec(stage) ?? [];
  const theme = plain ?? inJson;
  return theme?.includes("&{") === true ? undefined : theme;
}
