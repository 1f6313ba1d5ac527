import { useEffect, useRef } from "preact/hooks";
import type { PathStep } from "../../../runtime/run.js";
import type { ShownPicture } from "../inside.js";

/** The picture of a journey, with the path lit up: nodes that have run, and the one where the client is. */
export function Graph({ picture, path, journey, onSelect }: Props) {
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const svg = canvas.current;
    if (svg === null) return;
    // The list of turns is what the keyboard reaches; a click in the picture only finds a place there.
    for (const box of svg.querySelectorAll("[role=button]")) {
      for (const attribute of ["role", "tabindex", "aria-label"]) box.removeAttribute(attribute);
    }
    svg.querySelector("svg")?.setAttribute("role", "img");
    const visited = path.filter((step) => step.journey === journey);
    const names = new Set(visited.map(({ node }) => node));
    const last = visited.at(-1);
    const here = last?.outcome === undefined ? last?.node : undefined;
    for (const box of svg.querySelectorAll<SVGElement>("[data-node]")) {
      const name = picture.nodes[box.dataset.node ?? ""];
      box.classList.toggle("visited", name !== undefined && names.has(name));
      box.classList.toggle("here", name !== undefined && name === here);
    }
    svg.querySelector(".here")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [picture, path, journey]);
  const select = (target: EventTarget | null): void => {
    const box = target instanceof Element ? target.closest<SVGElement>("[data-node]") : null;
    const name = picture.nodes[box?.dataset.node ?? ""];
    if (name !== undefined) onSelect(name);
  };
  return (
    // The server drew the SVG, out of names that it has escaped.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      ref={canvas}
      class="graph"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that scrolls must be reachable by keyboard.
      tabIndex={0}
      onClick={({ target }) => select(target)}
      dangerouslySetInnerHTML={{ __html: picture.svg }}
    />
  );
}

interface Props {
  readonly picture: ShownPicture;
  readonly path: readonly PathStep[];
  readonly journey: string;
  readonly onSelect: (node: string) => void;
}
