using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Virtual machines in the library: each has a folder of a share, and stands on the library server.</summary>
internal static class StoredMachines
{
    /// <summary>The folder that a machine gets below a path of the library, as its server names it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="path">The network path of a library share, or of a folder in it; null for the only share.</param>
    /// <exception cref="LabException">It is no such path, or the share cannot be got at.</exception>
    public static (LibraryShare Share, string Folder) FolderOf(LabState lab, VirtualMachine vm, string? path)
    {
        (LibraryShare share, string below) =
            path is null ? (Libraries.RequireOnly(lab), string.Empty) : Libraries.Require(lab, path);
        string folder = LibraryFiles.FolderOf(lab, share).Full;
        return (share, below.Length == 0 ? $@"{folder}\{vm.Name}" : $@"{folder}\{below}\{vm.Name}");
    }

    /// <summary>
    /// The server that manages the host of a machine, or in whose library it is; it answers the caller.
    /// </summary>
    /// <exception cref="LabException">None does, or it does not answer.</exception>
    public static Key<VmmServer> DemandServer(LabState lab, LabCaller caller, VirtualMachine vm)
    {
        if (!vm.IsStored)
        {
            return VmmAccess.DemandManaged(lab, caller, vm.Computer).Server;
        }

        string name = lab.NameOf(vm.Computer);
        LibraryServer library = Libraries.Of(lab, vm.Computer) ?? throw LibraryErrors.NoSuchServer.For(name, name);
        return VmmAccess.Demand(lab, caller, library.Server).Key;
    }

    /// <summary>The library share in which a machine is; null where it is in none any more.</summary>
    public static LibraryShare? ShareOf(LabState lab, VirtualMachine vm) => vm.IsStored
        ? lab.LibraryShares.FirstOrDefault(share => LibraryFiles.ComputerOf(lab, share) == vm.Computer
            && SmbShares.Find(lab, vm.Computer, share.Name) is { } folder
            && vm.Path.StartsWith($@"{folder.Path.TrimEnd('\\')}\", StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>Refuses to take away a share in which machines are.</summary>
    /// <exception cref="LabException">Some are.</exception>
    public static void DemandNone(LabState lab, LibraryShare share)
    {
        if (lab.VirtualMachines.FirstOrDefault(vm => ShareOf(lab, vm) == share) is { } vm)
        {
            string path = LibraryFiles.PathOf(lab, share);
            throw LibraryErrors.MachineStored.For(share.Name, path, vm.Name);
        }
    }

    /// <summary>Why a library server cannot be taken away; null where no machine is on it.</summary>
    public static StepFailure? Holds(LabState lab, Key<PhysicalComputer> server)
    {
        string name = lab.NameOf(server);
        return lab.VirtualMachines.FirstOrDefault(vm => vm.IsStored && vm.Computer == server) is { } vm
            ? new StepFailure(LibraryErrors.MachineStored, name, name, vm.Name)
            : null;
    }
}
