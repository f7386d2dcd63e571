using System.Globalization;
using System.Net;
using System.Text;
using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>Writes what a validation found as a page for a browser: one file that loads nothing.</summary>
internal static class ValidationReport
{
    private const string Style = """
        :root { --ink: #1b1f24; --paper: #ffffff; --line: #d5dae0; --soft: #f4f6f8; --muted: #5b6570; }
        * { box-sizing: border-box; }
        body { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; margin: 0; }
        body { color: var(--ink); background: var(--soft); }
        main { max-width: 60rem; margin: 2rem auto; background: var(--paper); border: 1px solid var(--line);
               border-radius: 8px; padding: 2rem 2.5rem; }
        h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
        h3 { font-size: 1rem; margin: 0; } p.sub { color: var(--muted); margin: 0 0 1.5rem; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .45rem .6rem;
               border-bottom: 1px solid var(--line); } th { color: var(--muted); font-weight: 600; }
        a { color: inherit; } ul { margin: .5rem 0 0; padding-left: 1.2rem; }
        section.test { border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; margin: .6rem 0; }
        section.test header { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; }
        .badge { font-size: .8rem; font-weight: 600; border-radius: 999px; padding: .1rem .7rem; white-space: nowrap; }
        .Passed { background: #dff3e4; color: #14602c; } .Warning { background: #fff1cc; color: #7a5200; }
        .Failed { background: #fde0de; color: #97150c; } .NotApplicable { background: #e8ebee; color: #4b545d; }
        .verdict { border-radius: 6px; padding: .8rem 1rem; margin: 0 0 1rem; }
        @media print { body { background: #fff; } main { border: 0; margin: 0; } }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --paper: #1d2228; --line: #39424c;
               --soft: #14181c; --muted: #9aa5b1; } }
        """;

    /// <summary>The worst outcome of several.</summary>
    public static ValidationOutcome WorstOf(IReadOnlyList<ValidationResult> results) =>
        results.Any(result => result.Outcome == ValidationOutcome.Failed) ? ValidationOutcome.Failed
        : results.Any(result => result.Outcome == ValidationOutcome.Warning) ? ValidationOutcome.Warning
        : ValidationOutcome.Passed;

    /// <summary>The page.</summary>
    public static string Html(ClusterValidationView validation)
    {
        var page = new StringBuilder();
        string title = $"Failover Cluster Validation Report: {Encode(validation.Name)}";
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(title)
            .Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>")
            .Append("Failover Cluster Validation Report</h1>\n<p class=\"sub\">")
            .Append(Encode(string.Join(", ", validation.Nodes))).Append(" &middot; started at ")
            .Append(Time(validation.StartTime)).Append(", took ")
            .Append(Time((validation.EndTime ?? validation.StartTime) - validation.StartTime))
            .Append(" of the lab's time</p>\n");
        AppendVerdict(page, validation.Outcome);
        AppendSummary(page, validation.Results);
        AppendDetails(page, validation.Results);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendVerdict(StringBuilder page, ValidationOutcome outcome) =>
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"verdict {outcome}\">").Append(outcome switch
        {
            ValidationOutcome.Failed => "One or more tests failed: a cluster of these nodes would not be supported.",
            ValidationOutcome.Warning =>
                "The nodes can form a cluster. Some tests gave warnings that should be looked at.",
            _ => "All tests passed: the nodes are suitable for a cluster.",
        }).Append("</p>\n");

    private static void AppendSummary(StringBuilder page, IReadOnlyList<ValidationResult> results)
    {
        page.Append("<h2>Results by test</h2>\n<table>\n<tr><th>Category</th><th>Test</th><th>Result</th></tr>\n");
        for (int index = 0; index < results.Count; index++)
        {
            ValidationResult result = results[index];
            page.Append("<tr><td>").Append(Encode(result.Category))
                .Append(CultureInfo.InvariantCulture, $"</td><td><a href=\"#test{index}\">")
                .Append(Encode(result.Test)).Append("</a></td><td>")
                .Append(Badge(result.Outcome)).Append("</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void AppendDetails(StringBuilder page, IReadOnlyList<ValidationResult> results)
    {
        string? category = null;
        for (int index = 0; index < results.Count; index++)
        {
            ValidationResult result = results[index];
            if (result.Category != category)
            {
                category = result.Category;
                page.Append("<h2>").Append(Encode(category)).Append("</h2>\n");
            }

            page.Append(CultureInfo.InvariantCulture, $"<section class=\"test\" id=\"test{index}\">\n<header><h3>")
                .Append(Encode(result.Test)).Append("</h3>").Append(Badge(result.Outcome)).Append("</header>\n<ul>\n");
            foreach (string message in result.Messages)
            {
                page.Append("<li>").Append(Encode(message)).Append("</li>\n");
            }

            page.Append("</ul>\n</section>\n");
        }
    }

    private static string Badge(ValidationOutcome outcome)
    {
        string text = outcome == ValidationOutcome.NotApplicable ? "Not applicable" : outcome.ToString();
        return $"<span class=\"badge {outcome}\">{text}</span>";
    }

    private static string Time(TimeSpan time) => time.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
