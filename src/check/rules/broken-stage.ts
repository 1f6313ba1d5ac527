import { isPlaceholder } from "../../catalogue/placeholder.js";
import { isPage } from "../../model/pages.js";
import { parseJson } from "../../text/parse-json.js";
import { SourceFile } from "../../text/source-file.js";
import { nodeLabel } from "../describe-node.js";
import { nodeRule } from "../rule.js";

/** Reports stages of pages that begin as JSON and cannot be read as such. */
export const brokenStage = nodeRule("broken-stage", "may-miss", (node) => {
  const setting = isPage(node) ? node.properties.get("stage") : undefined;
  const stage = setting?.value;
  if (setting === undefined || typeof stage !== "string" || !beginsAsJson.test(stage) || isPlaceholder(stage))
    return [];
  const parsed = parseJson(new SourceFile("stage", stage));
  if (parsed.kind !== "problem") return [];
  return [{ at: setting.place, args: { node: nodeLabel(node), problem: parsed.problem } }];
});

/** An object with a name in quotes, or without members: a plain name hardly begins so. */
const beginsAsJson = /^\s*\{\s*(?:["'}]|$)/;
