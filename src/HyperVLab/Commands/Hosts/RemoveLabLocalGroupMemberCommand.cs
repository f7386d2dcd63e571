using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Hosts;

/// <summary>Takes members out of a local group of computers.</summary>
/// <remarks>
/// It is done at the computer's own console.
/// </remarks>
/// <example>
/// <code>Remove-LabLocalGroupMember Administrators LAB\Administrator -ComputerName HVR2NODO1</code>
/// Takes the domain's administrator out of a host's administrators.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabLocalGroupMember", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabLocalGroupMemberCommand : HostItemCmdlet
{
    /// <summary>The local group, such as Administrators.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Group { get; set; } = null!;

    /// <summary>The members, such as LAB\Administrator.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<LocalGroupMemberView>))]
    [ValidateNotNullOrEmpty]
    public string[] Member { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string[] Items => Member;

    /// <inheritdoc/>
    private protected override LabRequest Request(string item, Key<PhysicalComputer> computer) =>
        new RemoveLocalGroupMember { Group = Group, Member = item, Computer = computer };
}
