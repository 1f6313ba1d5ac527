import { findProperty } from "../../catalogue/find-property.js";
import { holdsBodies } from "../../export-json/sections.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { lookUpNodeType } from "../../model/node-types.js";
import { splitReference } from "../../model/resolve-reference.js";
import type {
  Edge,
  FileItem,
  JourneyDeclaration,
  Name,
  NodeDeclaration,
  ObjectEntry,
  PageDeclaration,
  Property,
  Reference,
  ScenarioDeclaration,
  ScenarioStep,
  ScriptDeclaration,
  StringValue,
  SubmitStep,
  Value,
} from "../../syntax/ast.js";
import { isTerminalName } from "../../syntax/reserved-names.js";
import type { LanguageText, ReadProject } from "../language-project.js";
import { nodeOfInput } from "./input-names.js";
import type { Named, Occurrence } from "./named.js";
import { parameterUsesIn } from "./parameter-uses.js";
import { journeysOfScenario, ownerOfNode, scenarioJourney, scenarioScript, scriptIn } from "./scenario-names.js";

const known = new WeakMap<LanguageText, readonly Occurrence[]>();

/** All names in a text with what they stand for, in order. */
export function occurrencesIn(text: LanguageText): readonly Occurrence[] {
  let occurrences = known.get(text);
  if (occurrences === undefined) {
    const finder = new OccurrenceFinder(text);
    for (const item of text.parsed.file.items) {
      finder.addItem(item);
      finder.addParameters(item);
    }
    occurrences = finder.found.sort((left, right) => left.range.start - right.range.start);
    known.set(text, occurrences);
  }
  return occurrences;
}

/** What is named at an offset. */
export function occurrenceAt(text: LanguageText, offset: number): Occurrence | undefined {
  return occurrencesIn(text).find(({ range }) => range.start <= offset && offset <= range.end);
}

/** All texts of projects. */
export function textsOf(projects: readonly ReadProject[]): readonly LanguageText[] {
  const byPath = new Map(
    projects.flatMap(({ texts }) => [...texts.values()].map((text) => [text.path, text] as const)),
  );
  return [...byPath.values()];
}

class OccurrenceFinder {
  readonly found: Occurrence[] = [];
  readonly #text: LanguageText;

  constructor(text: LanguageText) {
    this.#text = text;
  }

  addItem(item: FileItem): void {
    switch (item.kind) {
      case "journey":
        this.#journey(item);
        return;
      case "script":
        this.#script(item, undefined);
        return;
      case "param":
        if (item.name) this.#add({ kind: "param", file: this.#text.path, name: item.name.text }, item.name, true);
        return;
      case "extern": {
        const type = item.name && this.#text.bound.scope.externTypes.get(item.name.text);
        if (item.name && type) this.#add({ kind: "type", id: type.id, file: this.#text.path }, item.name, true);
        for (const property of item.properties) this.#value(property.value, undefined);
        return;
      }
      case "scenario":
        this.#scenario(item);
        return;
      case "resource":
        return;
      default:
        item satisfies never;
    }
  }

  addParameters(item: FileItem): void {
    const file = this.#text.path;
    for (const { name, range } of parameterUsesIn(item, this.#text.parsed.source.text))
      this.#add({ kind: "param", file, name }, { text: name, quoted: false, range }, false, "text");
  }

  #add(
    named: Named,
    name: Name,
    isDeclaration = false,
    form: Occurrence["form"] = name.quoted ? "quoted" : "name",
  ): void {
    const range = name.quoted ? { start: name.range.start + 1, end: name.range.end - 1 } : name.range;
    this.found.push({ named, range, isDeclaration, form });
  }

  #journey(declaration: JourneyDeclaration): void {
    const { name, title } = declaration;
    const journey = this.#text.bound.journeys.find((each) => each.place.range.start === name?.range.start);
    if (name === undefined || journey === undefined) return;
    const form = title === undefined ? undefined : "alias";
    this.#add({ kind: "journey", id: journey.id }, name, true, form);
    if (title !== undefined) this.#inText({ kind: "journey", id: journey.id }, title, true);
    for (const member of declaration.members) {
      switch (member.kind) {
        case "property":
          this.#value(member.value, journey);
          break;
        case "entry":
          this.#target(member.target, journey);
          break;
        case "node":
        case "page":
          this.#node(member, undefined, journey);
          break;
        case "script":
          this.#script(member, journey);
          break;
        case "require":
        case "forbid":
          this.#reference(member.reference, journey);
          this.#target(member.target, journey);
          break;
        case "layout":
          for (const { reference } of member.entries) this.#reference(reference, journey);
          break;
        case "raw":
          this.#raw(member.value?.entries ?? [], journey);
          break;
        case "export":
        case "resource":
          break;
        default:
          member satisfies never;
      }
    }
  }

