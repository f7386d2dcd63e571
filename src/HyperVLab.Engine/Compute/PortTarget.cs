using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A virtual network adapter whose port is set: a virtual machine's, or the management operating
/// system's.</summary>
/// <param name="Adapter">The virtual machine's; null for the other.</param>
/// <param name="Management">The management operating system's; null for the other.</param>
/// <param name="Host">The host.</param>
internal readonly record struct PortTarget(
    VMNetworkAdapter? Adapter, NetworkAdapter? Management, Key<PhysicalComputer> Host)
{
    /// <summary>What it is called.</summary>
    public string Name => Adapter?.Name ?? Management!.Name;

    /// <summary>What its port is set to.</summary>
    public PortSettings Settings => (Adapter is not null ? Adapter.Port : Management!.Port) ?? PortSettings.Default;

    /// <summary>The virtual switch that it is plugged into; null for none.</summary>
    public VirtualSwitch? SwitchIn(LabState lab) => lab.VirtualSwitches.Find(
        Management?.VirtualSwitch ?? lab.Stations.Find(Adapter?.Station)?.VirtualSwitch);

    /// <summary>The adapter that is meant, whose host the caller may manage.</summary>
    /// <exception cref="LabException">There is none, or the caller may not.</exception>
    public static PortTarget Demand(
        LabState lab, LabCaller caller, Key<VMNetworkAdapter>? adapter, Key<NetworkAdapter>? management)
    {
        PortTarget target = Find(lab, adapter, management)
            ?? throw DeviceErrors.NoSuchAdapter.For(adapter?.ToString() ?? management?.ToString() ?? string.Empty);
        VMHosts.Demand(lab, caller, target.Host);
        return target;
    }

    /// <summary>The adapter that is meant; null where there is none.</summary>
    public static PortTarget? Find(LabState lab, Key<VMNetworkAdapter>? adapter, Key<NetworkAdapter>? management)
    {
        if (lab.VMNetworkAdapters.Find(adapter) is { } known)
        {
            return new PortTarget(known, null, lab.VirtualMachines[known.VM].Computer);
        }

        return lab.NetworkAdapters.Find(management) is { Kind: NetworkAdapterKind.ManagementOS } own
            ? new PortTarget(null, own, own.Computer)
            : null;
    }

    /// <summary>Sets the port.</summary>
    public void Set(LabState lab, PortSettings settings)
    {
        if (Adapter is not null)
        {
            VMAdapters.SetPort(lab, Adapter, settings);
        }
        else
        {
            ManagementAdapters.SetPort(lab, Management!, settings);
        }
    }

    /// <summary>Gives the adapter as the result of a job.</summary>
    public void Give(LabJob job)
    {
        if (Adapter is not null)
        {
            job.Give(Adapter.Key);
        }
        else
        {
            job.Give(Management!.Key);
        }
    }
}
