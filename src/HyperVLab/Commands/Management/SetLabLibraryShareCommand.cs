using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Says what a library share is for.</summary>
/// <example>
/// <code>Set-LabLibraryShare Library -Description 'Templates'</code>
/// Says what a share is for.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabLibraryShare", SupportsShouldProcess = true)]
[Alias("Set-LibraryShare")]
[OutputType(typeof(LibraryShare))]
public sealed class SetLabLibraryShareCommand : LibraryShareCmdlet
{
    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetLibraryShare
    {
        LibraryShare = Share,
        Description = Description,
    };
}
