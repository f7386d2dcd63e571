using HyperVLab.Help;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Conventions.Tests;

/// <summary>
/// Holds parameters to the names that the real cmdlets have. real-names.json lists the cmdlets of Hyper-V and
/// FailoverClusters, and Test-Connection, with their parameters and these's aliases: names only.
/// </summary>
public sealed class RealNameTests
{
    private const string PathsGoThroughProviders = "Paths of this computer go through PowerShell's providers.";

    private static readonly string[] s_common = ["Confirm", "Lab", "WhatIf"];

    // Parameters that a mirrored cmdlet has and the real one has not, each with its reason.
    private static readonly Dictionary<string, string> s_ours = new(StringComparer.Ordinal)
    {
        ["Convert-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Dismount-LabVHD -FileSizeBytes"] = "What was written to a mounted disk is in no journal but for this.",
        ["Dismount-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Get-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Merge-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Mount-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Mount-LabVHD -Port"] = "A mounted disk is a network block device.",
        ["Mount-LabVHD -Socket"] = "A mounted disk is a network block device.",
        ["Move-LabVM -Live"] = "Moves a clustered virtual machine as Move-ClusterVirtualMachineRole does.",
        ["Move-LabVM -Quick"] = "Moves a clustered virtual machine as Move-ClusterVirtualMachineRole does.",
        ["New-LabVMSwitch -AllowNetLbfoTeams"] = "Came with Windows Server 2022, after the reference was taken.",
        ["Optimize-LabVHD -AllowSnapshots"] = "The real cmdlet does not tell that snapshots would be harmed.",
        ["Optimize-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Resize-LabVHD -AllowVhdShrink"] = "The real cmdlet shrinks no VHD.",
        ["Resize-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Set-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Test-LabConnection -AsJob"] = "A ping without end goes on beside other cmdlets.",
        ["Test-LabVHD -Detailed"] = "The real cmdlet says only that a disk is bad, not what is.",
        ["Test-LabVHD -LiteralPath"] = PathsGoThroughProviders,
    };

    private static readonly JObject s_real =
        JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "real-names.json")));

    [Fact]
    public void A_mirrored_cmdlet_has_the_real_parameters_names() => Finding.None(
        from pair in Mirrored()
        from parameter in pair.Cmdlet.Parameters
        let name = $"{pair.Cmdlet.Name} -{parameter.Name}"
        where !s_common.Contains(parameter.Name) && !s_ours.ContainsKey(name) && pair.Real[parameter.Name] is null
        select name);

    [Fact]
    public void A_mirrored_parameter_has_the_real_aliases() => Finding.None(
        from pair in Mirrored()
        from parameter in pair.Cmdlet.Parameters
        where pair.Real[parameter.Name] is not null
        from alias in pair.Real[parameter.Name]!.Values<string>()
        where !parameter.Aliases.Contains(alias)
        select $"{pair.Cmdlet.Name} -{parameter.Name} lacks the alias {alias}");

    [Fact]
    public void A_name_of_ours_is_still_in_use() => Finding.None(
        from name in s_ours.Keys
        let words = name.Split(" -")
        from pair in Mirrored()
        where pair.Cmdlet.Name == words[0] && pair.Cmdlet.Parameters.All(parameter => parameter.Name != words[1])
        select name);

    private static IEnumerable<(CmdletHelp Cmdlet, JObject Real)> Mirrored() =>
        from cmdlet in ModuleCmdlets.All
        let real = $"{cmdlet.Verb}-{cmdlet.Noun[3..]}"
        where s_real[real] is not null
        select (cmdlet, (JObject)s_real[real]!);
}
