using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Moves a lab's time on, and lets happen what is due until then.</summary>
/// <remarks>Hours pass in milliseconds where little happens. Ctrl+C stops between two events.</remarks>
/// <example>
/// <code>Step-LabClock -Seconds 30</code>
/// Lets half a virtual minute pass.
/// </example>
/// <example>
/// <code>Step-LabClock -Until 01:00:00</code>
/// Moves time to one hour after the lab began.
/// </example>
[Cmdlet(VerbsCommon.Step, "LabClock", DefaultParameterSetName = "Seconds", SupportsShouldProcess = true)]
[OutputType(typeof(LabClockInfo))]
public sealed class StepLabClockCommand : LabCmdlet
{
    /// <summary>How many virtual seconds pass.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Seconds")]
    [ValidateRange(0.0, 1e9)]
    public double Seconds { get; set; }

    /// <summary>
    /// The moment to move to: a time or a number of seconds since the lab began, or a date in the lab.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Until")]
    [MomentTransformation]
    public TimeSpan Until { get; set; }

    /// <summary>Writes the clock. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = Handle;
        TimeSpan moment = ParameterSetName == "Until" ? Until : handle.Lab.Now + TimeSpan.FromSeconds(Seconds);
        if (!ShouldProcess(handle.Lab.Name))
        {
            return;
        }

        using (handle.BeginPump())
        {
            Step(handle, moment);
        }

        handle.Clock.Reanchor();
        if (Passthru)
        {
            WriteObject(new LabClockInfo(handle));
        }
    }

    private void Step(LabHandle handle, TimeSpan moment)
    {
        while (moment >= handle.Lab.Now && handle.Whole.TakeEvent(moment))
        {
            if (IsStopping)
            {
                throw new PipelineStoppedException();
            }

            handle.Tell();
        }

        handle.Lab.AdvanceTo(moment);
    }
}
