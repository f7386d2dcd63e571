using HyperVLab.Help;

namespace HyperVLab.Conventions.Tests;

public sealed class HelpTests
{
    [Fact]
    public void A_cmdlet_has_a_synopsis_and_an_example() => Finding.None(ModuleCmdlets.All
        .Where(cmdlet => cmdlet.Synopsis.Length == 0 || cmdlet.Examples.Count == 0
            || cmdlet.Examples.Any(example => example.Code.Length == 0 || example.Text.Length == 0))
        .Select(cmdlet => cmdlet.Name));

    [Fact]
    public void An_example_uses_its_cmdlet() => Finding.None(
        from cmdlet in ModuleCmdlets.All
        from example in cmdlet.Examples
        where !example.Code.Contains(cmdlet.Name, StringComparison.Ordinal)
        select $"{cmdlet.Name}: {example.Code}");

    [Fact]
    public void A_parameter_has_a_description() => Finding.None(
        from cmdlet in ModuleCmdlets.All
        from parameter in cmdlet.Parameters
        where parameter.Description.Length == 0
        select $"{cmdlet.Name} -{parameter.Name}");

    [Fact]
    public void The_pages_are_those_that_build_ps1_Docs_writes()
    {
        string folder = Checkout.PathOf("docs", "cmdlets");
        var expected = ModuleCmdlets.All.ToDictionary(cmdlet => $"{cmdlet.Name}.md", PageWriter.Make);
        expected.Add("README.md", PageWriter.Index(ModuleCmdlets.All));
        IEnumerable<string> stale = expected
            .Where(page => !File.Exists(Path.Combine(folder, page.Key))
                || File.ReadAllText(Path.Combine(folder, page.Key)).ReplaceLineEndings("\n") != page.Value)
            .Select(page => page.Key);
        IEnumerable<string> left = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!)
            .Where(name => !expected.ContainsKey(name));
        Finding.None(stale.Concat(left).Select(name => $"{name}: run ./build.ps1 Docs"));
    }
}
