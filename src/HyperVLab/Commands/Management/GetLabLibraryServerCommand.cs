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
public sealed class GetLabLibraryServerCommand : VmmReadingCmdlet
{
    /// <summary>The computers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryServerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Write<LibraryServerView, LibraryServer>(ComputerName, static view => view.ServerKey);
}
