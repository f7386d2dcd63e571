using System.Management.Automation;
using HyperVLab.Binding;
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
public sealed class GetLabLibraryShareCommand : LabCmdlet
{
    /// <summary>Only those of this server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        WriteObject(
            Named<LibraryShareView, LibraryShare>(null, view => server is null || view.ServerKey == server),
            enumerateCollection: true);
    }
}
