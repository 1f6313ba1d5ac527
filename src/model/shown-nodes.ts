import { shortTypeName } from "../catalogue/catalogue.js";
import { lettersOf, squeezed, typesLabelled } from "../catalogue/console-labels.js";
import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import { displayNameOf } from "./display-name.js";

interface DeclaredNode {
  readonly name: string;
  readonly declaration: NodeDeclaration | PageDeclaration;
}

/** The nodes of a journey as the canvas shows them: each with its title, which is made of its name where it has none, and with its type. */
export class ShownNodes {
  /** The names of the nodes by themselves and by their titles. */
  readonly byTitle: ReadonlyMap<string, string>;
  readonly #byLetters: ReadonlyMap<string, readonly string[]>;
  readonly #byType: ReadonlyMap<string, readonly string[]>;

  constructor(nodes: readonly DeclaredNode[]) {
    const titled = nodes.map((node) => ({ name: node.name, title: titleOf(node) }));
    this.byTitle = new Map(titled.flatMap(({ name, title = name }) => [[name, name] as const, [title, name] as const]));
    this.#byLetters = grouped(titled.map(({ name, title }) => [title === undefined ? "" : lettersOf(title), name]));
    this.#byType = grouped(nodes.map((node) => [squeezed(typeOf(node)), node.name]));
  }

  /** The only node that is shown under a name: by its title, or else by its type, as the console or the text calls that. */
  called(text: string): string | undefined {
    const letters = lettersOf(text);
    if (letters === "") return undefined;
    const types = new Set([squeezed(text), ...typesLabelled(text).map((id) => squeezed(shortTypeName(id)))]);
    const [only, second] = this.#byLetters.get(letters) ?? [...types].flatMap((type) => this.#byType.get(type) ?? []);
    return second === undefined ? only : undefined;
  }
}

/** `undefined` for a title that begins with a parameter. */
function titleOf({ name, declaration }: DeclaredNode): string | undefined {
  const [title] = declaration.title?.parts ?? [displayNameOf(name)];
  return typeof title === "string" ? title : undefined;
}

function typeOf({ declaration }: DeclaredNode): string {
  return declaration.kind === "page" ? "Page" : (declaration.type?.name.text ?? "");
}

/** The first two names of each key: where there are more than one, none is meant. */
function grouped(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, name] of entries) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else if (group.length < 2) group.push(name);
  }
  return groups;
}
