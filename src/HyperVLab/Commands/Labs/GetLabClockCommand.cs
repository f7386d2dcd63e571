using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Labs;

/// <summary>Gets a lab's clock: virtual time, and what moves it.</summary>
/// <remarks>
/// Time in a lab is virtual. In mode Manual it moves only while a cmdlet waits for a job and when Step-LabClock moves
/// it; in mode Follow it follows the clock of this computer. See about_HyperVLab_Time.
/// </remarks>
/// <example>
/// <code>Get-LabClock</code>
/// Shows the virtual time and when the next thing will happen.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClock")]
[OutputType(typeof(LabClockInfo))]
public sealed class GetLabClockCommand : LabCmdlet
{
    /// <inheritdoc/>
    private protected override void Process()
    {
        Handle.Clock.CatchUp();
        WriteObject(new LabClockInfo(Handle));
    }
}
