using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Resumes a paused virtual machine.</summary>
public sealed record ResumeVM : VMActionRequest
{
    /// <inheritdoc/>
    private protected override VMAction Action => VMAction.Resume;

    /// <inheritdoc/>
    private protected override VMAction ActionOn(LabState lab, VirtualMachine vm) =>
        vm.State == VMState.Saved && Platforms.Of(lab.Computers[vm.Computer]).SuspendsToDisk
            ? VMAction.Start
            : VMAction.Resume;
}
