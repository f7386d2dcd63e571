using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Reads a library share: takes in what was put there by hand, and misses what is gone.</summary>
/// <remarks>
/// A virtual hard disk (.vhd, .vhdx), an ISO image, a script (.ps1, .sql), an answer file (.xml, .inf) or a driver's
/// setup information (.inf) comes into the library. What is gone and needed by something is shown as missing; anything
/// else that is gone is forgotten.
/// </remarks>
/// <example>
/// <code>Get-LabLibraryShare | Read-LabLibraryShare</code>
/// Reads all shares.
/// </example>
[Cmdlet(VerbsCommunications.Read, "LabLibraryShare", SupportsShouldProcess = true)]
[Alias("Refresh-LibraryShare")]
[OutputType(typeof(LibraryShare))]
public sealed class ReadLabLibraryShareCommand : LibraryShareCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new ReadLibraryShare { LibraryShare = Share };
}
