using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Disables network adapters and enables them again.</summary>
/// <remarks>
/// An adapter that comes up announces itself to the switches and registers its computer's name. A team whose MAC
/// address is that of a member that has left it takes the one of another member then, as it does when its computer
/// starts.
/// </remarks>
/// <example>
/// <code>Restart-LabNetAdapter Team1 -ComputerName HV1</code>
/// Ends the clash of MAC addresses after a team's first member was taken out.
/// </example>
[Cmdlet(VerbsLifecycle.Restart, "LabNetAdapter", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetAdapter))]
public sealed class RestartLabNetAdapterCommand : NetAdapterTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(NetAdapter target) =>
        new RestartNetAdapter { Computer = ComputerOf(target), Name = target.Name };
}
