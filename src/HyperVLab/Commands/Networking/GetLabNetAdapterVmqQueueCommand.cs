using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the receive queues that network cards have given to virtual network adapters.</summary>
/// <remarks>
/// Queue 0 is the default one, for everybody who has none. Of a team in which each virtual adapter has its member, a
/// card has queues for its own adapters only; of other teams each card has a queue for each adapter.
/// </remarks>
/// <example>
/// <code>Get-LabNetAdapterVmqQueue -ComputerName HV1</code>
/// Shows which virtual machines have a queue, and which processors serve them.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetAdapterVmqQueue")]
[OutputType(typeof(NetAdapterVmqQueue))]
public sealed class GetLabNetAdapterVmqQueueCommand : LabCmdlet
{
    /// <summary>The cards' names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only those queues.</summary>
    [Parameter]
    [Alias("QueueID")]
    public int[]? Id { get; set; }

    /// <summary>
    /// Only those of these computers. Without it, those of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        IEnumerable<NetAdapterVmq> cards = Named<NetAdapterVmqView, NetAdapterVmq>(
            Name, view => view.IsShown && (scope?.Contains(view.ComputerKey) ?? true));
        foreach (NetAdapterVmq card in cards)
        {
            WriteObject(
                card.Handle.Lab.Ask(new VmqQueueQuery(card.Number))
                    .Where(view => Id?.Contains(view.QueueId) ?? true)
                    .Select(static view => new NetAdapterVmqQueue(view)),
                enumerateCollection: true);
        }
    }
}
