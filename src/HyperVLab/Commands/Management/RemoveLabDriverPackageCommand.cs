using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>Removes the driver package from the library, and its file from the share.</summary>
/// <remarks>
/// What others depend on goes only with -Force; they miss it then.
/// </remarks>
/// <example>
/// <code>Remove-LabDriverPackage netkvm.inf</code>
/// Removes it.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabDriverPackage", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabDriverPackageCommand : LibraryFileRemovalCmdlet
{
    /// <summary>What is meant, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string DriverPackage { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => DriverPackage;

    /// <inheritdoc/>
    private protected override LibraryResourceKind Kind => LibraryResourceKind.DriverPackage;

    /// <inheritdoc/>
    private protected override LibraryResourceRemoval Removal(Key<LibraryResource> resource) =>
        new RemoveDriverPackage { DriverPackage = resource };
}
