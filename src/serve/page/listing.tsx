/** A long text as it is. What scrolls must be reachable by keyboard, or nobody without a mouse can read its end. */
export function Listing({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <pre tabIndex={0}>{text}</pre>
  );
}

/** A value as indented JSON. */
export function JsonListing({ value }: { readonly value: unknown }) {
  return <Listing text={JSON.stringify(value, undefined, 2) ?? ""} />;
}
