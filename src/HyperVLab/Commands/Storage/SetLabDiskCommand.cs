using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Brings disks of computers online or takes them offline, and refuses or allows writing to
/// them.</summary>
/// <remarks>
/// Over the network the firewall group "Remote Volume Management" must be on at both ends, both computers in one
/// domain, and the caller a local administrator there.
/// </remarks>
/// <example>
/// <code>Set-LabDisk 1 -ComputerName HVR2NODO1 -IsOffline $false</code>
/// Brings disk 1 of HVR2NODO1 online.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabDisk", SupportsShouldProcess = true)]
[OutputType(typeof(ComputerDisk))]
public sealed class SetLabDiskCommand : DiskCmdlet
{
    /// <summary>Whether they are to be offline.</summary>
    [Parameter(Position = 1)]
    public bool? IsOffline { get; set; }

    /// <summary>Whether writing to them is to be refused.</summary>
    [Parameter]
    public bool? IsReadOnly { get; set; }

    /// <summary>Writes the disks. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesResult => PassThru;

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer, int number) => new SetDisk
    {
        Computer = computer,
        Number = number,
        IsOffline = IsOffline,
        IsReadOnly = IsReadOnly,
    };
}
