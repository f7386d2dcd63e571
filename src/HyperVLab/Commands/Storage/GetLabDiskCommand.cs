using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
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
public sealed class GetLabDiskCommand : LabCmdlet
{
    /// <summary>The disk numbers.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DiskNumber", "DeviceId")]
    public int[]? Number { get; set; }

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Only disks of these friendly names. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? FriendlyName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        var patterns = FriendlyName?.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToList();
        IEnumerable<DiskView> found = Handle.Lab.Views<DiskView>()
            .Where(view => (scope?.Contains(view.ComputerKey) ?? true)
                && (patterns?.Exists(pattern => pattern.IsMatch(view.FriendlyName)) ?? true));
        WriteObject(
            StorageTargets.Disks(Handle, found, Number, action => Guard(action)), enumerateCollection: true);
    }
}
