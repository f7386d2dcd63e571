using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Management;

/// <summary>Settles a virtual machine whose job failed or was stopped.</summary>
/// <remarks>
/// A virtual machine that Virtual Machine Manager was making, converting, moving or making a template of is left by a
/// job that fails in a state such as CreationFailed, P2VCreationFailed or MigrationFailed (VirtualMachineState). -Retry
/// lets the job go on where it was, -Undo takes back what it did, and -Dismiss gives it up and leaves the machine as it
/// is, where there is something of it already.
/// </remarks>
/// <example>
/// <code>Get-LabVM FILE1 | Repair-LabVirtualMachine -Retry</code>
/// Lets a conversion that had failed go on, after what was wrong was mended.
/// </example>
/// <example>
/// <code>Get-LabVM | Where-Object VirtualMachineState -like *Failed | Repair-LabVirtualMachine -Undo</code>
/// Removes all that failed jobs had begun.
/// </example>
[Cmdlet(VerbsDiagnostic.Repair, "LabVirtualMachine", DefaultParameterSetName = "Retry", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class RepairLabVirtualMachineCommand : VmmRequestCmdlet
{
    /// <summary>The virtual machine, as Get-LabVM writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public VirtualMachine VM { get; set; } = null!;

    /// <summary>Lets its job go on where it was.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Retry")]
    public SwitchParameter Retry { get; set; }

    /// <summary>Takes back what its job did.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Undo")]
    public SwitchParameter Undo { get; set; }

    /// <summary>Leaves it as it is, and gives its job up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Dismiss")]
    public SwitchParameter Dismiss { get; set; }

    /// <summary>Asks no question first.</summary>
    [Parameter(ParameterSetName = "Dismiss")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VM.Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RepairVirtualMachine
    {
        VM = VM.Key, Retry = Retry, Undo = Undo, Dismiss = Dismiss, Force = Force,
    };

    /// <inheritdoc/>
    private protected override void Process()
    {
        object? result = Change(Handle, Request(), TargetName, out bool done);
        if (done && result is LabJobInfo job)
        {
            result = Await(Handle, job);
        }

        if (result is not null)
        {
            WriteObject(result);
        }
    }

    // The job that goes on is another than the one that lets it.
    private object? Await(LabHandle handle, LabJobInfo restarted)
    {
        JobView job = JobLookup.Find(handle, restarted.Number);
        Began(handle, job);
        return ResultOf(handle, RunAsynchronously ? job : Wait(handle, job));
    }
}
