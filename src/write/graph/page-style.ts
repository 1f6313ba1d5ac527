/** The style of the HTML page around a picture. */
export const pageStyle = `
:root { color-scheme: light dark; --back: #ffffff; --front: #1b2430; --soft: #566273; --bar: #f3f5f9; --border: #c9d1dc; --focus: #0b66d8; --found: #ffd84d; --hit: #e08a00; }
@media (prefers-color-scheme: dark) {
  :root { --back: #12161c; --front: #e8edf4; --soft: #a5b1c0; --bar: #1a2029; --border: #3a4554; --focus: #6db1ff; --found: #8a6d00; --hit: #ffb020; }
}
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: grid; grid-template: auto 1fr / 1fr auto; background: var(--back); color: var(--front); font: 14px/1.45 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 8px 16px; background: var(--bar); border-bottom: 1px solid var(--border); }
h1 { font-size: 16px; margin: 0; overflow-wrap: anywhere; }
.grow { flex: 1; }
input, button { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--border); border-radius: 6px; padding: 4px 10px; }
input { width: 15em; }
button { cursor: pointer; min-width: 34px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
#matches { min-width: 5em; color: var(--soft); }
#canvas { overflow: hidden; position: relative; touch-action: none; cursor: grab; min-width: 0; }
#canvas.dragging { cursor: grabbing; }
#canvas > svg { position: absolute; transform-origin: 0 0; max-width: none; }
#canvas .paper { fill: none; }
#canvas .heading { display: none; }
#canvas [data-node] { cursor: pointer; }
#canvas [data-node]:focus { outline: none; }
#canvas [data-node]:focus-visible > .box, #canvas [data-node].selected > .box { stroke: var(--focus); stroke-width: 3; }
#canvas .found > .box { stroke: var(--found); stroke-width: 5; }
#canvas .found.current > .box { stroke: var(--hit); stroke-width: 6; }
#canvas.searching [data-node]:not(.found) { opacity: 0.35; }
#canvas.selecting .arrow path:not(.lit):not(.halo) { opacity: 0.25; }
#canvas .arrow path.lit { stroke-width: 3; }
#map { position: absolute; right: 12px; bottom: 12px; cursor: crosshair; touch-action: none; background: var(--back); border: 1px solid var(--border); border-radius: 6px; opacity: 0.92; }
#map[hidden] { display: none; }
#map svg { display: block; }
#map rect { fill: var(--soft); }
#map .success { fill: #1a7f37; }
#map .failure { fill: #c03434; }
#map .start { fill: var(--front); }
#map .found { fill: var(--hit); stroke: var(--hit); stroke-width: 30; }
#map .frame { fill: var(--focus); fill-opacity: 0.12; stroke: var(--focus); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
#panel { width: min(380px, 45vw); overflow: auto; padding: 12px 16px; border-left: 1px solid var(--border); background: var(--bar); }
#panel[hidden] { display: none; }
#panel h2 { font-size: 16px; margin: 0 0 2px; overflow-wrap: anywhere; }
#panel h3 { font-size: 13px; margin: 14px 0 4px; }
#panel p { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
#panel dl { margin: 0; }
#panel dt { font-weight: 700; font-size: 12px; margin-top: 6px; overflow-wrap: anywhere; }
#panel dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.4 ui-monospace, Menlo, Consolas, monospace; max-height: 16em; overflow: auto; }
#panel .inner { border-left: 3px solid var(--border); padding-left: 10px; margin-top: 10px; }
#close { float: right; }
@media (max-width: 700px) {
  body { grid-template: auto 1fr auto / 1fr; }
  header { padding: 6px 10px; }
  .grow { display: none; }
  #search { flex: 1; width: 8em; }
  #map svg { width: 110px; height: auto; }
  #panel { width: auto; max-height: 42vh; border-left: 0; border-top: 1px solid var(--border); }
}
@media print {
  body { display: block; }
  header :is(input, button, #matches), #panel, #map { display: none !important; }
  header { background: none; border: 0; }
  #canvas { overflow: visible; height: auto; }
  #canvas > svg { position: static; transform: none !important; width: 100%; height: auto; }
  #canvas.searching [data-node], #canvas.selecting .arrow path { opacity: 1 !important; }
  @page { size: landscape; margin: 10mm; }
}
`;
