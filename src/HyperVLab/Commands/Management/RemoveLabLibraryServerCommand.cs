using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Takes a library server with its shares out of the library.</summary>
/// <remarks>
/// The files stay on the computer, which stays a host if it is one. What others depend on has to go first.
/// </remarks>
/// <example>
/// <code>Remove-LabLibraryServer LIB1</code>
/// Forgets the library on LIB1.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabLibraryServer", SupportsShouldProcess = true)]
[Alias("Remove-LibraryServer")]
[OutputType(typeof(void))]
public sealed class RemoveLabLibraryServerCommand : LibraryServerCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveLibraryServer { LibraryServer = Library };
}
