using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the virtual machine queues of network cards.</summary>
/// <remarks>
/// Cards of 10 Gbit/s have them on from Windows Server 2012 on unless it is said; others off. A team of Windows shows
/// its members' queues together where each virtual adapter has a member of its own (switch independent, HyperVPort or
/// Dynamic), otherwise those of the member with the fewest.
/// </remarks>
/// <example>
/// <code>Get-LabNetAdapterVmq -ComputerName HV1</code>
/// Shows which cards of the host sort what they receive.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetAdapterVmq")]
[OutputType(typeof(NetAdapterVmq))]
public sealed class GetLabNetAdapterVmqCommand : ComputerReadingCmdlet
{
    /// <summary>The cards' names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        WriteObject(
            Named<NetAdapterVmqView, NetAdapterVmq>(
                Name, view => view.IsShown && (scope?.Contains(view.ComputerKey) ?? true)),
            enumerateCollection: true);
    }
}
