using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;
using HyperVLab.Pictures.Reports;

namespace HyperVLab.Tests.Pictures;

public sealed partial class ConsolidationReportTests
{
    private const string Hostile = "<script>alert('1')</script>\"&\u0001";
    private static readonly ConsolidationPlan s_plan =
        ConsolidationPlanner.Plan(ServerInventory.Draw(7, 120), new PlanSettings());

    private static readonly IReadOnlyList<ConsolidationWave> s_waves =
        ConsolidationScheduler.Schedule(s_plan, new ScheduleSettings());

    [Fact]
    public void A_report_loads_nothing_from_elsewhere()
    {
        string page = Write([]);
        Assert.DoesNotMatch(LoadsSomething(), page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_says_how_many_servers_hosts_and_nights_there_are()
    {
        string page = Write([]);
        Assert.Contains($"<b>{s_plan.VMs.Count}</b>", page, StringComparison.Ordinal);
        Assert.Contains($"<b>{s_plan.Hosts.Count}</b>", page, StringComparison.Ordinal);
        Assert.Contains($"<b>{s_waves.Count}</b>", page, StringComparison.Ordinal);
        Assert.All(s_plan.VMs, vm => Assert.Contains($"<td>{vm.Server.Name}</td>", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_drawing_is_xml_with_a_title_and_names_each_host()
    {
        string page = Write([]);
        XElement[] drawings = [.. Drawings().Matches(page).Select(static match => XElement.Parse(match.Value))];
        Assert.Equal(s_plan.Racks + s_plan.Clusters.Count + 3, drawings.Length);
        Assert.All(drawings, static drawing => Assert.NotEqual(string.Empty, drawing.Element("title")!.Value));
        string[] titles =
            [.. drawings.SelectMany(static one => one.Descendants("title")).Select(static one => one.Value)];
        Assert.All(s_plan.Hosts, host =>
            Assert.Contains(titles, title => title.StartsWith($"{host.Name}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Hostile_names_and_errors_are_text()
    {
        ServerDescription hostile = s_plan.VMs[0].Server with { Name = Hostile };
        ConsolidationPlan plan = ConsolidationPlanner.Plan([hostile], new PlanSettings());
        string page = ConsolidationReport.Write(
            Hostile,
            plan,
            ConsolidationScheduler.Schedule(plan, new ScheduleSettings()),
            [new ConversionOutcome { Name = Hostile, Wave = 1, Error = Hostile }]);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u0001', page);
        Assert.Contains("&lt;script&gt;alert(&apos;1&apos;)&lt;/script&gt;&quot;&amp;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_stands_there_with_its_reason_and_when_it_was_done_after_all()
    {
        ScheduledConversion one = s_waves[0].Conversions[0];
        TimeSpan later = one.End + TimeSpan.FromMinutes(30);
        string page = Write(
        [
            new ConversionOutcome
            {
                Name = one.VM.Server.Name,
                Wave = 1,
                StartTime = one.Start,
                EndTime = one.End,
                Error = "The link is down.",
            },
            new ConversionOutcome
            {
                Name = one.VM.Server.Name, Wave = 1, Attempt = 2, StartTime = one.End, EndTime = later,
            },
        ]);
        Assert.Contains("<td class=\"why\">The link is down.</td>", page, StringComparison.Ordinal);
        string moment = later.ToString(@"d\.hh\:mm", CultureInfo.InvariantCulture);
        Assert.Contains($"<td class=\"n\">{moment}</td>", page, StringComparison.Ordinal);
        Assert.Contains($"{s_plan.VMs.Count - 1} servers not converted", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_plan_gives_the_same_file_in_every_culture()
    {
        string page = Write([]);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(page, Write([]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Write(IReadOnlyList<ConversionOutcome> outcomes) =>
        ConsolidationReport.Write("Report", s_plan, s_waves, outcomes);

    [GeneratedRegex(@"(src|href)\s*=|url\(|@import|https?:", RegexOptions.IgnoreCase)]
    private static partial Regex LoadsSomething();

    [GeneratedRegex("<svg viewBox.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();
}
