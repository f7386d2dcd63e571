using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands;

/// <summary>
/// A cmdlet that changes something: it asks, sends the request, waits for its job, and has the result.
/// </summary>
public abstract class LabChangeCmdlet : LabCmdlet
{
    /// <summary>Whether the job goes on in the background.</summary>
    private protected virtual bool RunsAsJob => false;

    /// <summary>For how long to wait in virtual time; null for as long as it takes.</summary>
    private protected virtual TimeSpan? WaitLimit => null;

    /// <summary>Whether the failure of the job is an error of the cmdlet, and not only of the job.</summary>
    private protected virtual bool ReportsFailure => true;

    /// <summary>Whether the caller means it, where that is worth a question of its own.</summary>
    private protected virtual bool IsMeant(LabHandle handle, LabRequest request) => true;

    /// <summary>A request was accepted, and its job began.</summary>
    private protected virtual void Began(LabHandle handle, JobView job)
    {
    }

    /// <summary>Makes one change.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="request">The change.</param>
    /// <param name="target">What is changed, by the name that the question of -Confirm shows.</param>
    /// <param name="done">Whether it was made and has ended: not under -WhatIf, not -AsJob.</param>
    /// <returns>The live object of the result, where there is one.</returns>
    /// <exception cref="LabException">It was refused or failed.</exception>
    private protected object? Change(LabHandle handle, LabRequest request, string target, out bool done)
    {
        done = false;
        if (!ShouldProcess(target) || !IsMeant(handle, request))
        {
            return null;
        }

        JobView job = handle.Send(request);
        Began(handle, job);
        if (RunsAsJob)
        {
            WriteJob(handle, job);
            return null;
        }

        job = Wait(handle, job, WaitLimit);
        foreach (string warning in job.Warnings)
        {
            WriteWarning(warning);
        }

        done = true;
        return ReportsFailure ? ResultOf(handle, job) : ViewOf(handle, job);
    }

    /// <summary>The PowerShell job over a job of the lab.</summary>
    private protected virtual LabBackgroundJob MakeJob(LabHandle handle, JobView job) =>
        new(handle, job, MyInvocation.Line);

    private void WriteJob(LabHandle handle, JobView view)
    {
        LabBackgroundJob job = MakeJob(handle, view);
        handle.Watch(job);
        JobRepository.Add(job);
        WriteObject(job);
    }
}
