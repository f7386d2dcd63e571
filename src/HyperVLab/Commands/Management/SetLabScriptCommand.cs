using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Changes what the library says of the script or answer file.</summary>
/// <example>
/// <code>Set-LabScript unattend.xml -FamilyName Base -Release 1.0</code>
/// Says of which family and release it is.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabScript", SupportsShouldProcess = true)]
[Alias("Set-Script")]
[OutputType(typeof(LibraryResource))]
public sealed class SetLabScriptCommand : LibraryFileChangeCmdlet
{
    /// <summary>What is meant, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string Script { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => Script;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetScript
    {
        Script = VmmNames.Resource(Handle, Script, LibraryResourceKind.Script),
        Name = Name,
        Description = Description,
        FamilyName = FamilyName,
        Release = Release,
        Enabled = Enabled,
    };
}
