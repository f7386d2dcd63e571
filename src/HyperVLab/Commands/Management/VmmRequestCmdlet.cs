using System.Management.Automation;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that lets a Virtual Machine Manager server do something, which is a job of it.</summary>
public abstract class VmmRequestCmdlet : LabRequestCmdlet
{
    /// <summary>Returns at once, while the job goes on.</summary>
    [Parameter]
    public SwitchParameter RunAsynchronously { get; set; }

    /// <summary>The name of a variable that gets the job.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JobVariable { get; set; }

    /// <inheritdoc/>
    private protected sealed override TimeSpan? WaitLimit => RunAsynchronously ? TimeSpan.Zero : null;

    // Who does not wait looks at the job, which has failed already where its first step does.
    /// <inheritdoc/>
    private protected sealed override bool ReportsFailure => !RunAsynchronously;

    /// <inheritdoc/>
    private protected sealed override void Began(LabHandle handle, JobView job)
    {
        if (JobVariable is not null)
        {
            SessionState.PSVariable.Set(JobVariable, LabObjects.Of(handle, job));
        }
    }
}
