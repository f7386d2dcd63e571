using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Where what is deployed goes and what it is called, and whether it can be.</summary>
internal static class DeploymentPlans
{
    /// <summary>The path of a new machine's disk: under the source's name in the machine's folder.</summary>
    public static string DiskPath(string folder, string name, string? path, StoredFile source, bool differs)
    {
        string extension = source.Name[source.Name.LastIndexOf('.')..];
        string own = path is null ? $@"{folder}\{name}" : folder;
        return differs ? $@"{own}\{name}_disk_1{extension}" : $@"{own}\{source.Name}";
    }

    /// <summary>
    /// The disk of the host that a new machine's disk differs from: the copy of the same source that the host has, else
    /// the place where one comes, beside the machines' folders.
    /// </summary>
    public static string ParentPath(
        LabState lab, Key<PhysicalComputer> host, string folder, string? path, DeploymentSource source)
    {
        if (source.Computer == host)
        {
            return source.Path;
        }

        string bases = path is null ? folder : path.TrimEnd('\\', '/');
        return $@"{bases}\{source.File.Name}";
    }

    /// <summary>The disk that a host has there already, the same as the source; null where it has none.</summary>
    public static StoredFile? ParentOn(LabState lab, DeploymentPlan plan, StoredFile source)
    {
        StoredFile? there = VMDrives.FileOn(lab, plan.Computer, plan.ParentPath!, out _);
        return there is not null && (there == source
            || (VirtualDiskFiles.Find(lab, there.Key) is { } disk && there.SizeBytes == source.SizeBytes
                && disk.Identifier == VirtualDiskFiles.Find(lab, source.Key)!.Identifier))
            ? there
            : null;
    }

    /// <summary>What a machine that is to be made of a disk asks of its host.</summary>
    public static PlacementDemand DemandOf(string name, HardwareSettings hardware, StoredFile? source) => new()
    {
        Name = name,
        MemoryBytes = (long)hardware.MemoryMB << 20,
        Processors = hardware.CPUCount,
        DiskBytes = (source?.SizeBytes ?? 0) + ComputeSettings.ConfigurationFileBytes + TemplateSettings.IdentityBytes,
        IsCompatible = hardware.CPULimitForMigration,
        IsHighlyAvailable = hardware.HighlyAvailable,
    };

    /// <summary>Refuses what cannot be made.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void Demand(LabState lab, DeploymentPlan plan, StoredFile source)
    {
        foreach (Deployment other in lab.Deployments)
        {
            if (other.Computer == plan.Computer && IsGoingOn(lab, other)
                && string.Equals(other.Plan.DiskPath, plan.DiskPath, StringComparison.OrdinalIgnoreCase))
            {
                throw TemplateErrors.PlaceTaken.For(plan.DiskPath, plan.DiskPath);
            }

            if (other.Computer == plan.Computer && plan.ParentPath is { } parent && IsGoingOn(lab, other)
                && string.Equals(other.Plan.ParentPath, parent, StringComparison.OrdinalIgnoreCase)
                && ParentOn(lab, plan, source) is null)
            {
                throw TemplateErrors.ParentOnWay.For(parent, parent, other.Plan.Name);
            }
        }

        DemandPlaces(lab, plan, source);
        VMFiles.DemandConfiguration(
            lab,
            plan.Computer,
            VMFiles.FolderOf(lab.Computers[plan.Computer], plan.Name, plan.Path),
            plan.Name,
            lab.Draws.Identifier(VMFactory.IdentifierPurpose, lab.VirtualMachines.NextNumber));
    }

    /// <summary>The name of a guest's computer: the one that is said, or a drawn one.</summary>
    public static string NameFor(LabState lab, GuestSettings guest, int number) =>
        guest.ComputerName == TemplateSettings.AnyName ? GuestSetup.DrawName(lab, number) : guest.ComputerName;

    private static bool IsGoingOn(LabState lab, Deployment deployment) =>
        Templates.IsGoingOn(lab, VmmOperationKind.Deploy, deployment.Key.Number);

    private static void DemandPlaces(LabState lab, DeploymentPlan plan, StoredFile source)
    {
        if (plan.ParentPath is null)
        {
            DiskCopies.DemandPlace(lab, plan.Computer, plan.DiskPath, source);
            return;
        }

        FileTable.DemandNew(lab, PathResolver.Resolve(lab, plan.Computer, plan.DiskPath), 0);
        if (ParentOn(lab, plan, source) is null)
        {
            DiskCopies.DemandPlace(lab, plan.Computer, plan.ParentPath, source);
        }
    }
}
