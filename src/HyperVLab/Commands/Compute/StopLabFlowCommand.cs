using System.Globalization;
using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Ends TCP connections that Start-LabFlow opened.</summary>
/// <remarks>This cmdlet has no counterpart in the real modules.</remarks>
/// <example>
/// <code>Get-LabFlow -State Established | Stop-LabFlow -Passthru</code>
/// Ends all connections, and shows what they have sent.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabFlow", DefaultParameterSetName = "Id", SupportsShouldProcess = true)]
[OutputType(typeof(TcpFlow))]
public sealed class StopLabFlowCommand : LabPassthruCmdlet<TcpFlow>
{
    /// <summary>The connections' numbers.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id")]
    [ValidateNotNullOrEmpty]
    public int[] Id { get; set; } = null!;

    /// <summary>The connections, as Get-LabFlow writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public TcpFlow[] InputObject { get; set; } = null!;

    /// <inheritdoc/>
    private protected override IEnumerable<TcpFlow> Targets() => ParameterSetName == "InputObject"
        ? InputObject
        : Id.Select(id => LabObjects.Of<TcpFlow>(Handle, Handle.Lab.View<FlowView>(id)
            ?? throw Engine.Lab.NotFound<FlowView>(id.ToString(CultureInfo.InvariantCulture))));

    /// <inheritdoc/>
    private protected override LabRequest Request(TcpFlow target) => new StopFlow { Flow = target.Key };
}
