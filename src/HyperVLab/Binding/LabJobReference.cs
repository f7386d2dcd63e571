using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Binding;

/// <summary>What -Job takes: a job by its number, as Get-LabJob writes it, or as -AsJob writes it.</summary>
public sealed class LabJobReference
{
    private readonly LabHandle? _handle;
    private readonly int _id;

    /// <summary>Refers to a job of the current lab by its number.</summary>
    /// <param name="id">The number.</param>
    public LabJobReference(int id) => _id = id;

    /// <summary>Refers to a job.</summary>
    /// <param name="job">The job.</param>
    public LabJobReference(LabJobInfo job)
    {
        ArgumentNullException.ThrowIfNull(job);
        (_handle, _id) = (job.Handle, job.Id);
    }

    /// <summary>Refers to the job of the lab that a PowerShell job shows.</summary>
    /// <param name="job">The PowerShell job.</param>
    public LabJobReference(LabBackgroundJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        (_handle, _id) = (job.Handle, job.LabJobId);
        Background = job;
    }

    /// <summary>The PowerShell job, where one was given.</summary>
    internal LabBackgroundJob? Background { get; }

    internal Key<LabJob> Key => new(_id);

    /// <summary>The lab of the job.</summary>
    /// <param name="current">The lab that a number alone means.</param>
    internal LabHandle HandleOr(Func<LabHandle> current) => _handle ?? current();
}
