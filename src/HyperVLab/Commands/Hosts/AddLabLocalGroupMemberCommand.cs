using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Hosts;

/// <summary>Adds accounts or groups of the domain to a local group of computers.</summary>
/// <remarks>
/// It is done at the computer's own console, when the computer is in the domain.
/// </remarks>
/// <example>
/// <code>Add-LabLocalGroupMember Administrators LAB\Administrator -ComputerName HVR2NODO1, HVR2NODO2</code>
/// Makes the domain's administrator a local administrator of two hosts.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabLocalGroupMember", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class AddLabLocalGroupMemberCommand : HostItemCmdlet
{
    /// <summary>The local group, such as Administrators.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Group { get; set; } = null!;

    /// <summary>The accounts or groups, such as LAB\Administrator.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [ValidateNotNullOrEmpty]
    public string[] Member { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string[] Items => Member;

    /// <inheritdoc/>
    private protected override LabRequest Request(string item, Key<PhysicalComputer> computer) =>
        new AddLocalGroupMember { Group = Group, Member = item, Computer = computer };
}
