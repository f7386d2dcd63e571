using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Changes what the library says of the ISO image.</summary>
/// <example>
/// <code>Set-LabISO tools.iso -FamilyName Base -Release 1.0</code>
/// Says of which family and release it is.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabISO", SupportsShouldProcess = true)]
[Alias("Set-ISO")]
[OutputType(typeof(LibraryResource))]
public sealed class SetLabISOCommand : LibraryFileChangeCmdlet
{
    /// <summary>What is meant, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string ISO { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => ISO;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetISO
    {
        ISO = VmmNames.Resource(Handle, ISO, LibraryResourceKind.ISO),
        Name = Name,
        Description = Description,
        FamilyName = FamilyName,
        Release = Release,
        Enabled = Enabled,
    };
}
