using System.Text.RegularExpressions;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Conventions.Tests;

/// <summary>What is open to others than the lab's administrator is known, and stands in docs/roles.md.</summary>
public sealed partial class RightsTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "roles.md"));

    // Where administrators of Virtual Machine Manager have most of what there is.
    private static readonly string[] s_decided =
    [
        "HyperVLab.Engine.Management", "HyperVLab.Engine.Compute", "HyperVLab.Engine.Clustering",
    ];

    // What they have not: setup, what Failover Cluster Manager is for, and what no administrator does, but a lab.
    private static readonly string[] s_closed =
    [
        "InstallVMMServer",

        // They carry credentials of a server that is in no host group.
        "AddVirtualizationManager", "ReadVirtualizationManager", "RemoveVirtualizationManager",
        "SetVirtualizationManager",
        "AddClusterDisk", "AddClusterFileServerRole", "AddClusterNode", "AddClusterSharedVolume", "NewCluster",
        "RemoveCluster", "RemoveClusterNode", "RemoveClusterResource", "RemoveClusterSharedVolume",
        "ResumeClusterResource", "SetCluster", "SetClusterNetwork", "SetClusterParameter", "SetClusterQuorum",
        "SetClusterResource", "StartClusterNode", "StartClusterSharedVolumeBackup", "StopClusterNode",
        "StopClusterSharedVolumeBackup", "SuspendClusterResource", "TestCluster", "TestClusterResourceFailure",
        "RegisterDnsClient", "SetTcpPort", "StartFlow", "StopFlow",
    ];

    [Fact]
    public void What_is_open_stands_on_the_page() => Finding.None(
        from request in RequestRights.Open
        let cmdlet = RequestScript.CmdletOf(request)
        where !Listed().Contains(cmdlet)
        select $"docs/roles.md does not say to whom {cmdlet} is open");

    [Fact]
    public void What_stands_on_the_page_is_open() => Finding.None(
        from cmdlet in Listed().Distinct(StringComparer.Ordinal)
        where RequestRights.Open.All(request => RequestScript.CmdletOf(request) != cmdlet)
        select $"docs/roles.md says that {cmdlet} is open to others, and it is not");

    [Fact]
    public void Whether_a_request_is_open_was_decided() => Finding.None(
        from request in typeof(LabRequest).Assembly.GetTypes()
        where request.IsSubclassOf(typeof(LabRequest)) && !request.IsAbstract
            && s_decided.Any(area => request.Namespace!.StartsWith(area, StringComparison.Ordinal))
            && RequestRights.Open.Contains(request) == s_closed.Contains(request.Name)
        select $"{request.Name}: open it in RequestRights, or say here that it is the lab administrator's alone");

    private static IEnumerable<string> Listed()
    {
        int begin = s_page.IndexOf("## What is open to whom", StringComparison.Ordinal);
        string list = s_page[begin..s_page.IndexOf("## How it is kept", StringComparison.Ordinal)];
        return Cmdlet().Matches(list).Select(match => match.Value);
    }

    [GeneratedRegex("[A-Z][a-z]+-Lab[A-Za-z0-9]+")]
    private static partial Regex Cmdlet();
}
