using System.Management.Automation;

namespace HyperVLab.Commands;

/// <summary>As <see cref="LabRequestCmdlet"/>, where it may take virtual time.</summary>
public abstract class LabRequestJobCmdlet : LabRequestCmdlet
{
    /// <summary>
    /// Goes on in the background and writes a job. Time stands still until something moves it: Wait-LabJob,
    /// Step-LabClock, or another cmdlet that waits.
    /// </summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected sealed override bool RunsAsJob => AsJob;
}
