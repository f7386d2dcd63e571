using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>
/// What the log tells of faults: a line at each computer that one befalls, which is in a node's cluster log too.
/// </summary>
internal static class FaultLog
{
    /// <summary>The log's name.</summary>
    public const string Source = ClusterLog.FaultSource;

    /// <summary>A fault has begun.</summary>
    public static void Began(LabState lab, Fault fault) =>
        Write(lab, fault, LogLevel.Warning, $"Fault '{fault.Name}' began: {Describe(lab, fault)}.");

    /// <summary>A fault has ended.</summary>
    public static void Ended(LabState lab, Fault fault) =>
        Write(lab, fault, LogLevel.Information, $"Fault '{fault.Name}' ended: {Describe(lab, fault)}.");

    /// <summary>A fault's kind and what it befalls, for people.</summary>
    public static string Describe(LabState lab, Fault fault) =>
        $"{FaultKinds.TextOf(fault.Kind)} of {TargetOf(lab, fault)}";

    /// <summary>The names of what a fault befalls.</summary>
    public static string TargetOf(LabState lab, Fault fault)
    {
        FaultTarget target = fault.Target;
        string computers = string.Join(", ", target.Computers.Select(computer => lab.NameOf(computer)));
        return FaultKinds.ScopeOf(fault.Kind) switch
        {
            FaultScope.Adapter => $"{computers} {lab.NameOf(target.Adapter!)}",
            FaultScope.Path => $"{computers} to {lab.NameOf(target.StorageArray!)} controller {target.Controller}",
            FaultScope.Controller => $"{lab.NameOf(target.StorageArray!)} controller {target.Controller}",
            FaultScope.Luns => $"{LunsOf(lab, target)}{(computers.Length == 0 ? string.Empty : $" from {computers}")}",
            FaultScope.Network => $"{computers} {(target.OneWay ? "towards" : "and")} {OthersOf(lab, target)}",
            FaultScope.Machines => string.Join(", ", target.VMs.Select(vm => lab.NameOf(vm))),
            FaultScope.Process => "the process that holds the lab",
            FaultScope.Cluster => lab.NameOf(target.Cluster!),
            _ => computers,
        };
    }

    private static string OthersOf(LabState lab, FaultTarget target) => target.ToComputers.Count == 0
        ? "every other computer"
        : string.Join(", ", target.ToComputers.Select(computer => lab.NameOf(computer)));

    private static string LunsOf(LabState lab, FaultTarget target) => target.StorageArray is { } array
        ? lab.NameOf(array)
        : string.Join(", ", target.Luns.Select(lun => lab.NameOf(lun)));

    private static IEnumerable<Key<PhysicalComputer>> PlacesOf(LabState lab, Fault fault) =>
        fault.Target.Computers.Concat(fault.Target.ToComputers)
            .Concat(fault.Target.VMs.Select(vm => lab.VirtualMachines[vm].Computer))
            .Concat(fault.Target.Computers.Count > 0 ? [] : UsersOf(lab, fault))
            .Concat(lab.ClusterNodes.Where(node => node.Cluster == fault.Target.Cluster).Select(node => node.Computer))
            .Distinct();

    // Who sees one of the logical units, or has a path that goes through what fails.
    private static IEnumerable<Key<PhysicalComputer>> UsersOf(LabState lab, Fault fault)
    {
        FaultTarget target = fault.Target;
        return lab.LunMappings
            .Where(mapping => target.Luns.Contains(mapping.Lun)
                || lab.Luns[mapping.Lun].Array == target.StorageArray)
            .Select(mapping => mapping.Computer);
    }

    private static void Write(LabState lab, Fault fault, LogLevel level, string message)
    {
        List<Key<PhysicalComputer>> places = [.. PlacesOf(lab, fault)];
        if (places.Count == 0)
        {
            lab.Write(level, Source, null, message);
        }

        foreach (Key<PhysicalComputer> computer in places)
        {
            lab.Write(level, Source, lab.NameOf(computer), message);
        }
    }
}
