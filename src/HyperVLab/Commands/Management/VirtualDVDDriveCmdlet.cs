using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that changes virtual DVD drives of managed virtual machines, and writes them.</summary>
public abstract class VirtualDVDDriveCmdlet : VmmRequestCmdlet
{
    /// <inheritdoc/>
    private protected sealed override object OutputOf(object result) => result is DvdDrive drive
        ? LabObjects.Of(drive.Handle, drive.Handle.Lab.View<Engine.Management.VirtualDVDDriveView>(drive.Number)!)
        : result;
}
