"""What a page says around the words of the journal, in English and Japanese, and how it looks."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fdfcfa; --soft: #5d6670; --line: #e1ddd6; --late: #a3261b; --kept: #2b6b3f; --other: #2458a6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dd; --paper: #17191c; --soft: #a0a7ae; --line: #33373c; --late: #ff8d80; --kept: #86c79a; --other: #8db8f2; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.75rem 0 0; }
.facts, .kind, .stands, .about { color: var(--soft); font-size: .875rem; }
.facts { margin: 0; }
.note { white-space: pre-wrap; margin: .5rem 0; }
ul { list-style: none; margin: .5rem 0; padding: 0; }
li { padding: .25rem 0 .25rem .75rem; border-left: 3px solid var(--line); margin: .25rem 0;
  display: grid; grid-template-columns: 7rem 1fr; align-items: baseline; }
.words, .stands, .about { grid-column: 2; }
.about { white-space: pre-wrap; }
.person { display: block; }
h2 + .facts { margin-top: .75rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1.5rem 2rem; margin-top: 1rem; }
figure { margin: 0; min-width: 0; }
figcaption { font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; margin-bottom: .25rem; }
svg text { font-size: 10.5px; fill: var(--soft); } .end { text-anchor: end; } .mid { text-anchor: middle; }
.axis { stroke: var(--line); fill: none; }
.s0, .s1, .s2 { fill: none; stroke-width: 1.5; } .s0 { stroke: var(--ink); } .s1 { stroke: var(--other); } .s2 { stroke: var(--kept); }
.m0 { fill: var(--ink); } .m1 { fill: var(--other); } .m2 { fill: var(--kept); }
.span { fill: none; stroke: var(--soft); stroke-width: 1; } .late-part { fill: none; stroke: var(--kept); stroke-width: 1.5; }
.met, .part { fill: var(--kept); } .unsaid { fill: none; stroke: var(--kept); } .skipped, .whole { fill: none; stroke: var(--soft); }
.missed { fill: none; stroke: var(--late); stroke-width: 1.5; } .none { fill: var(--line); }
.year { max-width: 64rem; } .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin-top: 1.25rem; }
.tile { margin: 0; padding: .5rem .6rem; border: 1px solid var(--line); color: var(--soft); font-size: .8125rem; line-height: 1.35; }
.tile .n { display: block; color: var(--ink); font-size: 1.125rem; font-weight: 600; } .year li { display: block; }
.lists { columns: 22rem; column-gap: 2rem; margin-top: 1rem; } .lists section { break-inside: avoid; padding-top: .75rem; } .lists h2 { margin: 0; }
table { border-collapse: collapse; font-size: .875rem; margin: .5rem 0; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; font-weight: 400; padding: .2rem .35rem; border-bottom: 1px solid var(--line); vertical-align: baseline; }
th:first-child, td:first-child { text-align: left; padding-left: 0; } thead th { color: var(--soft); } td, .charts tbody th { white-space: nowrap; } th { overflow-wrap: normal; }
summary { color: var(--soft); font-size: .875rem; cursor: pointer; } summary:focus-visible { outline: 2px solid var(--other); }
.review h3 { color: var(--soft); } .item { display: block; } .item ul { margin: .25rem 0 0; } .item .about { display: block; }
.strong > .words { font-weight: 600; } .source { color: var(--soft); font-size: .8125rem; }
@media (max-width: 30rem) { li { display: block; } .kind, .stands, .about { display: block; } }
li.late { border-left-color: var(--late); } .late > .stands { color: var(--late); }
li.done, li.achieved, article.achieved { border-left-color: var(--kept); } .done > .stands { color: var(--kept); }
.dropped > .words { text-decoration: line-through; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #444; --line: #bbb; --late: #000; --kept: #444; --other: #222; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, h3 + .facts, summary, figcaption { break-after: avoid; } li, figure, tr, .table { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .charts { grid-template-columns: 1fr 1fr; } .charts table { font-size: 8pt; } .charts th, .charts td { padding-block: 0; }
  @page year { margin: 1cm; } body.year { page: year; font-size: 7.5pt; line-height: 1.3; } .year h1 { font-size: 14pt; } .year h2 { font-size: 9pt; margin-top: .25cm; padding-bottom: 0; }
  .year .charts { grid-template-columns: repeat(3, 1fr); gap: .15cm .6cm; margin-top: .15cm; } .year details { display: none; } .year figcaption { font-size: 8pt; margin: 0; }
  .year .facts, .year .stands { font-size: 7pt; } .year h2 + .facts { margin-top: .1cm; } .year li { margin: .05cm 0; padding-block: 0; }
  .tiles { grid-template-columns: repeat(6, 1fr); gap: .15cm; margin-top: .2cm; } .tile { font-size: 7pt; padding: .08cm .15cm; } .tile .n { font-size: 9pt; }
  .calendar figure .facts { display: none; } .lists { columns: 3; column-gap: .6cm; margin-top: .1cm; } .lists section { padding-top: .15cm; }
  .met, .part, .none { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { margin: 2cm; }
  @page review { margin: 1.2cm; } body.sheets { page: review; font-size: 8pt; line-height: 1.35; } .sheets main { columns: 2; column-gap: .8cm; }
  .sheets .charts { grid-template-columns: repeat(3, 1fr); gap: .3cm .6cm; } .sheets .pictures { column-span: all; } .sheets details { display: none; }
  .sheets h1 { font-size: 14pt; } .sheets h2 { font-size: 10pt; margin-top: .4cm; } .sheets h3 { font-size: 8pt; margin-top: .25cm; } .sheets figcaption { font-size: 8pt; }
  .sheets .kind { font-size: 7.5pt; } .sheets li { grid-template-columns: 1.7cm 1fr; }
  .sheets .facts, .sheets .stands, .sheets .about, .sheets table { font-size: 7.5pt; } .sheets .source { font-size: 7pt; } .sheets li { margin: .06cm 0; padding-block: .02cm; }
}
"""
