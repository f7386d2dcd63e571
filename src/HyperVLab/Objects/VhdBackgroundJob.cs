using System.Management.Automation;
using HyperVLab.Commands.Storage;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>What -AsJob writes for a virtual hard disk of a lab's host: Receive-Job hands out the disk.</summary>
public sealed class VhdBackgroundJob : LabBackgroundJob
{
    private readonly string _computerName;
    private readonly string? _path;

    /// <summary>Watches a job.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="view">The lab's job.</param>
    /// <param name="command">What was called.</param>
    /// <param name="computerName">The host.</param>
    /// <param name="path">The disk to hand out; null for none.</param>
    internal VhdBackgroundJob(LabHandle handle, JobView view, string command, string computerName, string? path)
        : base(handle, view, command)
    {
        _computerName = computerName;
        _path = path;
    }

    /// <inheritdoc/>
    private protected override void Finish(JobView view)
    {
        if (_path is not null)
        {
            Output.Add(PSObject.AsPSObject(VhdTargets.Read(Handle, _computerName, _path)));
        }
    }
}
