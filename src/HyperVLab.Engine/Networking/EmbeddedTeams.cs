using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Networking;

/// <summary>The teams that are embedded in virtual switches (Windows Server 2016).</summary>
internal static class EmbeddedTeams
{
    /// <summary>Whether the wish for a switch makes it one with an embedded team.</summary>
    public static bool IsWanted(bool? enable, IReadOnlyList<string>? names, IReadOnlyList<string>? descriptions) =>
        enable == true || (names?.Count ?? 0) + (descriptions?.Count ?? 0) > 1;

    /// <summary>Refuses an embedded team where the host's release has none.</summary>
    /// <exception cref="LabException">It has none, or it was switched off by the caller.</exception>
    public static void Demand(
        LabState lab, PhysicalComputer computer, bool? enable, IReadOnlyList<NetworkAdapter> named)
    {
        string adapters = string.Join(", ", named.Select(adapter => $"'{adapter.Name}'"));
        string edition = computer.Edition!.Name;
        switch (computer.Edition.Version)
        {
            case <= WindowsVersion.W2008R2:
                throw VMSwitchErrors.NoTeaming.For(computer.Name, computer.Name, edition, adapters);
            case < WindowsVersion.W2016:
                throw TeamErrors.NoEmbeddedTeaming.For(computer.Name, computer.Name, edition);
            default:
                break;
        }

        if (enable == false)
        {
            throw TeamErrors.EmbeddingSwitchedOff.For(computer.Name);
        }

        TeamRules.DemandMembers(lab, "An embedded team", named, NetworkSettings.MaxEmbeddedTeamMembers);
    }

    /// <summary>The embedded team of a switch.</summary>
    /// <exception cref="LabException">It has none.</exception>
    public static NetworkAdapter DemandOf(LabState lab, VirtualSwitch virtualSwitch) => Of(lab, virtualSwitch)
        ?? throw TeamErrors.NotEmbedded.For(virtualSwitch.Name, virtualSwitch.Name);

    /// <summary>The embedded team of a switch; null where it has none.</summary>
    public static NetworkAdapter? Of(LabState lab, VirtualSwitch virtualSwitch) =>
        lab.NetworkAdapters.Find(virtualSwitch.Adapter) is { Kind: NetworkAdapterKind.EmbeddedTeam } team ? team : null;

    /// <summary>
    /// Makes one. It balances by HyperVPort from 2019 on, before by Dynamic (Microsoft, Set-VMSwitchTeam).
    /// </summary>
    public static NetworkAdapter Create(
        LabState lab, PhysicalComputer computer, string switchName, IReadOnlyList<NetworkAdapter> members) =>
        Bonds.Create(
            lab,
            computer.Key,
            NetworkAdapterKind.EmbeddedTeam,
            Adapters.FreeName(lab, computer.Key, NetworkSettings.EmbeddedTeamDescription),
            members,
            new TeamSettings(
                switchName,
                TeamingMode.SwitchIndependent,
                computer.Edition!.Version >= WindowsVersion.W2019
                    ? LoadBalancingAlgorithm.HyperVPort
                    : LoadBalancingAlgorithm.Dynamic));
}
