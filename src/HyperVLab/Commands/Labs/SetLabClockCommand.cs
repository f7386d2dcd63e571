using System.Management.Automation;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Chooses what moves a lab's time, and how fast.</summary>
/// <remarks>
/// The lab itself does not know what moves its time, so the same requests at the same virtual times give the same lab
/// in either mode.
/// </remarks>
/// <example>
/// <code>Set-LabClock -Mode Follow -Speed 10</code>
/// Ten virtual seconds pass in each second, while the prompt is free for other cmdlets.
/// </example>
/// <example>
/// <code>Set-LabClock -Mode Manual</code>
/// Time stands still again unless a cmdlet waits.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClock", SupportsShouldProcess = true)]
[OutputType(typeof(LabClockInfo))]
public sealed class SetLabClockCommand : LabCmdlet
{
    /// <summary>Manual: cmdlets that wait move time. Follow: the clock of this computer does.</summary>
    [Parameter(Position = 0)]
    public LabClockMode? Mode { get; set; }

    /// <summary>
    /// How many virtual seconds pass in one second of this computer, in mode Follow. The default is 1.
    /// </summary>
    [Parameter]
    [ValidateRange(0.001, 1_000_000.0)]
    public double? Speed { get; set; }

    /// <summary>Writes the clock. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = Handle;
        if (ShouldProcess(handle.Lab.Name))
        {
            handle.Clock.Set(Mode ?? handle.Clock.Mode, Speed ?? handle.Clock.Speed);
            if (Passthru)
            {
                WriteObject(new LabClockInfo(handle));
            }
        }
    }
}
