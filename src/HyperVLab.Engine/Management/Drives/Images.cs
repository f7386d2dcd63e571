using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Images of the library as DVD drives take them: copied to the host, or linked to the share.</summary>
internal static class Images
{
    /// <summary>Refuses an image that a machine's drive cannot get from the library.</summary>
    /// <exception cref="LabException">It is missing or no image, another server's, or there is no room.</exception>
    public static void Demand(
        LabState lab, LabCaller caller, VirtualMachine vm, Key<LibraryResource> key, bool link)
    {
        LibraryResource resource = Libraries.Demand(lab, caller, key, LibraryResourceKind.ISO);
        ManagedComputer host = VmmAccess.DemandManaged(lab, caller, vm.Computer);
        if (Libraries.ServerOf(lab, lab.LibraryShares[resource.Share]) != host.Server)
        {
            throw ManagementErrors.OtherServer.For(resource.Name, resource.Name, lab.VmmServers[host.Server].Name);
        }

        (StoredFile file, _, string path) = LibraryFiles.Require(lab, resource);
        if (link)
        {
            DvdMedia.Demand(lab, vm, LibraryFiles.PathOf(lab, resource), allowUnverified: false);
            return;
        }

        if (!DvdMedia.IsImage(lab, file, path))
        {
            throw DeviceErrors.NoImage.For(resource.Name, vm.Name, path);
        }

        if (TransferFiles.Refusal(lab, ImageDeliveries.PlanOf(lab, vm, resource)) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The file of the library that is in a drive; null for none, or a copy.</summary>
    public static LibraryResource? ResourceIn(LabState lab, VMDvdDrive drive) => drive.Path is { } path
        ? lab.LibraryResources.FirstOrDefault(resource => resource.Kind == LibraryResourceKind.ISO
            && (lab.StoredFiles.Find(resource.File) is { } file
                ? DvdMedia.HasIn(lab, drive, file)
                : string.Equals(path, LibraryFiles.PathOf(lab, resource), StringComparison.OrdinalIgnoreCase)))
        : null;

    /// <summary>Puts an image into a drive, at once where it is linked.</summary>
    public static void Insert(LabState lab, LabJob job, VMDvdDrive drive, Key<LibraryResource> key, bool link)
    {
        LibraryResource resource = lab.LibraryResources[key];
        if (link)
        {
            ImageDeliveries.Eject(lab, drive);
            drive.Insert(LibraryFiles.PathOf(lab, resource));
        }
        else
        {
            ImageDeliveries.Begin(lab, job, drive, resource);
        }
    }
}
