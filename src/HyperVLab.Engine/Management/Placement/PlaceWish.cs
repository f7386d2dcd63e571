using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Where somebody wants a virtual machine to go.</summary>
internal sealed record PlaceWish
{
    /// <summary>The machine's name.</summary>
    public required string Name { get; init; }

    /// <summary>The server whose hosts are meant where none is named.</summary>
    public required Key<VmmServer> Server { get; init; }

    /// <summary>The host; null for the best.</summary>
    public Key<PhysicalComputer>? VMHost { get; init; }

    /// <summary>The group in which the best is looked for; null for all.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>The folder in which its own is made; null for where the host puts it.</summary>
    public string? Path { get; init; }

    /// <summary>The hosts that whoever asks may use; null for all.</summary>
    public IReadOnlySet<Key<PhysicalComputer>>? Among { get; init; }

    /// <summary>Finds the place.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="demandOn">What the machine asks of each host, but for the path.</param>
    /// <exception cref="LabException">No host can take it; the message says why for each.</exception>
    public MachinePlace Find(LabState lab, Func<HostOffer, PlacementDemand> demandOn)
    {
        if (VMHost is { } named)
        {
            return new MachinePlace(named, Path ?? SharedOn(lab, named, demandOn), null);
        }

        string? full = Path is null ? null : FolderOf(Path, Name);
        HostOffer[] hosts = [.. HostOffers.Of(lab).Where(host => IsMeant(lab, host.Key))];
        if (hosts.Length == 0)
        {
            throw PlacementErrors.NoHosts.For(
                Name, Name, VMHostGroup is { } group ? lab.NameOf(group) : lab.VmmServers[Server].Name);
        }

        PlacementChoice choice = HostPlacement.Demand(hosts, Name, host => demandOn(host) with { Path = full });
        string? folder = choice.Demand.IsHighlyAvailable ? choice.Host.PlaceOf(choice.Demand)!.Value.Path : null;
        return new MachinePlace(choice.Host.Key, Path ?? folder, choice);
    }

    /// <summary>The full path of a machine's own folder.</summary>
    /// <exception cref="LabException">It is no full path.</exception>
    public static string FolderOf(string path, string name) =>
        WindowsPath.Normalise($@"{path.TrimEnd('\\', '/')}\{name}");

    // What a cluster keeps is on a volume that it shares.
    private string? SharedOn(LabState lab, Key<PhysicalComputer> named, Func<HostOffer, PlacementDemand> demandOn)
    {
        HostOffer host = HostOffers.Of(lab, key => key == named).Single();
        PlacementDemand demand = demandOn(host);
        return !demand.IsHighlyAvailable
            ? null
            : host.PlaceOf(demand)?.Path ?? throw PlacementErrors.NoSharedVolume.For(
                Name, host.Computer.Name, Name);
    }

    private bool IsMeant(LabState lab, Key<PhysicalComputer> computer) =>
        Among?.Contains(computer) != false
        && Agents.Of(lab, computer) is { } managed && managed.Server == Server
        && (VMHostGroup is not { } group
            || (lab.HostGroups.Find(managed.HostGroup) is { } own && HostGroups.IsWithin(lab, own, group)));
}
