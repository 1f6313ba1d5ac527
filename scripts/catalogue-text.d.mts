import type { NodeType } from "../src/catalogue/node-type.js";

export function catalogueText(type: NodeType): string;
