using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>What holds for virtual switches.</summary>
internal static class VMSwitchRules
{
    /// <summary>The switch under a key, whose host runs and may be managed by the caller.</summary>
    /// <exception cref="LabException">It is gone, or its host does not answer the caller.</exception>
    public static VirtualSwitch DemandSwitch(LabState lab, LabCaller caller, Key<VirtualSwitch> key)
    {
        VirtualSwitch known = lab.VirtualSwitches.Find(key) ?? throw VMSwitchErrors.NoSuchSwitch.For(key.ToString());
        RemoteManagement.DemandManagement(lab, caller, known.Computer);
        return known;
    }

    /// <summary>The one adapter that a switch is to take, which must be free; null where none is named.</summary>
    /// <exception cref="LabException">There is no such adapter, or it is taken.</exception>
    public static NetworkAdapter? DemandAdapter(
        LabState lab,
        PhysicalComputer computer,
        IReadOnlyList<string>? names,
        IReadOnlyList<string>? descriptions,
        Key<VirtualSwitch>? exceptTakenBy)
    {
        List<NetworkAdapter> named = NetworkRules.DemandAdapters(lab, computer, names, descriptions);
        if (named is not [{ } adapter])
        {
            return null;
        }

        if (adapter.Kind == NetworkAdapterKind.ManagementOS)
        {
            throw NetworkErrors.AdapterNotPhysical.For(adapter.Name, adapter.Name, computer.Name);
        }

        NetworkAdapter team = TeamNics.TeamOf(lab, adapter);
        if (team.Kind == NetworkAdapterKind.Team
            && (team.TeamVlanId is not null || TeamNics.Of(lab, team).Count > 1))
        {
            throw TeamErrors.TeamHasNics.For(team.Name, team.Team!.Name);
        }

        if (adapter.VirtualSwitch is null || adapter.VirtualSwitch != exceptTakenBy)
        {
            NetworkRules.DemandUntaken(lab, adapter);
        }

        return adapter;
    }

    /// <summary>The adapter that <see cref="DemandAdapter"/> found.</summary>
    public static NetworkAdapter? FindAdapter(
        LabState lab,
        Key<PhysicalComputer> computer,
        IReadOnlyList<string>? names,
        IReadOnlyList<string>? descriptions) =>
        names is [{ } name] ? Adapters.Find(lab, computer, name)
        : descriptions is [{ } description] ? Adapters.FindByDescription(lab, computer, description)
        : null;

    /// <summary>Refuses an internal switch whose host has no dynamic address left for its own adapter.</summary>
    /// <exception cref="LabException">It has none.</exception>
    public static void DemandMacAddress(
        LabState lab, string name, Key<PhysicalComputer> computer, VMSwitchType switchType)
    {
        if (switchType == VMSwitchType.Internal && MacAddresses.NextDynamic(lab, computer) is null)
        {
            throw VMSwitchErrors.NoDynamicMac.For(name, name, lab.NameOf(computer));
        }
    }

    /// <summary>Refuses a type that does not go with the adapter, or with sharing.</summary>
    /// <exception cref="LabException">It does not.</exception>
    public static void DemandType(
        string name, VMSwitchType switchType, NetworkAdapter? adapter, bool? allowManagementOS)
    {
        if (switchType == VMSwitchType.External ? adapter is null : adapter is not null)
        {
            throw VMSwitchErrors.TypeNeedsAdapter.For(name);
        }

        if (switchType != VMSwitchType.External && allowManagementOS is not null)
        {
            throw VMSwitchErrors.PrivateHasNoHost.For(name, name, switchType.ToString());
        }
    }
}
