using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The differencing disks that stand above a checkpoint's: <c>name_GUID.avhd</c> beside the disk that they are made of,
/// as 2008 R2 lays them out (<c>.avhdx</c> for VHDX).
/// </summary>
internal static class CheckpointDisks
{
    private const string NamePurpose = "avhd-name";
    private const int IdentifierLength = 36;

    /// <summary>Plans one above each of a machine's drives, none of which is a disk of its host's.</summary>
    /// <exception cref="LabException">One cannot be made, or they have no room together.</exception>
    public static IReadOnlyList<VhdPlan> PlanFor(LabState lab, VirtualMachine vm) =>
        Plan(lab, vm, [.. VMQueries.DrivesOf(lab, vm).Select(drive => drive.Path!)]);

    /// <summary>Plans one above each of some disks.</summary>
    /// <exception cref="LabException">One cannot be made, or they have no room together.</exception>
    public static IReadOnlyList<VhdPlan> Plan(LabState lab, VirtualMachine vm, IReadOnlyList<string> parents)
    {
        var plans = new List<VhdPlan>();
        foreach (string parent in parents)
        {
            // Each gets the identifiers of the row that it will have.
            Guid name = lab.Draws.Identifier(NamePurpose, lab.StoredFiles.NextNumber + plans.Count);
            VhdPlan plan = VhdPlanner.PlanCheckpoint(lab, vm.Computer, PathOf(parent, name), parent);
            plans.Add(VhdPlans.Identify(lab, plan, plans.Count));
        }

        VhdPlans.DemandRoom(lab, plans);
        return plans;
    }

    /// <summary>Writes planned disks; where one cannot be written, none is left.</summary>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static void Write(LabState lab, IReadOnlyList<VhdPlan> plans) =>
        // Written to the end now: later the parent may be told apart from what it is at this moment.
        VhdPlans.Write(lab, plans, (plan, _) => VirtualDiskFiles.Write(lab, plan, VhdPlanner.Fill));

    /// <summary>Enters written disks into the tables.</summary>
    public static IReadOnlyList<StoredFile> Enter(LabState lab, IReadOnlyList<VhdPlan> plans) =>
        [.. plans.Select(plan => lab.StoredFiles[VirtualDiskFiles.Add(lab, plan).File])];

    /// <summary>Where a differencing disk is made.</summary>
    private static string PathOf(string parent, Guid name)
    {
        int folder = parent.LastIndexOfAny(['\\', '/']) + 1;
        int dot = parent.LastIndexOf('.');
        string extension = parent.EndsWith("x", StringComparison.OrdinalIgnoreCase) ? ".avhdx" : ".avhd";
        string stem = parent[folder..(dot < folder ? parent.Length : dot)];

        // One made of another keeps the first disk's name.
        bool isNamed = VhdFormatRules.IsOfCheckpoint(parent) && stem.Length > IdentifierLength
            && stem[^(IdentifierLength + 1)] == '_' && Guid.TryParse(stem.AsSpan()[^IdentifierLength..], out _);
        string known = isNamed ? stem[..^(IdentifierLength + 1)] : stem;
        return $"{parent[..folder]}{known}_{name.ToString("D").ToUpperInvariant()}{extension}";
    }
}
