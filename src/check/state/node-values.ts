import { judgeCondition, type Verdict } from "../../catalogue/condition.js";
import type { PropertyCondition } from "../../catalogue/node-type.js";
import type { JourneyNode } from "../../model/model.js";
import { propertyValues } from "../../model/property-values.js";
import type { Json } from "../../text/json.js";

/** The values of a node's properties. The map that conditions need is built only where there is a condition. */
export class NodeValues {
  readonly #node: JourneyNode;
  #all: ReadonlyMap<string, Json> | undefined;

  constructor(node: JourneyNode) {
    this.#node = node;
  }

  get(property: string): Json | undefined {
    return this.#node.properties.get(property)?.value;
  }

  decide(condition: PropertyCondition): Verdict {
    this.#all ??= propertyValues(this.#node);
    return judgeCondition(condition, this.#all);
  }
}
