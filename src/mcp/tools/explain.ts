import { type Code, codes } from "../../diagnostics/codes.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { readRulePage } from "../../project/rule-page.js";
import { choiceField, textField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";

export const explainTool = defineTool({
  name: "explain",
  title: "Explain a finding",
  description: "Explains a finding's code: what it means, why it matters, a wrong and a right example.",
  input: { code: textField("a code such as unreachable-node, or its number such as JRN301") },
  output: {
    code: textField("its name"),
    severity: choiceField(["error", "warning", "info"], "its usual severity"),
    why: textField("why it matters"),
    page: textField("its page, in Markdown"),
  },
  async run({ code: wanted }, workbench) {
    const code = (Object.keys(codes) as Code[]).find(
      (each) => each === wanted.toLowerCase() || codes[each].id.toLowerCase() === wanted.toLowerCase(),
    );
    if (code === undefined) {
      const near = nearestName(wanted, Object.keys(codes));
      throw new ToolError(`There is no code ${wanted}${near === undefined ? "" : `: did you mean ${near}?`}`);
    }
    const { severity, why } = codes[code];
    return { code, severity, why, page: readRulePage(workbench.page(`docs/rules/${code}.md`)).markdown ?? "" };
  },
});
