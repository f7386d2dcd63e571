using System.Management.Automation;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that does one operation to each virtual hard disk that it is given.</summary>
public abstract class VhdOperationCmdlet : VhdCmdlet
{
    /// <summary>Writes the disk as it is afterwards. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <summary>What is being done, as progress calls it.</summary>
    private protected abstract string Activity { get; }

    /// <summary>The request that does it to a disk of a host.</summary>
    private protected abstract LabRequest Request(Key<PhysicalComputer> computer, string path);

    /// <summary>What does it to a disk of this computer; what it returns must not touch the cmdlet.</summary>
    /// <param name="path">The full path.</param>
    private protected abstract Action<DiskWork> Work(string path);

    /// <summary>The disk that is written afterwards.</summary>
    /// <param name="path">The path of the disk that was given, on the host or the full one here.</param>
    private protected virtual string ResultOf(string path) => path;

    /// <inheritdoc/>
    private protected override void ChangeHere(string path)
    {
        VhdTargets.DemandOwn(path);
        Action<DiskWork> work = Work(path);
        if (!ShouldProcess(path))
        {
            return;
        }

        string result = ResultOf(path);
        if (RunsAsJob)
        {
            var job = new LocalDiskJob(MyInvocation.Line, Activity, path, work, Passthru ? result : null);
            JobRepository.Add(job);
            WriteObject(job);
            return;
        }

        new DiskWorker(this).Run(Activity, path, work);
        if (Passthru)
        {
            WriteObject(VhdTargets.ReadHere(result));
        }
    }

    /// <inheritdoc/>
    private protected override void ChangeThere(LabHandle lab, PhysicalComputerView computer, string path)
    {
        Change(lab, Request(new(computer.Key), path), path, out bool done);
        if (done && Passthru)
        {
            WriteObject(VhdTargets.Read(lab, computer.Name, ResultOf(path)));
        }
    }
}
