using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Says by which words a driver package is found.</summary>
/// <example>
/// <code>Set-LabDriverPackage netkvm.inf -Tag network, virtio</code>
/// Gives a driver package two words.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabDriverPackage", SupportsShouldProcess = true)]
[OutputType(typeof(LibraryResource))]
public sealed class SetLabDriverPackageCommand : VmmRequestCmdlet
{
    /// <summary>What is meant, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string DriverPackage { get; set; } = null!;

    /// <summary>The words.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public string[] Tag { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => DriverPackage;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetDriverPackage
    {
        DriverPackage = VmmNames.Resource(Handle, DriverPackage, LibraryResourceKind.DriverPackage),
        Tag = Tag,
    };
}
