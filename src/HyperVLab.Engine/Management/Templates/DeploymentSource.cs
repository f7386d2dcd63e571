using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The disk of which a virtual machine's disk is made.</summary>
/// <param name="File">The file.</param>
/// <param name="Computer">The computer from which it comes.</param>
/// <param name="Path">Its path there.</param>
internal sealed record DeploymentSource(StoredFile File, Key<PhysicalComputer> Computer, string Path)
{
    /// <summary>The disk that is meant, which can be read.</summary>
    /// <exception cref="LabException">None or several are meant, or it is gone or in use.</exception>
    public static DeploymentSource Demand(
        LabState lab,
        LabCaller caller,
        Key<VmmServer> server,
        Key<VMTemplate>? template,
        Key<LibraryResource>? disk,
        Key<VirtualMachine>? vm)
    {
        switch ((template, disk, vm))
        {
            case ({ } key, null, null):
                VMTemplate one = lab.VMTemplates[key];
                DemandServer(lab, one.Server, server, one.Name);
                Templates.DemandDisk(
                    lab,
                    caller,
                    one.Disk ?? throw TemplateErrors.TemplateUnfinished.For(one.Name, one.Name));
                break;
            case (null, { } key, null):
                Templates.DemandDisk(lab, caller, key);
                LibraryResource resource = lab.LibraryResources[key];
                DemandServer(lab, Libraries.ServerOf(lab, lab.LibraryShares[resource.Share]), server, resource.Name);
                break;
            case (null, null, { } key):
                TemplateMakings.DemandMachine(lab, caller, lab.VirtualMachines[key]);
                break;
            default:
                throw TemplateErrors.SourceMissing.For(null);
        }

        return Find(lab, template, disk, vm);
    }

    /// <summary>The disk that <see cref="Demand"/> found.</summary>
    private static DeploymentSource Find(
        LabState lab, Key<VMTemplate>? template, Key<LibraryResource>? disk, Key<VirtualMachine>? vm)
    {
        if (lab.VirtualMachines.Find(vm) is { } machine)
        {
            return new DeploymentSource(
                BootDisk.Require(lab, machine), machine.Computer, BootDisk.Find(lab, machine)!.Path!);
        }

        Key<LibraryResource> key = disk ?? lab.VMTemplates[template!.Value].Disk!.Value;
        (StoredFile file, Key<PhysicalComputer> computer, string path) =
            LibraryFiles.Require(lab, lab.LibraryResources[key]);
        return new DeploymentSource(file, computer, path);
    }

    private static void DemandServer(LabState lab, Key<VmmServer> one, Key<VmmServer> other, string name)
    {
        if (one != other)
        {
            throw ManagementErrors.OtherServer.For(name, name, lab.VmmServers[other].Name);
        }
    }
}
