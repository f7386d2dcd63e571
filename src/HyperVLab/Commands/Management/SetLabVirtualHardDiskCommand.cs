using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Changes what the library says of the virtual hard disk.</summary>
/// <example>
/// <code>Set-LabVirtualHardDisk base.vhd -FamilyName Base -Release 1.0</code>
/// Says of which family and release it is.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVirtualHardDisk", SupportsShouldProcess = true)]
[Alias("Set-VirtualHardDisk")]
[OutputType(typeof(LibraryResource))]
public sealed class SetLabVirtualHardDiskCommand : LibraryFileChangeCmdlet
{
    /// <summary>What is meant, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string VirtualHardDisk { get; set; } = null!;

    /// <summary>The operating system that is on it.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? OperatingSystem { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VirtualHardDisk;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetVirtualHardDisk
    {
        VirtualHardDisk = VmmNames.Resource(Handle, VirtualHardDisk, LibraryResourceKind.VirtualHardDisk),
        Name = Name,
        Description = Description,
        FamilyName = FamilyName,
        Release = Release,
        Enabled = Enabled,
        OperatingSystem = OperatingSystem,
    };
}
