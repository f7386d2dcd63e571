using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using LibraryServer = HyperVLab.Objects.LibraryServer;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the library servers of Virtual Machine Manager.</summary>
/// <example>
/// <code>Get-LabLibraryServer</code>
/// Lists the library servers.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabLibraryServer")]
[Alias("Get-LibraryServer")]
[OutputType(typeof(LibraryServer))]
public sealed class GetLabLibraryServerCommand : LabCmdlet
{
    /// <summary>The computers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryServerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

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
            Named<LibraryServerView, LibraryServer>(ComputerName, view => server is null || view.ServerKey == server),
            enumerateCollection: true);
    }
}
