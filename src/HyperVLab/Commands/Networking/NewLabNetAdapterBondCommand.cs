using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Makes one network adapter of several with the vendor's driver.</summary>
/// <remarks>
/// Hyper-V of Windows Server 2008 R2 has no teaming at the virtual switch, and takes one adapter for each. A bond is
/// one adapter to it. It takes the addresses of its first member.
/// </remarks>
/// <example>
/// <code>New-LabNetAdapterBond -Name Team1 -TeamMembers 'Local Area Connection 2', 'Local Area Connection 3'</code>
/// Bonds two adapters, so that a virtual switch can have both.
/// </example>
[Cmdlet(VerbsCommon.New, "LabNetAdapterBond", SupportsShouldProcess = true)]
[OutputType(typeof(NetAdapter))]
public sealed class NewLabNetAdapterBondCommand : ComputerRequestCmdlet
{
    /// <summary>The bond's name, unique among the computer's adapters.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The names of the adapters, two or more.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string[] TeamMembers { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() =>
        new NewNetAdapterBond { Computer = Computer, Name = Name, TeamMembers = TeamMembers };
}
