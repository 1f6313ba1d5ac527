import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** Tabs as the practices for accessible pages have them: arrow keys move between them, and one of them is in the order of the Tab key. */
export function Tabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const [chosen, setChosen] = useState(tabs[0]?.name);
  const index = Math.max(
    0,
    tabs.findIndex(({ name }) => name === chosen),
  );
  const move = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const steps: Record<string, number> = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const next = (wanted + tabs.length) % tabs.length;
    setChosen(tabs[next]?.name);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label="Inside" tabIndex={-1} onKeyDown={move}>
        {tabs.map(({ name, count }, place) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${place}`}
            aria-controls={`panel-${place}`}
            aria-selected={place === index}
            tabIndex={place === index ? 0 : -1}
            onClick={() => setChosen(name)}
          >
            {name}
            {count !== undefined && count > 0 && <span class="badge">{count}</span>}
          </button>
        ))}
      </div>
      {tabs.map(({ name, content }, place) => (
        <div key={name} role="tabpanel" id={`panel-${place}`} aria-labelledby={`tab-${place}`} hidden={place !== index}>
          {place === index && content}
        </div>
      ))}
    </>
  );
}

export interface Tab {
  readonly name: string;
  readonly count?: number;
  readonly content: ComponentChildren;
}
