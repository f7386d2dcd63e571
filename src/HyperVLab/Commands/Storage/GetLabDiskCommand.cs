using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets disks as computers' Windows shows them: a LUN once a path, or once with all its paths where
/// multipath I/O has claimed it.</summary>
/// <example>
/// <code>Get-LabDisk -ComputerName HVR2NODO1</code>
/// Lists the disks of HVR2NODO1.
/// </example>
/// <example>
/// <code>Get-LabDisk | Where-Object IsOffline | Set-LabDisk -IsOffline $false</code>
/// Brings every disk of every host online.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDisk")]
[OutputType(typeof(ComputerDisk))]
public sealed class GetLabDiskCommand : ComputerReadingCmdlet
{
    /// <summary>The disk numbers.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DiskNumber", "DeviceId")]
    public int[]? Number { get; set; }

    /// <summary>Only disks of these friendly names. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? FriendlyName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        IEnumerable<DiskView> found = Handle.Lab.Views<DiskView>()
            .Where(view => (scope?.Contains(view.ComputerKey) ?? true)
                && Wildcards.Match(FriendlyName, view.FriendlyName));
        WriteObject(
            StorageTargets.Disks(Handle, found, Number, action => Guard(action)), enumerateCollection: true);
    }
}
