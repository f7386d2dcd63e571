using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Takes a share of a library server into the library, and reads it.</summary>
/// <remarks>
/// New-LabSmbShare shares a folder.
/// </remarks>
/// <example>
/// <code>Add-LabLibraryShare \\LIB1\Library</code>
/// Takes a share into the library.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabLibraryShare", SupportsShouldProcess = true)]
[Alias("Add-LibraryShare")]
[OutputType(typeof(LibraryShare))]
public sealed class AddLabLibraryShareCommand : VmmRequestCmdlet
{
    /// <summary>The share, such as \\LIB1\Library.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string SharePath { get; set; } = null!;

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => SharePath;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddLibraryShare
    {
        SharePath = SharePath,
        Description = Description,
    };
}
