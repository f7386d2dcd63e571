using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using JobState = HyperVLab.Engine.Requests.JobState;

namespace HyperVLab.Commands.Labs;

/// <summary>Gets a lab's jobs: every request that somebody made, with its steps and how it ended.</summary>
/// <remarks>Each job has the PowerShell that makes the same request, in its property Script.</remarks>
/// <example>
/// <code>Get-LabJob -State Running</code>
/// Lists the jobs that have not ended.
/// </example>
/// <example>
/// <code>(Get-LabJob -Newest 1).Script</code>
/// Shows the PowerShell of the last change.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabJob", DefaultParameterSetName = "Name")]
[OutputType(typeof(LabJobInfo))]
public sealed class GetLabJobCommand : LabCmdlet
{
    /// <summary>The numbers of jobs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id")]
    public int[] Id { get; set; } = null!;

    /// <summary>The requests' kinds, such as MoveVM. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(NameCompleter<JobView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only jobs in these states.</summary>
    [Parameter(ParameterSetName = "Name")]
    public JobState[]? State { get; set; }

    /// <summary>Only the last so many jobs.</summary>
    [Parameter(ParameterSetName = "Name")]
    [ValidateRange(1, int.MaxValue)]
    public int? Newest { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Id")
        {
            foreach (int id in Id)
            {
                Guard(() => WriteObject(LabObjects.Of(Handle, JobLookup.Find(Handle, id))));
            }

            return;
        }

        LabJobInfo[] jobs = [.. Named<JobView, LabJobInfo>(Name, job => State?.Contains(job.State) ?? true)];
        WriteObject(Newest is { } count ? jobs.TakeLast(count) : jobs, enumerateCollection: true);
    }
}
