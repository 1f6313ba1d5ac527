/** The style of the HTML page, for dark, light and print. */
export const descriptionStyle = `
:root { color-scheme: light dark; --text: #1c2733; --ground: #fff; --rule: #d5dbe3; --link: #0b57a4; --soft: #f2f5f8; }
@media (prefers-color-scheme: dark) { :root { --text: #e6ebf1; --ground: #14191f; --rule: #3a4552; --link: #7db8ff; --soft: #1e252d; } }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); }
main { max-width: 75rem; margin: 0 auto; padding: 1rem 2rem 4rem; }
h1 { font-size: 1.6rem; border-top: 1px solid var(--rule); padding-top: 1rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-bottom: .2rem; }
h3 + ul { margin-top: .2rem; }
ul, ol { padding-left: 1.5rem; } li { overflow-wrap: anywhere; }
a { color: var(--link); }
code { font: 13px/1.4 ui-monospace, monospace; background: var(--soft); padding: 0 .25em; border-radius: .2em; }
table { border-collapse: collapse; margin: 1rem 0; } th, td { border: 1px solid var(--rule); padding: .2rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.picture { overflow: auto; max-height: 80vh; border: 1px solid var(--rule); }
.picture svg { display: block; max-width: none; }
@media print { .picture { max-height: none; overflow: visible; border: 0; } .picture svg { max-width: 100%; height: auto; } a { color: inherit; } h2, h3 { break-after: avoid; } }
`;
