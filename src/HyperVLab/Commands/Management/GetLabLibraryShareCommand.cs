using System.Management.Automation;
using HyperVLab.Engine.Management;
using LibraryShare = HyperVLab.Objects.LibraryShare;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the shares of the library.</summary>
/// <example>
/// <code>Get-LabLibraryShare</code>
/// Lists the shares.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabLibraryShare")]
[Alias("Get-LibraryShare")]
[OutputType(typeof(LibraryShare))]
public sealed class GetLabLibraryShareCommand : VmmReadingCmdlet
{
    /// <inheritdoc/>
    private protected override void Process() =>
        Write<LibraryShareView, LibraryShare>(null, static view => view.ServerKey);
}
