import type { TokenType } from "chevrotain";
import { keywordText } from "./token-vector.js";
import * as tokens from "./tokens.js";

/** What stands between a pair of brackets, or in the file itself. */
export type BlockKind = "file" | "journey" | "page" | "node" | "properties" | "layout" | "scenario" | "object" | "list";

/** How a declaration goes on after its keyword. */
export type HeaderShape = "node" | "named" | "scenario" | "resource" | "extern" | "param" | "rule" | "braced" | "step";

export interface Keyword {
  readonly text: string;
  readonly type: TokenType;
  readonly shape: HeaderShape;
  /** What its `{` opens. */
  readonly opens: BlockKind;
  /** The blocks it belongs into. */
  readonly places: readonly BlockKind[];
}

function keyword(
  type: TokenType,
  shape: HeaderShape,
  opens: BlockKind,
  places: readonly BlockKind[],
): [string, Keyword] {
  const text = keywordText(type);
  return [text, { text, type, shape, opens, places }];
}

/** Keywords that begin a declaration or a rule. */
export const declarationKeywords: ReadonlyMap<string, Keyword> = new Map([
  keyword(tokens.JourneyKeyword, "named", "journey", ["file"]),
  keyword(tokens.ScriptKeyword, "named", "properties", ["file", "journey"]),
  keyword(tokens.ResourceKeyword, "resource", "object", ["file", "journey"]),
  keyword(tokens.ExternKeyword, "extern", "properties", ["file"]),
  keyword(tokens.ParamKeyword, "param", "object", ["file"]),
  keyword(tokens.ScenarioKeyword, "scenario", "scenario", ["file"]),
  keyword(tokens.NodeKeyword, "node", "node", ["journey", "page"]),
  keyword(tokens.PageKeyword, "named", "page", ["journey"]),
  keyword(tokens.RequireKeyword, "rule", "object", ["journey"]),
  keyword(tokens.ForbidKeyword, "rule", "object", ["journey"]),
  keyword(tokens.ExportKeyword, "braced", "properties", ["journey"]),
  keyword(tokens.LayoutKeyword, "braced", "layout", ["journey"]),
  keyword(tokens.RawKeyword, "braced", "object", ["journey"]),
]);

/** Keywords that begin a step of a scenario. */
export const stepKeywords: ReadonlyMap<string, Keyword> = new Map(
  [
    tokens.GivenKeyword,
    tokens.StubKeyword,
    tokens.SubmitKeyword,
    tokens.ResumeKeyword,
    tokens.WaitKeyword,
    tokens.ExpectKeyword,
  ].map((type) => keyword(type, "step", "object", ["scenario"])),
);
