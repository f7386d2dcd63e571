using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Takes a share out of the library; its files stay.</summary>
/// <example>
/// <code>Remove-LabLibraryShare Library</code>
/// Takes a share out of the library.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabLibraryShare", SupportsShouldProcess = true)]
[Alias("Remove-LibraryShare")]
[OutputType(typeof(void))]
public sealed class RemoveLabLibraryShareCommand : LibraryShareCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveLibraryShare { LibraryShare = Share };
}
