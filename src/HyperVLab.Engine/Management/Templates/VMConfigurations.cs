using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Configurations of virtual machines: what they ask of hosts, and what becomes of them.</summary>
internal static class VMConfigurations
{
    /// <summary>What the machine asks of its host.</summary>
    public static PlacementDemand DemandOf(LabState lab, VMConfiguration configuration) =>
        Templates.DemandOf(lab, lab.VMTemplates[configuration.Template], configuration.Name) with
        {
            AvailabilitySets = configuration.AvailabilitySetNames,
            Path = configuration is { IsLocationPinned: true, Location: { } location }
                ? PlaceWish.FolderOf(location, configuration.Name)
                : null,
        };

    /// <summary>Refuses a name that no virtual machine can have, or that another configuration has.</summary>
    /// <exception cref="LabException">So it is.</exception>
    public static void DemandName(LabState lab, string name, Key<VmmServer> server, VMConfiguration? except)
    {
        VMLimits.DemandName(name);
        Templates.DemandName(
            name, lab.VMConfigurations, other => other.Server == server && other != except, "configuration");
    }

    /// <summary>Refuses texts that none can have.</summary>
    /// <exception cref="LabException">So it is.</exception>
    public static void DemandTexts(string? description, string? computerName, IReadOnlyList<string>? sets)
    {
        Libraries.DemandText(description);
        GuestWishes.DemandName(computerName);
        foreach (string set in sets ?? [])
        {
            Libraries.DemandText(set, mayBeEmpty: false);
        }
    }

    /// <summary>A template is gone.</summary>
    public static void Forget(LabState lab, Key<VMTemplate> template)
    {
        foreach (VMConfiguration one in lab.VMConfigurations.Where(one => one.Template == template).ToArray())
        {
            lab.VMConfigurations.Remove(one.Key);
        }
    }

    /// <summary>A host is managed no more.</summary>
    public static void Forget(LabState lab, Key<PhysicalComputer> host)
    {
        foreach (VMConfiguration one in lab.VMConfigurations)
        {
            if (one.Host == host)
            {
                one.MoveTo(null, one.Location);
                one.Aim(one.HostGroup, isHostPinned: false, one.IsLocationPinned);
            }
        }
    }

    /// <summary>A group of hosts is gone.</summary>
    public static void Forget(LabState lab, Key<HostGroup> group)
    {
        foreach (VMConfiguration one in lab.VMConfigurations)
        {
            if (one.HostGroup == group)
            {
                one.Aim(null, one.IsHostPinned, one.IsLocationPinned);
            }
        }
    }
}
