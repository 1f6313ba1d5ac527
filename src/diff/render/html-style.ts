/** The style of the HTML page, for dark, light and print. Signs repeat what colours say. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1c2733; --paper: #fff; --line: #d5dbe3; --add: #1a7f37; --del: #c62f2f; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --paper: #14191f; --line: #3a4552; --add: #57c878; --del: #ff8a85; --warn: #e0b04a; } }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 110rem; margin: 0 auto; padding: 1rem 2rem; }
section { border-top: 1px solid var(--line); padding: .5rem 0 1.5rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; } h3 { font-size: 1rem; }
.count { font-size: 1.1rem; } .weaker { color: var(--del); }
ul { padding-left: 1.5rem; } ul.changes { list-style: none; padding-left: 0; }
li { overflow-wrap: anywhere; } ul.changes > li { padding-left: 1.2em; text-indent: -1.2em; } ul.changes > li > * { text-indent: 0; }
.sign { display: inline-block; width: 1.2em; font-family: ui-monospace, monospace; }
.added > .sign, ins { color: var(--add); } .removed > .sign, del { color: var(--del); } .warning > .sign { color: var(--warn); }
ins { text-decoration: none; } pre ins, pre del { text-decoration: none; }
pre { margin: .3rem 0 .3rem 1.5rem; padding: .5rem; border: 1px solid var(--line); overflow-x: auto; font: 13px/1.4 ui-monospace, monospace; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.sides.wide { grid-template-columns: 1fr; }
@media (max-width: 60rem) { .sides { grid-template-columns: 1fr; } }
figure { margin: 0; min-width: 0; } figcaption { font-weight: 600; margin-bottom: .3rem; }
.picture { overflow: auto; max-height: 80vh; border: 1px solid var(--line); }
.picture svg { display: block; max-width: none; }
@media print { .picture { max-height: none; overflow: visible; } .picture svg { max-width: 100%; height: auto; } }
`;
