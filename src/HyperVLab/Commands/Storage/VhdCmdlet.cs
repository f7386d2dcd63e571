using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// A cmdlet that changes virtual hard disk files of a lab's hosts or of this computer; it declares its paths itself.
/// </summary>
public abstract class VhdCmdlet : LabChangeCmdlet
{
    private (string ComputerName, string? Path) _background;

    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or this computer's own file system.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The paths that were given.</summary>
    private protected abstract IReadOnlyList<string> GivenPaths { get; }

    /// <summary>Whether no character of the paths is a wildcard.</summary>
    private protected abstract bool ArePathsLiteral { get; }

    /// <summary>Changes a file of this computer, which may not be there.</summary>
    /// <param name="path">Its full path.</param>
    private protected abstract void ChangeHere(string path);

    /// <summary>Changes a file of a host.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The host.</param>
    /// <param name="path">The path on it, as it was given.</param>
    private protected abstract void ChangeThere(LabHandle lab, PhysicalComputerView computer, string path);

    /// <summary>Sends a request about a file of a host, and writes the disk that came of it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The host.</param>
    /// <param name="request">The request.</param>
    /// <param name="target">What the question of -Confirm calls it.</param>
    /// <param name="result">The disk to write; null for none.</param>
    private protected void ChangeThere(
        LabHandle lab, PhysicalComputerView computer, LabRequest request, string target, string? result)
    {
        _background = (computer.Name, result);
        Change(lab, request, target, out bool done);
        if (done && result is not null)
        {
            WriteObject(VhdTargets.Read(lab, computer.Name, result));
        }
    }

    /// <summary>Does work on a file of this computer, and writes the disk that came of it.</summary>
    /// <param name="activity">What is being done, as progress calls it.</param>
    /// <param name="target">The file.</param>
    /// <param name="work">The work; it must not touch the cmdlet.</param>
    /// <param name="result">The disk to write; null for none.</param>
    private protected void ChangeHere(string activity, string target, Action<DiskWork> work, string? result)
    {
        if (RunsAsJob)
        {
            var job = new LocalDiskJob(MyInvocation.Line, activity, target, work, result);
            JobRepository.Add(job);
            WriteObject(job);
            return;
        }

        new DiskWorker(this).Run(activity, target, work);
        if (result is not null)
        {
            WriteObject(VhdTargets.ReadHere(result));
        }
    }

    /// <inheritdoc/>
    private protected override LabBackgroundJob MakeJob(LabHandle handle, JobView job) =>
        new VhdBackgroundJob(handle, job, MyInvocation.Line, _background.ComputerName, _background.Path);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        var visitor = new VhdFileVisitor(this, Guard) { Here = ChangeHere, There = ChangeThere };
        visitor.Visit(ComputerName, GivenPaths, ArePathsLiteral);
    }
}
