import type { Tool } from "../tool.js";
import { buildTool } from "./build.js";
import { checkTool } from "./check.js";
import { describeTool } from "./describe.js";
import { diffTool } from "./diff.js";
import { explainTool } from "./explain.js";
import { findNodeTypes } from "./find-node-types.js";
import { fixTool } from "./fix.js";
import { formatTool } from "./format.js";
import { generateScenariosTool } from "./generate-scenarios.js";
import { graphTool } from "./graph.js";
import { importTool } from "./import.js";
import { nodeType } from "./node-type.js";
import { requiresTool } from "./requires.js";
import { saveTool } from "./save.js";
import { simulateAnswer } from "./simulate-answer.js";
import { simulateLook } from "./simulate-look.js";
import { simulateResume } from "./simulate-resume.js";
import { simulateStart } from "./simulate-start.js";
import { testTool } from "./test.js";
import { usesTool } from "./uses.js";

/** All tools, in the order in which clients list them. */
export const tools = [
  findNodeTypes,
  nodeType,
  checkTool,
  explainTool,
  fixTool,
  formatTool,
  testTool,
  generateScenariosTool,
  simulateStart,
  simulateAnswer,
  simulateResume,
  simulateLook,
  describeTool,
  graphTool,
  diffTool,
  usesTool,
  requiresTool,
  buildTool,
  importTool,
  saveTool,
] as unknown as readonly Tool[];
