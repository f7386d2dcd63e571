using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Faults;

/// <summary>Gets the lab's faults: those that wait, those that go on, and those that have ended.</summary>
/// <example>
/// <code>Get-LabFault -State Active</code>
/// Lists what is broken now.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabFault")]
[OutputType(typeof(LabFault))]
public sealed class GetLabFaultCommand : LabCmdlet
{
    /// <summary>The faults' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<FaultView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only faults of these kinds.</summary>
    [Parameter]
    public FaultKind[]? Kind { get; set; }

    /// <summary>Only faults in these states.</summary>
    [Parameter]
    public FaultState[]? State { get; set; }

    /// <summary>Only faults that befall one of these computers.</summary>
    [Parameter]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        HashSet<int>? computers = ComputerName?.Select(name => ComputerNames.HostView(Handle, name).Key).ToHashSet();
        foreach (LabFault fault in Named<FaultView, LabFault>(Name))
        {
            if ((Kind?.Contains(fault.Kind) ?? true) && (State?.Contains(fault.State) ?? true)
                && (computers is null || fault.Befalls(computers)))
            {
                WriteObject(fault);
            }
        }
    }
}
