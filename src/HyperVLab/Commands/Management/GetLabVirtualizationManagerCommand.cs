using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the VirtualCenter servers that Virtual Machine Manager uses.</summary>
/// <example>
/// <code>Get-LabVirtualizationManager | Format-Table Name, State, ManagedHosts</code>
/// Lists them with the hosts that are managed through each.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVirtualizationManager")]
[OutputType(typeof(Objects.VirtualizationManager))]
public sealed class GetLabVirtualizationManagerCommand : LabCmdlet
{
    /// <summary>The names of their computers. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualizationManagerView>))]
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
            Named<VirtualizationManagerView, Objects.VirtualizationManager>(
                ComputerName, view => server is null || view.ServerKey == server),
            enumerateCollection: true);
    }
}
