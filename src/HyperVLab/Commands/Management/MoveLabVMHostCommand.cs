using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Puts a managed host into another group of hosts.</summary>
/// <remarks>
/// The hosts of a cluster go together.
/// </remarks>
/// <example>
/// <code>Move-LabVMHost HV1 -ParentHostGroup 'Rack 2'</code>
/// Puts HV1 into another group.
/// </example>
[Cmdlet(VerbsCommon.Move, "LabVMHost", SupportsShouldProcess = true)]
[Alias("Move-VMHost")]
[OutputType(typeof(HostComputer))]
public sealed class MoveLabVMHostCommand : VMHostCmdlet
{
    /// <summary>The group that it goes to, by name or place in the tree.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [Alias("ParentVMHostGroup")]
    [ValidateNotNullOrEmpty]
    public string ParentHostGroup { get; set; } = null!;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new MoveVMHost
    {
        Computer = Computer,
        ParentHostGroup = VmmNames.Group(Handle, ParentHostGroup)!.Value,
    };
}
