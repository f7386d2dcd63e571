using HyperVLab.Engine.Compute;

namespace HyperVLab.Engine.Management;

/// <summary>Says what needs a file of the library.</summary>
internal static class LibraryDependents
{
    /// <summary>The names of all that needs a file, with what each is.</summary>
    public static IEnumerable<string> Of(LabState lab, LibraryResource resource) =>
    [
        .. TemplatesOf(lab, resource).Select(static template => $"the template {template.Name}"),
        .. ProfilesOf(lab, resource).Select(static profile => $"the guest OS profile {profile.Name}"),
        .. MachinesOf(lab, resource).Select(static vm => $"the virtual machine {vm.Name}"),
    ];

    /// <summary>The virtual machines that have an image of the library in a DVD drive.</summary>
    public static IEnumerable<VirtualMachine> MachinesOf(LabState lab, LibraryResource resource) =>
        lab.VMDvdDrives.Where(drive => Images.ResourceIn(lab, drive) == resource)
            .Select(drive => lab.VirtualMachines[drive.VM]).Distinct();

    /// <summary>The templates that need a file.</summary>
    public static IEnumerable<VMTemplate> TemplatesOf(LabState lab, LibraryResource resource) =>
        lab.VMTemplates.Where(template => template.Disk == resource.Key
            || template.Guest?.AnswerFile == resource.Key);

    /// <summary>The profiles that need a file.</summary>
    public static IEnumerable<GuestOSProfile> ProfilesOf(LabState lab, LibraryResource resource) =>
        lab.GuestOSProfiles.Where(profile => profile.Guest.AnswerFile == resource.Key);

    /// <summary>The first file of a library server that something needs, and what does.</summary>
    public static (LibraryResource Resource, string Dependent)? FirstOf(LabState lab, LibraryServer server)
    {
        foreach (LibraryShare share in lab.LibraryShares)
        {
            if (share.LibraryServer == server.Key && FirstIn(lab, share) is { } held)
            {
                return held;
            }
        }

        return null;
    }

    /// <summary>The first file of a share that something needs, and what does.</summary>
    public static (LibraryResource Resource, string Dependent)? FirstIn(LabState lab, LibraryShare share)
    {
        foreach (LibraryResource resource in lab.LibraryResources)
        {
            if (resource.Share == share.Key && Of(lab, resource).FirstOrDefault() is { } dependent)
            {
                return (resource, dependent);
            }
        }

        return null;
    }
}
