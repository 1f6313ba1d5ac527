import { layOutPicture } from "../../write/graph/lay-out-picture.js";
import { drawSvg } from "../../write/graph/svg.js";
import type { Endpoint } from "../exchange.js";
import { Refusal } from "../refusal.js";
import { reply } from "../reply.js";

/** `journeyc/picture?journey=…`: the picture of a journey, and which of its boxes is which node. */
export const pictureControl: Endpoint = {
  GET(exchange) {
    const id = exchange.query("journey");
    const journey = exchange.state.journeys.source.model.journeys.find((each) => each.id === id);
    if (journey === undefined) throw new Refusal(404, `There is no journey ${id}`);
    const picture = layOutPicture(journey);
    const nodes = picture.boxes.flatMap(({ index, vertex }) =>
      vertex.kind === "node" ? [[String(index), vertex.node.name] as const] : [],
    );
    return reply({ svg: drawSvg(journey, picture, {}, true), nodes: Object.fromEntries(nodes) });
  },
};
