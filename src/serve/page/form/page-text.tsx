import type { ComponentChildren } from "preact";

/**
 * A text of a page, which may hold simple HTML as on the platform. Only links and emphasis are kept, and nothing of it can run; a link to a
 * journey, `#/service/Registration`, begins it.
 */
export function PageText({ html, onJourney }: Props) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return <p>{[...body.childNodes].map((node) => shown(node, onJourney))}</p>;
}

interface Props {
  readonly html: string;
  readonly onJourney: (journey: string) => void;
}

function shown(node: Node, onJourney: Props["onJourney"]): ComponentChildren {
  if (!(node instanceof HTMLElement)) return node instanceof Text ? node.data : null;
  const inside = [...node.childNodes].map((child) => shown(child, onJourney));
  switch (node.tagName) {
    case "BR":
      return <br />;
    case "B":
    case "STRONG":
      return <strong>{inside}</strong>;
    case "I":
    case "EM":
      return <em>{inside}</em>;
    case "A":
      return link(node.getAttribute("href") ?? "", inside, onJourney);
    case "SCRIPT":
    case "STYLE":
      return null;
    default:
      return inside;
  }
}

function link(address: string, inside: ComponentChildren, onJourney: Props["onJourney"]): ComponentChildren {
  const [, journey] = /^#\/?service\/([^?&#]+)/.exec(address) ?? [];
  if (journey !== undefined) {
    return (
      <button type="button" class="quiet" onClick={() => onJourney(decodeURIComponent(journey))}>
        {inside}
      </button>
    );
  }
  return /^https?:\/\//i.test(address) ? <a href={address}>{inside}</a> : inside;
}
