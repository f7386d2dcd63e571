using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Mounting;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Mounts virtual hard disks of a lab's hosts or of this computer, and offers their bytes as network block devices, so
/// that qemu, nbdcopy, nbdfuse and the kernel's client open them.
/// </summary>
/// <remarks>
/// The real cmdlet attaches the disk to the computer itself; here the property Uri of what -Passthru writes is the
/// address that clients take. The disk is offered by this process until Dismount-LabVHD, or until the process ends. A
/// disk that is mounted for writing is nobody else's meanwhile: no virtual machine starts with it, and no other process
/// of this module opens it. On a lab's host the loss of the host's power, or of the disk's volume, ends the mount.
/// </remarks>
/// <example>
/// <code>$disk = Mount-LabVHD ./web01.vhd -Passthru; qemu-img convert -O raw $disk.Uri web01.raw</code>
/// Mounts a disk of this computer, with its parents where it has some, and copies what a guest would see of it.
/// </example>
/// <example>
/// <code>Mount-LabVHD C:\VMs\web01.vhd -ComputerName HOST1 -ReadOnly -Socket ./web01.sock</code>
/// Mounts a disk of a lab's host for reading. The command nbdfuse with the address nbd+unix:///?socket=web01.sock shows
/// it as a file.
/// </example>
/// <example>
/// <code>Get-ChildItem *.vhd | Mount-LabVHD -ReadOnly -Passthru | Format-Table Path, DiskNumber, Uri</code>
/// Mounts all disks of the present folder.
/// </example>
[Cmdlet(VerbsData.Mount, "LabVHD", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualHardDisk))]
public sealed class MountLabVHDCommand : VhdPathCmdlet
{
    /// <summary>Lets nobody write to the disks.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>
    /// Assigns no drive letters to the disks' volumes, as never happens here; so that scripts for the real cmdlet run.
    /// </summary>
    [Parameter]
    public SwitchParameter NoDriveLetter { get; set; }

    /// <summary>
    /// The path of a Unix socket that is made, for this computer's user alone. Without it and -Port, one in a private
    /// folder of the user; on Windows a port that is free.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Socket { get; set; }

    /// <summary>
    /// A port of 127.0.0.1, which every program of this computer can open; 0 for any that is free.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Writes the disks as they are mounted. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override void ChangeHere(string path)
    {
        MountPlace place = Place;
        VhdTargets.DemandOwn(path);
        if (ShouldProcess(path))
        {
            VirtualHardDiskView disk = LocalMounts.Mount(path, ReadOnly, place);
            if (Passthru)
            {
                WriteObject(new VirtualHardDisk(disk));
            }
        }
    }

    /// <inheritdoc/>
    private protected override void ChangeThere(LabHandle lab, PhysicalComputerView computer, string path)
    {
        MountPlace place = Place;
        var request = new MountVHD { Computer = new(computer.Key), Path = path, ReadOnly = ReadOnly };
        Change(lab, request, path, out bool done);
        if (!done)
        {
            return;
        }

        lab.Mounts.Begin(lab.Lab.Ask(new MountedDiskQuery(new(computer.Key), path)), path, place);
        if (Passthru)
        {
            WriteObject(VhdTargets.Read(lab, computer.Name, path));
        }
    }

    private MountPlace Place
    {
        get
        {
            int? port = MyInvocation.BoundParameters.ContainsKey(nameof(Port)) ? Port : null;
            return Socket is null || port is null
                ? new MountPlace(Socket is null ? null : LocalPath.Of(this, Socket), port)
                : throw ModuleErrors.SocketAndPort.For(Socket);
        }
    }
}
