using System.Reflection;
using System.Text.RegularExpressions;
using HyperVLab.Commands;

namespace HyperVLab.Conventions.Tests;

public sealed partial class LayeringTests
{
    // From the lowest to the highest; each knows those before it. Lab and Requests are the frame and know all.
    private static readonly string[] s_areas =
        ["Hosts", "Storage", "Networking", "Compute", "Clustering", "Management", "Faults", "Proof", "Swarm"];

    public static TheoryData<string, string[]> Assemblies { get; } = new()
    {
        { "HyperVLab.Disks", [] },
        { "HyperVLab.Simulation", [] },
        { "HyperVLab.Engine", ["HyperVLab.Disks", "HyperVLab.Simulation", "Newtonsoft.Json"] },
        {
            "HyperVLab",
            ["HyperVLab.Disks", "HyperVLab.Engine", "HyperVLab.Simulation", "System.Management.Automation"]
        },
    };

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_knows_only_those_below_it(string name, string[] allowed)
    {
        string folder = Path.GetDirectoryName(typeof(LabCmdlet).Assembly.Location)!;
        IEnumerable<string> known = Assembly.LoadFrom(Path.Combine(folder, $"{name}.dll")).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(reference => !IsFramework(reference));
        Finding.None(known.Except(allowed).Select(reference => $"{name} references {reference}"));
    }

    [Fact]
    public void An_area_imports_no_area_above_it() => Finding.None(
        from file in AreaFiles()
        from Match import in AreaName().Matches(file.Source.Code)
        where IsAbove(import.Groups["area"].Value, file.Area)
        select $"{file.Source.Name} names {import.Value}");

    [Fact]
    public void An_area_reads_no_table_of_an_area_above_it()
    {
        var owners = (
            from file in AreaFiles()
            where Path.GetFileName(file.Source.Name).StartsWith("LabState.", StringComparison.Ordinal)
            from Match table in TableProperty().Matches(file.Source.Code)
            select (Table: table.Groups["name"].Value, file.Area)).ToDictionary(pair => pair.Table, pair => pair.Area);
        Finding.None(
            from file in AreaFiles()
            from Match use in TableUse().Matches(file.Source.Code)
            where owners.TryGetValue(use.Groups["name"].Value, out string? owner) && IsAbove(owner, file.Area)
            select $"{file.Source.Name} uses {use.Value} of {owners[use.Groups["name"].Value]}");
    }

    private static IEnumerable<(SourceFile Source, string Area)> AreaFiles() =>
        from file in Checkout.Sources("src/HyperVLab.Engine")
        let area = file.Name.Split('/')[2]
        where s_areas.Contains(area)
        select (file, area);

    private static bool IsAbove(string area, string other) =>
        Array.IndexOf(s_areas, area) > Array.IndexOf(s_areas, other);

    private static bool IsFramework(string assembly) => assembly != "System.Management.Automation"
        && (assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "netstandard" or "mscorlib");

    [GeneratedRegex(@"\b(HyperVLab\.)?Engine\.(?<area>[A-Z]\w+)\b")]
    private static partial Regex AreaName();

    [GeneratedRegex(@"public Table<\w+> (?<name>\w+) ")]
    private static partial Regex TableProperty();

    [GeneratedRegex(@"\blab\.(?<name>[A-Z]\w+)\b")]
    private static partial Regex TableUse();
}
