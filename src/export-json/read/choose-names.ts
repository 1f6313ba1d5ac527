import { identifierOf, wordsOf, wordsOfIdentifier } from "../../model/name-words.js";
import { readingOrder } from "../../model/reading-order.js";
import { hasMeaning } from "../../syntax/reserved-names.js";

/** The texts from which a node gets its name, and its place in the journey. */
export interface NamingNode {
  readonly id: string;
  readonly typeId: string;
  readonly displayName: string;
  /** The text of a page's header. */
  readonly pageHeader?: string;
  /**
   * The one thing that the node is about: the title of its script, the id of its inner journey, the attribute that it
   * asks for. It gives the name where the display name only repeats the type.
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
 * Chooses names for nodes that only have ids and labels so far. The name comes from the label where that says more than
 * the type, else from the script, inner journey or page header, else from what a page asks for, else from the type. The
 * first node in reading order gets the plain name and later ones a number, so that a change elsewhere in the journey
 * seldom renames a node. Names are unique within the journey, those of inner nodes within their page; upper and lower
 * case count as the same.
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

/** The names in use. Upper and lower case count as the same, since `ResetOTP` and `ResetOtp` would be confused. */
class TakenNames {
  readonly #taken = new Set<string>();
  /** The next number to try for each name, so that many nodes with one name take linear time. */
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
 * The names to try in turn; if all are taken, the first one gets a number. Only a page without a label of its own has
 * two: somebody has chosen a display name, so no other name replaces it.
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

/** Whether the label only repeats the type, as "Page Node" and "Datastore Decision Node" do. */
function isTypesOwnLabel(node: NamingNode): boolean {
  const label = bare(wordsOf(node.displayName));
  return label === "" || label === bare(wordsOf(node.typeId));
}

function bare(words: readonly string[]): string {
  return words.join("").toLowerCase().replace(/node$/, "");
}

const serialNumber = /[0-9a-f]{32}/i;

/**
 * A name made of the type: `ReCaptcha` for `product-ReCaptchaNode`. The serial number of a type from the Node Designer
 * makes no name.
 */
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

/**
 * A name for a page without a header: `AskUsernameAndPassword` by what it asks for, `MessagePage` by its only inner
 * node.
 */
function askingName(children: readonly NamingNode[]): string {
  const asked = children.map(askedThing);
  if (asked.length === 1 && asked[0] === "") return `${typeName(children[0]?.typeId ?? "")}Page`;
  const things = [...new Set(asked.filter((thing) => thing !== ""))];
  if (things.length === 0 || things.length > askedLimit) return "";
  const last = things.at(-1) ?? "";
  const others = things.slice(0, -1).join("");
  return `Ask${others === "" ? last : `${others}And${last}`}`;
}

/**
 * The thing that a collector asks for: `Password` for a password collector. It is taken from the words of the type,
 * which works for future types too.
 */
function askedThing(node: NamingNode): string {
  const words = wordsOfIdentifier(node.typeId.replace(/Node$/, ""));
  if (words.at(-1) !== "Collector" && words[0] !== "Validated") return "";
  if (node.subject !== undefined) return identifierOf(node.subject);
  return identifierOf(words.filter((word) => word !== "Collector" && word !== "Validated").join(" "));
}
