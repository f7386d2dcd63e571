namespace HyperVLab.Pictures.Reports;

/// <summary>How a report looks: one sheet for the page and its drawings.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet = """

        :root { color-scheme: light dark; --ink: #1b2430; --soft: #5a6675; --page: #ffffff; --panel: #f4f6f9;
          --line: #dde3ea; --one: #2463b8; --two: #d97a08; --three: #12898f; --empty: #e3e8ee; --bad: #c0332b; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8edf3; --soft: #a3afbd; --page: #12171e;
          --panel: #1b222b; --line: #2f3945; --one: #5b9bf0; --two: #f2a33a; --three: #3fc0c6; --empty: #2a323d;
          --bad: #ff7b72; } }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: var(--page);
          font: 15px/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
        main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 0; }
        .sub, .about { color: var(--soft); margin: .2rem 0 1rem; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.3rem, 1fr)); gap: .75rem; }
        .tile { background: var(--panel); border-radius: .5rem; padding: .8rem 1rem; display: flex;
          flex-direction: column; }
        .tile b { font-size: 1.4rem; line-height: 1.3; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .tile span { color: var(--soft); font-size: .85rem; }
        .row { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: flex-end; }
        .scroll { overflow-x: auto; } .scroll > svg { min-width: 40rem; }
        svg { display: block; max-width: 100%; height: auto; } .scroll > svg { width: 100%; max-width: none; }
        svg text { font: 12px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; fill: var(--soft); }
        svg .ink { fill: var(--ink); } svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
        .one { fill: var(--one); } .two { fill: var(--two); } .three { fill: var(--three); }
        .bad { fill: var(--bad); } .empty { fill: var(--empty); }
        .grid { stroke: var(--line); fill: none; } .frame { stroke: var(--soft); fill: none; }
        .line-one { stroke: var(--one); } .line-two { stroke: var(--two); } .line-three { stroke: var(--three); }
        .course { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
        table { border-collapse: collapse; width: 100%; margin-top: .75rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
        th { color: var(--soft); font-weight: 600; white-space: nowrap; } .n { text-align: right; }
        td.why { min-width: 16rem; overflow-wrap: anywhere; }
        .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; color: var(--soft); font-size: .85rem;
          margin: .4rem 0 .8rem; padding: 0; list-style: none; }
        .legend svg { display: inline-block; vertical-align: -1px; margin-right: .35rem; }
        details { margin-top: 2.5rem; } summary { cursor: pointer; font-weight: 600; }
        @media print { .scroll { overflow: visible; } }

        """;
}
