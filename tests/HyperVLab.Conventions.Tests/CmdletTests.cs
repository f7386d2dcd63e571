using System.Management.Automation;
using System.Reflection;
using HyperVLab.Commands;
using HyperVLab.Help;

namespace HyperVLab.Conventions.Tests;

public sealed class CmdletTests
{
    // What these do is not undone by undoing it, or changes nothing but the runspace.
    private static readonly string[] s_readingVerbs =
        [
            "Get", "Test", "Select", "Enter", "Exit", "Wait", "Find", "Show", "Measure", "Compare", "Trace", "Resolve",
        ];

    // Nouns that end with an s and are singular: the real modules', and chassis.
    private static readonly string[] s_singularNouns =
    [
        "LabVMBios", "LabClusterS2D", "LabNetIPAddress", "LabChassis", "LabDnsClientServerAddress",
        "LabPhysicalSwitchMacAddress", "LabNetAdapterStatistics",
    ];

    [Fact]
    public void Verbs_are_approved()
    {
        string[] approved =
        [
            .. new[]
            {
                typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic),
                typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity),
            }
            .SelectMany(verbs => verbs.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.Name),
        ];
        Finding.None(ModuleCmdlets.All.Where(cmdlet => !approved.Contains(cmdlet.Verb)).Select(cmdlet => cmdlet.Name));
    }

    [Fact]
    public void Nouns_begin_with_Lab_and_are_singular() => Finding.None(ModuleCmdlets.All
        .Where(cmdlet => !cmdlet.Noun.StartsWith("Lab", StringComparison.Ordinal)
            || (cmdlet.Noun.EndsWith('s') && !s_singularNouns.Contains(cmdlet.Noun)))
        .Select(cmdlet => cmdlet.Name));

    [Fact]
    public void A_cmdlet_is_a_sealed_class_in_a_file_of_its_name() => Finding.None(
        from pair in ModuleCmdlets.Types
        let name = $"{pair.Key.Replace("-", string.Empty, StringComparison.Ordinal)}Command"
        let area = pair.Value.Namespace!.Split('.')[^1]
        where !pair.Value.IsSealed || pair.Value.Name != name
            || !File.Exists(Checkout.PathOf("src", "HyperVLab", "Commands", area, $"{name}.cs"))
        select $"{pair.Key} is {pair.Value.FullName}");

    [Fact]
    public void A_cmdlet_says_what_it_writes() => Finding.None(ModuleCmdlets.Types
        .Where(pair => !HasAttribute(pair.Value, "OutputTypeAttribute"))
        .Select(pair => pair.Key));

    [Fact]
    public void A_cmdlet_that_changes_something_supports_WhatIf_and_Confirm() => Finding.None(ModuleCmdlets.All
        .Where(cmdlet => !s_readingVerbs.Contains(cmdlet.Verb) || IsChange(cmdlet))
        .Where(cmdlet => cmdlet.Parameters.All(parameter => parameter.Name != "WhatIf"))
        .Select(cmdlet => cmdlet.Name));

    [Fact]
    public void A_cmdlet_that_only_reads_asks_nothing() => Finding.None(ModuleCmdlets.All
        .Where(cmdlet => s_readingVerbs.Contains(cmdlet.Verb) && !IsChange(cmdlet))
        .Where(cmdlet => cmdlet.Parameters.Any(parameter => parameter.Name == "WhatIf"))
        .Select(cmdlet => cmdlet.Name));

    [Fact]
    public void A_name_of_a_thing_can_be_completed() => Finding.None(
        from pair in ModuleCmdlets.Types
        from property in pair.Value.GetProperties()
        where HasAttribute(property, "ParameterAttribute") && property.Name is "ComputerName" or "Lab" or "VMName"
            or "Cluster" or "SwitchName" or "Node"
        where !HasAttribute(property, "ArgumentCompleterAttribute") && !NamesSomethingNew(pair.Key, property.Name)
        select $"{pair.Key} -{property.Name}");

    [Fact]
    public void The_manifest_exports_what_the_assembly_has()
    {
        string[] exported = [.. File.ReadLines(Checkout.PathOf("HyperVLab.psd1"))
            .SkipWhile(line => !line.Contains("CmdletsToExport", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.Trim() != ")")
            .Select(line => line.Trim().Trim('\''))
            .Where(line => line.Contains('-', StringComparison.Ordinal) && !line.StartsWith('#'))];
        Assert.Equal(
            ModuleCmdlets.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal),
            exported.Order(StringComparer.Ordinal));
    }

    private static bool IsChange(CmdletHelp cmdlet) =>
        ModuleCmdlets.Types[cmdlet.Name].IsAssignableTo(typeof(LabChangeCmdlet));

    private static bool NamesSomethingNew(string cmdlet, string parameter) =>
        cmdlet.StartsWith("New-", StringComparison.Ordinal) && parameter == "SwitchName";

    private static bool HasAttribute(MemberInfo member, string name) => member.GetCustomAttributesData()
        .Any(data => data.AttributeType.Name == name);
}
