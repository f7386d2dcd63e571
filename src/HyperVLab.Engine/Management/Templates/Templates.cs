using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Templates and profiles: named, demanded and used.</summary>
internal static class Templates
{
    /// <summary>Refuses a name that none can have, or that another of the kind has on a server.</summary>
    /// <exception cref="LabException">So it is.</exception>
    public static void DemandName<T>(
        string name, IEnumerable<T> others, Func<T, bool> isOther, string what)
        where T : INamed
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > TemplateSettings.MaximumName || name.Any(char.IsControl))
        {
            throw TemplateErrors.Name.For(name, name);
        }

        if (others.Any(other => isOther(other) && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw TemplateErrors.NameExists.For(name, name, what);
        }
    }

    /// <summary>A virtual hard disk of the library of which machines can be made.</summary>
    /// <exception cref="LabException">It is missing, or stands on another disk.</exception>
    public static StoredFile DemandDisk(LabState lab, LabCaller caller, Key<LibraryResource> key)
    {
        LibraryResource resource = Libraries.Demand(lab, caller, key, LibraryResourceKind.VirtualHardDisk);
        (StoredFile file, _, string path) = LibraryFiles.Require(lab, resource);
        if (VirtualDiskFiles.Find(lab, file.Key)?.Parent is not null)
        {
            throw TemplateErrors.DiskIsChild.For(resource.Name, resource.Name);
        }

        return DiskMounts.UserOf(lab, file) is { } user ? throw VhdErrors.InUse.For(path, path, user) : file;
    }

    /// <summary>What a machine that is to be made of a template asks of its host.</summary>
    public static PlacementDemand DemandOf(LabState lab, VMTemplate template, string name) =>
        DeploymentPlans.DemandOf(
            name,
            template.Hardware,
            lab.StoredFiles.Find(lab.LibraryResources.Find(template.Disk)?.File)) with
        {
            Is64Bit = template.Guest?.OperatingSystem is { } system && GuestReleases.Is64Bit(system),
        };

    /// <summary>Whether an operation of a kind works on something now; one that is halted does not.</summary>
    public static bool IsGoingOn(LabState lab, VmmOperationKind kind, int subject) =>
        lab.VmmOperations.Any(operation => operation.Kind == kind && operation.Subject == subject
            && operation.State == VmmOperationState.Running);

    /// <summary>Refuses a template of which something is being made, or that is being made.</summary>
    /// <exception cref="LabException">It is.</exception>
    public static void DemandIdle(LabState lab, VMTemplate template)
    {
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            bool isIt = operation.Kind == VmmOperationKind.NewTemplate
                ? lab.TemplateMakings[new Key<TemplateMaking>(operation.Subject!.Value)].Template == template.Key
                : operation.Kind == VmmOperationKind.Deploy
                    && lab.Deployments[new Key<Deployment>(operation.Subject!.Value)].Template == template.Key;
            if (isIt && operation.State == VmmOperationState.Running)
            {
                throw TemplateErrors.TemplateBusy.For(template.Name, template.Name);
            }
        }
    }
}
