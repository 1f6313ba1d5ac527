import type { TokenType } from "chevrotain";
import * as t from "../tokens.js";

/** Marked by `mark-statements.ts`: each begins a statement, whatever stands before it. */
export const statementStarts: readonly TokenType[] = [
  t.KeyStart,
  t.OutcomeStart,
  t.Arrow,
  t.JourneyKeyword,
  t.NodeKeyword,
  t.PageKeyword,
  t.ScriptKeyword,
  t.ResourceKeyword,
  t.ExternKeyword,
  t.ParamKeyword,
  t.ScenarioKeyword,
  t.RequireKeyword,
  t.ForbidKeyword,
  t.ExportKeyword,
  t.LayoutKeyword,
  t.RawKeyword,
  t.GivenKeyword,
  t.StubKeyword,
  t.SubmitKeyword,
  t.ResumeKeyword,
  t.WaitKeyword,
  t.ExpectKeyword,
];
