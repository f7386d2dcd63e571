using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>A DVD drive of a virtual machine of a managed host, as Virtual Machine Manager sees it.</summary>
public sealed record VirtualDVDDriveView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name: its virtual machine's.</summary>
    public required string Name { get; init; }

    /// <summary>The virtual machine's number.</summary>
    public required int VMKey { get; init; }

    /// <summary>The number of the server that manages its host; null for none.</summary>
    public int? ServerKey { get; init; }

    /// <summary>Which IDE controller, from 0.</summary>
    public required int Bus { get; init; }

    /// <summary>Which place on it, from 0.</summary>
    public required int LUN { get; init; }

    /// <summary>What it is connected to.</summary>
    public required VirtualDVDDriveConnection Connection { get; init; }

    /// <summary>The image that is in it; null while it is empty.</summary>
    public string? ISO { get; init; }

    /// <summary>The number of the file of the library that is in it; null for none, or a copy.</summary>
    public int? ResourceKey { get; init; }

    /// <summary>Whether the image stands in a share.</summary>
    public bool ISOLinked { get; init; }

    internal static VirtualDVDDriveView Of(LabState lab, VMDvdDrive drive)
    {
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        return new VirtualDVDDriveView
        {
            Key = drive.Key.Number,
            Name = vm.Name,
            VMKey = vm.Key.Number,
            ServerKey = Agents.Of(lab, vm.Computer)?.Server.Number,
            Bus = drive.ControllerNumber,
            LUN = drive.ControllerLocation,
            Connection = drive.Path is null ? VirtualDVDDriveConnection.None : VirtualDVDDriveConnection.ISOImage,
            ISO = drive.Path,
            ResourceKey = Images.ResourceIn(lab, drive)?.Key.Number,
            ISOLinked = drive.Path is { } path && SmbShares.IsNetworkPath(path),
        };
    }
}
