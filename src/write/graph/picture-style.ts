/**
 * The style of pictures, for light, dark and print. Colours are variables, so that a page around a picture may change
 * them. All rules begin with the picture's class, because a style sheet inside an SVG applies to the whole page around
 * it.
 */
export const pictureStyle = `
.journey-picture {
  --paper: #ffffff; --ink: #1b2430; --quiet: #566273; --box: #f7f9fc; --edge: #8b98a9; --tile: #ffffff; --page: #eef3fb;
  --line: #5f6c7e; --good: #1a7f37; --good-box: #e6f5ea; --bad: #c03434; --bad-box: #fdecec; --loop: #7a4cc2;
  --changed: #9a6700; --changed-box: #fff5d9; --focus: #0b66d8;
  font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  .journey-picture {
    --paper: #12161c; --ink: #e8edf4; --quiet: #a5b1c0; --box: #1d242e; --edge: #5d6b7d; --tile: #12161c; --page: #1a2536;
    --line: #97a5b6; --good: #4cc26b; --good-box: #12301c; --bad: #f07a7a; --bad-box: #3a1717; --loop: #b794f6;
    --changed: #e0ac3d; --changed-box: #33270a; --focus: #6db1ff;
  }
}
@media print {
  .journey-picture {
    --paper: #ffffff; --ink: #000000; --quiet: #444444; --box: #ffffff; --edge: #555555; --tile: #ffffff; --page: #f2f2f2;
    --line: #444444; --good: #14602a; --good-box: #ffffff; --bad: #9c1c1c; --bad-box: #ffffff; --loop: #5b2fa0;
    --changed: #7a5200; --changed-box: #ffffff;
  }
}
.journey-picture .paper { fill: var(--paper); }
.journey-picture text { fill: var(--ink); font-size: 12px; }
.journey-picture .heading { font-size: 18px; font-weight: 700; }
.journey-picture .title { font-size: 13px; font-weight: 700; }
.journey-picture .type { fill: var(--quiet); font-size: 11px; }
.journey-picture .tile .title { font-size: 12px; font-weight: 400; }
.journey-picture .tile .type { font-size: 10px; }
.journey-picture .box { fill: var(--box); stroke: var(--edge); stroke-width: 1.25; }
.journey-picture .page > .box { fill: var(--page); }
.journey-picture .tile .box { fill: var(--tile); stroke-width: 1; }
.journey-picture .rule { stroke: var(--edge); stroke-width: 1; opacity: 0.6; }
.journey-picture .port { fill: var(--paper); stroke: var(--line); stroke-width: 1.5; }
.journey-picture .port.open { stroke-dasharray: 2 1.5; }
.journey-picture .port.foreign { stroke: var(--bad); fill: var(--bad); }
.journey-picture .arrow path { fill: none; stroke: var(--line); stroke-width: 1.6; stroke-linejoin: round; }
.journey-picture .arrow .halo { stroke: var(--paper); stroke-width: 6; }
.journey-picture .arrow .head { fill: var(--line); stroke: none; }
.journey-picture .arrow.to-success path { stroke: var(--good); }
.journey-picture .arrow.to-failure path { stroke: var(--bad); }
.journey-picture .arrow path.loop { stroke: var(--loop); stroke-dasharray: 7 3; }
.journey-picture .arrow .halo { stroke: var(--paper) !important; stroke-dasharray: none; }
.journey-picture .arrow.to-success .head { fill: var(--good); stroke: none; }
.journey-picture .arrow.to-failure .head { fill: var(--bad); stroke: none; }
.journey-picture .start .box { fill: var(--ink); stroke: var(--ink); }
.journey-picture .start text { fill: var(--paper); }
.journey-picture .success .box { fill: var(--good-box); stroke: var(--good); stroke-width: 2; }
.journey-picture .failure .box { fill: var(--bad-box); stroke: var(--bad); stroke-width: 2; }
.journey-picture .sign { fill: none; stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.journey-picture .success .sign { stroke: var(--good); }
.journey-picture .failure .sign { stroke: var(--bad); }
.journey-picture .unreached > .box { stroke-dasharray: 4 3; }
.journey-picture .unreached > text { opacity: 0.75; }
.journey-picture .added > .box { fill: var(--good-box); stroke: var(--good); stroke-width: 2.5; }
.journey-picture .removed > .box { fill: var(--bad-box); stroke: var(--bad); stroke-width: 2.5; stroke-dasharray: 7 4; }
.journey-picture .changed > .box { fill: var(--changed-box); stroke: var(--changed); stroke-width: 2.5; }
.journey-picture .badge circle { fill: var(--paper); stroke-width: 2; }
.journey-picture .badge text { font-size: 14px; font-weight: 700; }
.journey-picture .added > .badge circle { stroke: var(--good); }
.journey-picture .removed > .badge circle { stroke: var(--bad); }
.journey-picture .changed > .badge circle { stroke: var(--changed); }
`;
