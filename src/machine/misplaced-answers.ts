import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, JourneyNode, Model } from "../model/model.js";
import type { BoundStep, Submit } from "../model/scenario.js";
import { nodeInputs } from "./node-inputs.js";

type FindNode = (node: Submit["node"]) => { readonly node: JourneyNode; readonly journey: Journey } | undefined;

/** Answers to a node that runs another journey, whose nodes ask, and answers to one inner node of a page after another, though a page is sent as a whole. */
export function misplacedAnswers(
  steps: readonly BoundStep[],
  findNode: FindNode,
  { journeys }: Model,
): readonly Diagnostic[] {
  return steps.flatMap((step, index) => {
    if (step.kind !== "submit") return [];
    const found = findNode(step.node);
    if (found === undefined) return [];
    const problem = ofInnerJourney(step, found.node, journeys) ?? ofOnePage(step, steps[index + 1], found.node);
    return problem === undefined ? [] : [problem];
  });
}

function ofInnerJourney(
  { node: { text }, inputs, place, inputPlaces }: Submit,
  { typeId, properties }: JourneyNode,
  journeys: readonly Journey[],
): Diagnostic | undefined {
  if (typeId !== "InnerTreeEvaluatorNode") return undefined;
  const id = properties.get("tree")?.value;
  const asking = journeys.find((journey) => journey.id === id)?.nodes.filter(asks) ?? [];
  const names = Object.keys(inputs);
  const [only, second] = asking.filter((node) => {
    const asked = nodeInputs(node);
    return asked !== "any" && names.every((name) => asked.has(name));
  });
  const meant = second === undefined ? only : undefined;
  const help =
    meant === undefined
      ? "Name the node of that journey which asks."
      : `Write \`submit ${meant.name} { … }\`: that node of the journey asks.`;
  const problem = `"${text}" runs another journey, and asks for nothing itself`;
  const restsOn = [...inputPlaces.values()];
  return createDiagnostic("invalid-step", place, { problem }, { help, restsOn });
}

function asks(node: JourneyNode): boolean {
  const asked = nodeInputs(node);
  return asked === "any" || asked.size > 0;
}

/** `submit Page.Name { … }` before `submit Page.Password { … }`. */
function ofOnePage(step: Submit, next: BoundStep | undefined, page: JourneyNode): Diagnostic | undefined {
  if (next?.kind !== "submit" || next.node.node !== step.node.node || next.node.journey !== step.node.journey)
    return undefined;
  const { child } = step.node;
  if (child === undefined || next.node.child === undefined || child === next.node.child) return undefined;
  const inputs = [...Object.keys(step.inputs), ...Object.keys(next.inputs)].map((name) => `${name}: …`).join(", ");
  const help = `Write one step: \`submit ${page.name} { ${inputs} }\`.`;
  const problem = "A page is answered as a whole: all its nodes get their answers at once";
  const related = [{ place: next.place, message: "This answers the next page that is shown" }];
  return createDiagnostic("invalid-step", step.place, { problem }, { help, related });
}
