using System.Text.RegularExpressions;

namespace HyperVLab.Conventions.Tests;

/// <summary>What src/BannedSymbols.txt cannot say: where a call is allowed, and what must not be enumerated.</summary>
public sealed partial class BannedCodeTests
{
    private static readonly string[] s_mayListFolders = ["src/HyperVLab.Engine/Storage/Stores/FolderDiskStore.cs"];

    [Fact]
    public void The_engine_lists_no_folder() => Finding.None(
        from file in KernelFiles()
        where !s_mayListFolders.Contains(file.Name)
        from Match call in FolderListing().Matches(file.Code)
        select $"{file.Name} calls {call.Value}");

    [Fact]
    public void No_json_says_which_type_to_make() => Finding.None(
        from file in Checkout.Sources("src")
        where file.Code.Contains("TypeNameHandling", StringComparison.Ordinal)
        select file.Name);

    [Fact]
    public void The_engine_enumerates_nothing_that_is_ordered_by_hash() => Finding.None(
        from file in KernelFiles()
        from Match table in HashField().Matches(file.Code)
        let name = Regex.Escape(table.Groups["name"].Value)
        let listing = "(Keys|Values|Select|Where|ToList|ToArray|First)"
        from Match use in Regex.Matches(
            file.Code, $@"( in {name}\)|[^.\w]{name}\.{listing}\w*(?!\w*[^;]*\.Order))")
        select $"{file.Name}:{use.Value.Trim()}");

    [Fact]
    public void Nothing_is_put_off() => Finding.None(
        from file in Checkout.Sources("src").Concat(Checkout.Sources("Pester", "*.ps1"))
        from line in file.Lines
        where line.Contains("TODO", StringComparison.Ordinal) || line.Contains("HACK", StringComparison.Ordinal)
        select $"{file.Name}: {line.Trim()}");

    private static IEnumerable<SourceFile> KernelFiles() =>
        Checkout.Sources("src/HyperVLab.Simulation").Concat(Checkout.Sources("src/HyperVLab.Engine"));

    [GeneratedRegex(@"\bDirectory\.(Get(Files|Directories|FileSystemEntries)|Enumerate\w+)")]
    private static partial Regex FolderListing();

    [GeneratedRegex(@"(Dictionary<[^;=()]*>|HashSet<[^;=()]*>)\?? (?<name>_\w+)\b")]
    private static partial Regex HashField();
}