  #node(declaration: NodeDeclaration | PageDeclaration, page: string | undefined, journey: Journey): void {
    const { name } = declaration;
    if (name !== undefined) this.#add({ kind: "node", journey: journey.id, page, name: name.text }, name, true);
    if (declaration.kind === "node") this.#type(declaration);
    const siblings = page === undefined ? journey.nodes : journey.nodes.find((each) => each.name === page)?.children;
    const node = siblings?.find((each) => each.name === name?.text);
    const typeName = declaration.kind === "node" ? declaration.type?.name.text : undefined;
    for (const member of declaration.members) {
      if (member.kind === "property") this.#property(member, typeName, node, journey);
      else if (member.kind === "edge") this.#edge(member, node, journey);
      else this.#node(member, name?.text, journey);
    }
  }

  #type({ type }: NodeDeclaration): void {
    if (type === undefined) return;
    const { scope } = this.#text.bound;
    const found = lookUpNodeType(type.name.text, scope);
    if (found === undefined) return;
    const isOwn = scope.externTypes.get(type.name.text) !== undefined;
    this.#add({ kind: "type", id: found.id, file: isOwn ? this.#text.path : undefined }, type.name);
  }

  #property(
    { key, value }: Property,
    typeName: string | undefined,
    node: JourneyNode | undefined,
    journey: Journey,
  ): void {
    const property =
      typeName === undefined || node?.type === undefined ? undefined : findProperty(node.type, node.version, key.text);
    if (property?.reference?.kind === "tree" && value?.kind === "string") {
      const id = plainText(value);
      if (id !== undefined) this.#inText({ kind: "journey", id }, value, false);
    }
    this.#value(value, journey);
  }

  #edge({ outcomes, target }: Edge, node: JourneyNode | undefined, journey: Journey): void {
    if (node !== undefined) {
      for (const { child, outcome } of outcomes) {
        if (child !== undefined)
          this.#add({ kind: "node", journey: journey.id, page: node.name, name: child.text }, child);
        const own = node.outcomes.find(
          (each) => each.outcome === outcome.text && (child === undefined || each.child === child.text),
        );
        this.#outcome(outcome, journey, node.name, child?.text ?? own?.child, true);
      }
    }
    this.#target(target, journey);
  }

  #outcome(outcome: Name, journey: Journey, node: string, child: string | undefined, isArrow = false): void {
    this.#add({ kind: "outcome", journey: journey.id, node, child, outcome: outcome.text }, outcome, isArrow);
  }

  /** A target in quotes is a foreign id. */
  #target(target: Name | undefined, journey: Journey): void {
    if (target === undefined || target.quoted || isTerminalName(target.text)) return;
    this.#add({ kind: "node", journey: journey.id, page: undefined, name: target.text }, target);
  }

  /** `A`, `Page.Node`, `A.outcome`, `Page.Node.outcome`. */
  #reference(reference: Reference | undefined, journey: Journey): void {
    const [first, second] = reference?.parts ?? [];
    if (reference === undefined || first === undefined || isTerminalName(first.text)) return;
    this.#add({ kind: "node", journey: journey.id, page: undefined, name: first.text }, first);
    const node = journey.nodes.find(({ name }) => name === first.text);
    if (node === undefined || second === undefined) return;
    const { child, outcome } = splitReference(reference, node);
    if (child !== undefined) this.#add({ kind: "node", journey: journey.id, page: node.name, name: child }, second);
    if (outcome !== undefined) this.#outcome(outcome, journey, node.name, child);
  }

  /** Names of nodes stand for ids as keys of these sections, and as targets in the connections of the tree. */
  #raw(entries: readonly ObjectEntry[], journey: Journey): void {
    for (const { key, value } of entries) {
      const members = value?.kind === "object" ? value.entries : [];
      if (holdsBodies(key.text)) {
        for (const member of members) {
          this.#rawKey(member.key, journey);
          for (const inner of member.value?.kind === "object" ? member.value.entries : [])
            if (inner.key.text === "nodes") this.#rawTexts(inner.value, journey);
        }
      }
      if (key.text !== "tree") continue;
      for (const member of members) {
        if (member.key.text === "entryNodeId") this.#rawTexts(member.value, journey);
        if (member.key.text !== "nodes" || member.value?.kind !== "object") continue;
        for (const reference of member.value.entries) {
          this.#rawKey(reference.key, journey);
          for (const inner of reference.value?.kind === "object" ? reference.value.entries : [])
            if (inner.key.text === "connections") this.#rawTexts(inner.value, journey);
        }
      }
    }
  }

  #rawKey(key: Name, journey: Journey): void {
    const [first = "", second] = key.text.split(".");
    const node = journey.nodes.find(({ name }) => name === first);
    if (node === undefined) return;
    const start = key.range.start + (key.quoted ? 1 : 0);
    const part = (text: string, at: number): Name => ({
      text,
      quoted: false,
      range: { start: at, end: at + text.length },
    });
    this.#add({ kind: "node", journey: journey.id, page: undefined, name: first }, part(first, start), false, "text");
    if (second === undefined || !node.children.some(({ name }) => name === second)) return;
    this.#add(
      { kind: "node", journey: journey.id, page: first, name: second },
      part(second, start + first.length + 1),
      false,
      "text",
    );
  }

  #rawTexts(value: Value | undefined, journey: Journey): void {
    if (value?.kind === "list") for (const item of value.items) this.#rawTexts(item, journey);
    if (value?.kind === "object") for (const entry of value.entries) this.#rawTexts(entry.value, journey);
    if (value?.kind === "string" && !value.block && plainText(value) !== undefined) {
      this.#rawKey({ text: plainText(value) ?? "", quoted: true, range: value.range }, journey);
    }
  }

  #script(declaration: ScriptDeclaration, journey: Journey | undefined): void {
    const { name } = declaration;
    if (name !== undefined)
      this.#add({ kind: "script", file: this.#text.path, journey: journey?.id, name: name.text }, name, true);
    for (const { value } of declaration.properties) this.#value(value, journey);
  }

  #value(value: Value | undefined, journey: Journey | undefined): void {
    switch (value?.kind) {
      case "name": {
        const script = scriptIn(this.#text, value.text, journey);
        if (script !== undefined) this.#add(script, { text: value.text, quoted: false, range: value.range });
        return;
      }
      case "list":
        for (const item of value.items) this.#value(item, journey);
        return;
      case "object":
        for (const entry of value.entries) this.#value(entry.value, journey);
        return;
      case "string":
      case "number":
      case "boolean":
      case "null":
      case undefined:
        return;
      default:
        value satisfies never;
    }
  }

  #inText(named: Named, text: StringValue, isDeclaration: boolean): void {
    const { range, block } = text;
    // A text with parameters is another one in each environment.
    if (block || plainText(text) === undefined) return;
    this.found.push({ named, range: { start: range.start + 1, end: range.end - 1 }, isDeclaration, form: "text" });
  }

  #scenario({ journey: name, script, steps }: ScenarioDeclaration): void {
    const { project } = this.#text;
    const journey = scenarioJourney(name, project);
    if (name !== undefined && journey !== undefined) this.#scenarioJourney(name, journey);
    if (script !== undefined) this.#scenarioScript(script);
    const journeys = journeysOfScenario(journey, project);
    for (const step of steps) this.#step(step, journeys);
  }

  #scenarioJourney(name: Name, { id, name: called }: Journey): void {
    this.#add({ kind: "journey", id }, name, false, called === id || name.text === id ? undefined : "alias");
  }

  /** `Script` or `Journey.Script`. */
  #scenarioScript({ parts: [first, second, third] }: Reference): void {
    const name = second ?? first;
    if (name === undefined || third !== undefined) return;
    const owner = second && scenarioJourney(first, this.#text.project);
    if (first !== undefined && owner !== undefined) this.#scenarioJourney(first, owner);
    if (second !== undefined && owner === undefined) return;
    const script = scenarioScript(name.text, owner, this.#text);
    if (script !== undefined) this.#add(script, name);
  }

  /** With the journeys that the step can name nodes of. */
  #step(step: ScenarioStep, journeys: readonly Journey[]): void {
    if ("value" in step) this.#value(step.value, undefined);
    if (step.kind === "submit") this.#value(step.inputs, undefined);
    if (step.kind === "stub") {
      const name = step.node?.parts[0]?.text;
      const journey = ownerOfNode(name, journeys);
      this.#stepReference(step.node, journeys);
      const node = journey?.nodes.find((each) => each.name === name);
      if (step.outcome !== undefined && journey !== undefined && node !== undefined) {
        const { child, outcome } = step.outcome;
        if (child !== undefined)
          this.#add({ kind: "node", journey: journey.id, page: node.name, name: child.text }, child);
        this.#outcome(outcome, journey, node.name, child?.text ?? step.node?.parts[1]?.text);
      }
    }
    if (step.kind === "submit") this.#submit(step, journeys);
    if (step.kind !== "expect") return;
    if (step.subject?.text === "at") this.#stepReference(step.at, journeys);
    for (const reference of step.path ?? []) this.#stepReference(reference, journeys);
  }

  #submit({ node: reference, inputs }: SubmitStep, journeys: readonly Journey[]): void {
    this.#stepReference(reference, journeys);
    const name = reference?.parts[0]?.text;
    const journey = ownerOfNode(name, journeys);
    const node = journey?.nodes.find((each) => each.name === name);
    if (journey === undefined || node === undefined) return;
    for (const { key } of inputs?.entries ?? []) {
      const named = nodeOfInput(key.text, node);
      if (named !== undefined)
        this.#add({ kind: "node", journey: journey.id, page: named.page, name: named.name }, key);
    }
  }

  #stepReference(reference: Reference | undefined, journeys: readonly Journey[]): void {
    const journey = ownerOfNode(reference?.parts[0]?.text, journeys);
    if (journey !== undefined) this.#reference(reference, journey);
  }
}

function plainText({ parts }: StringValue): string | undefined {
  const [only = "", another] = parts;
  return another === undefined && typeof only === "string" ? only : undefined;
}
