using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets TCP connections that Start-LabFlow opened: those that go on, and what became of the others.</summary>
/// <remarks>This cmdlet has no counterpart in the real modules.</remarks>
/// <example>
/// <code>Get-LabFlow -State Broken | Format-List</code>
/// Shows everything about the connections that broke.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabFlow")]
[OutputType(typeof(TcpFlow))]
public sealed class GetLabFlowCommand : LabCmdlet
{
    /// <summary>The connections' numbers. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public int[]? Id { get; set; }

    /// <summary>Only what is sent by these. Wildcards are permitted.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NetworkEndCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Source { get; set; }

    /// <summary>Only what is sent to these. Wildcards are permitted.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NetworkEndCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Only connections in these states.</summary>
    [Parameter]
    public FlowState[]? State { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IEnumerable<FlowView> flows = Id is null ? Handle.Lab.Views<FlowView>() : Id.Select(FlowOf);
        var source = new WildcardPattern(Source ?? "*", WildcardOptions.IgnoreCase);
        var destination = new WildcardPattern(Destination ?? "*", WildcardOptions.IgnoreCase);
        WriteObject(
            flows.Where(flow => source.IsMatch(flow.Source) && destination.IsMatch(flow.Destination)
                    && (State?.Contains(flow.State) ?? true))
                .Select(flow => LabObjects.Of<TcpFlow>(Handle, flow)),
            enumerateCollection: true);
    }

    private FlowView FlowOf(int id) => Handle.Lab.View<FlowView>(id)
        ?? throw Engine.Lab.NotFound<FlowView>(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
