import { shortTypeName } from "../catalogue/catalogue.js";
import { lettersOf, squeezed, typesLabelled } from "../catalogue/console-labels.js";
import type { NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import { displayNameOf } from "./display-name.js";

interface DeclaredNode {
  readonly name: string;
  readonly declaration: NodeDeclaration | PageDeclaration;
}

/**
 * The only node that the canvas shows under a name: by its title, or else by its type, as the console or the text calls that.
 * `undefined` where none or several are.
 */
export function nodeCalled(text: string, nodes: Iterable<DeclaredNode>): string | undefined {
  const letters = lettersOf(text);
  if (letters === "") return undefined;
  const all = [...nodes];
  const titled = all.filter(({ name, declaration }) => {
    const [title] = declaration.title?.parts ?? [displayNameOf(name)];
    return typeof title === "string" && lettersOf(title) === letters;
  });
  const types = new Set([squeezed(text), ...typesLabelled(text).map((id) => squeezed(shortTypeName(id)))]);
  const found = titled.length > 0 ? titled : all.filter((draft) => types.has(squeezed(typeOf(draft))));
  const [only, second] = found;
  return second === undefined ? only?.name : undefined;
}

function typeOf({ declaration }: DeclaredNode): string {
  return declaration.kind === "page" ? "Page" : (declaration.type?.name.text ?? "");
}
