import { identifierOf, wordsOf, wordsOfIdentifier } from "../../model/name-words.js";
import { readingOrder } from "../../model/reading-order.js";
import { hasMeaning } from "../../syntax/reserved-names.js";

/** What a node offers for its name. */
export interface NamingNode {
  readonly id: string;
  readonly typeId: string;
  readonly displayName: string;
  /** The text of a page's header. */
  readonly pageHeader?: string;
  /**
   * What the node is about, where one thing says it: the title of its script, the id of its inner journey, the attribute that it
   * asks for. Names it where the display name is only the type's own.
   */
  readonly subject?: string;
  /** A page's inner nodes, in their order. */
  readonly childIds: readonly string[];
  /** The page of an inner node. */
  readonly childOf?: string;
  /** Ids of nodes that the outcomes lead to, in the order of the outcomes. */
  readonly targets: readonly string[];
}

export interface NamingInput {
  readonly journeyId: string;
  readonly entryId: string | undefined;
  readonly nodes: readonly NamingNode[];
}

/**
 * Chooses the names that the text gives to nodes which until now only had ids and labels. A name comes from the label where
 * that says more than the type, else from the script, inner journey or page header, else from what a page asks for, else from
 * the type. The first node in reading order gets the plain name, later ones with the same get a number: what happens
 * elsewhere in the journey renames nobody, as a rule. Names are unique within the journey, and inner nodes' within their page, without
 * regard to capitals.
 */
export function chooseNames(input: NamingInput): ReadonlyMap<string, string> {
  const nodes = new Map(input.nodes.map((node) => [node.id, node]));
  const names = new Map<string, string>();
  const outer = input.nodes.filter((node) => node.childOf === undefined);
  const order = readingOrder(
    input.entryId,
    outer.map((node) => node.id),
    (id) => nodes.get(id)?.targets ?? [],
  );
  nameScope(order, nodes, names);
  for (const id of order) nameScope(nodes.get(id)?.childIds ?? [], nodes, names);
  // Inner nodes that no page lists, or whose page is missing.
  nameScope(
    input.nodes.map((node) => node.id),
    nodes,
    names,
  );
  return names;
}

function nameScope(ids: readonly string[], nodes: ReadonlyMap<string, NamingNode>, names: Map<string, string>): void {
  const taken = new TakenNames();
  for (const id of ids) {
    const node = nodes.get(id);
    if (node === undefined || names.has(id)) continue;
    const children = node.childIds.flatMap((child) => nodes.get(child) ?? []);
    names.set(id, taken.take(candidatesFor(node, children)));
  }
}

/** Names in use, without regard to capitals: `ResetOTP` beside `ResetOtp` would be misread. */
class TakenNames {
  readonly #taken = new Set<string>();
  /** The next number to try, by name: many nodes of one name stay linear. */
  readonly #next = new Map<string, number>();

  take(candidates: readonly string[]): string {
    const name = candidates.find((candidate) => this.#isFree(candidate)) ?? this.#numbered(candidates[0] ?? "Node");
    this.#taken.add(name.toLowerCase());
    return name;
  }

  #numbered(name: string): string {
    const stem = /\p{N}$/u.test(name) ? `${name}_` : name;
    for (let number = this.#next.get(stem) ?? 2; ; number++) {
      const numbered = `${stem}${number}`;
      if (!this.#isFree(numbered)) continue;
      this.#next.set(stem, number + 1);
      return numbered;
    }
  }

  #isFree(name: string): boolean {
    return !this.#taken.has(name.toLowerCase());
  }
}

/**
 * The names to try in turn; if all are taken, the first one gets a number. Only a page without a label of its own has two: a
 * display name is somebody's choice, so nothing else is put in its place.
 */
function candidatesFor(node: NamingNode, children: readonly NamingNode[]): readonly string[] {
  const names = isTypesOwnLabel(node) ? namesFromContent(node, children) : [identifierOf(node.displayName)];
  const usable = names.filter((name) => name !== "");
  return (usable.length > 0 ? usable : [typeName(node.typeId)]).map((name) => legalName(name, node));
}

function namesFromContent(node: NamingNode, children: readonly NamingNode[]): readonly string[] {
  if (children.length > 0) return [identifierOf(node.pageHeader ?? ""), askingName(children)];
  return [identifierOf(node.subject ?? node.pageHeader ?? "")];
}

/** `SuccessMessage` for a message called "Success", `Page2FA` for a page called "2FA". */
function legalName(name: string, node: NamingNode): string {
  if (hasMeaning(name)) return `${name}${lastTypeWord(node.typeId)}`;
  return /^[A-Za-z_]/.test(name) || /^\p{L}/u.test(name) ? name : `${lastTypeWord(node.typeId)}${name}`;
}

/** Whether the label only repeats the type: "Page Node", "Datastore Decision Node". */
function isTypesOwnLabel(node: NamingNode): boolean {
  const label = bare(wordsOf(node.displayName));
  return label === "" || label === bare(wordsOf(node.typeId));
}

function bare(words: readonly string[]): string {
  return words.join("").toLowerCase().replace(/node$/, "");
}

const serialNumber = /[0-9a-f]{32}/i;

/** The short type as a name: `product-ReCaptchaNode` is `ReCaptcha`; a designer's serial number is no name. */
function typeName(typeId: string): string {
  if (serialNumber.test(typeId)) return "CustomNode";
  return identifierOf(typeWords(typeId).join(" ")) || "Node";
}

function lastTypeWord(typeId: string): string {
  return (
    (serialNumber.test(typeId) ? "" : identifierOf(typeWords(typeId).at(-1) ?? "")).replace(/^(?!\p{L}).*/u, "") ||
    "Node"
  );
}

function typeWords(typeId: string): readonly string[] {
  return wordsOfIdentifier(typeId.replace(/^(?:product|designer)-/, "").replace(/(?<=.)Node$/, ""));
}

const askedLimit = 3;

/** What a page without a header asks for, `AskUsernameAndPassword`; its only inner node, `MessagePage`. */
function askingName(children: readonly NamingNode[]): string {
  const asked = children.map(askedThing);
  if (asked.length === 1 && asked[0] === "") return `${typeName(children[0]?.typeId ?? "")}Page`;
  const things = [...new Set(asked.filter((thing) => thing !== ""))];
  if (things.length === 0 || things.length > askedLimit) return "";
  const last = things.at(-1) ?? "";
  const others = things.slice(0, -1).join("");
  return `Ask${others === "" ? last : `${others}And${last}`}`;
}

/** `Password` of a password collector: by the words of its type, so that types to come are understood too. */
function askedThing(node: NamingNode): string {
  const words = wordsOfIdentifier(node.typeId.replace(/Node$/, ""));
  if (words.at(-1) !== "Collector" && words[0] !== "Validated") return "";
  if (node.subject !== undefined) return identifierOf(node.subject);
  return identifierOf(words.filter((word) => word !== "Collector" && word !== "Validated").join(" "));
}
