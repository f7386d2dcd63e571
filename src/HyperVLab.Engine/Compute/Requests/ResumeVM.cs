namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Resumes a paused virtual machine.</summary>
public sealed record ResumeVM : VMActionRequest
{
    /// <inheritdoc/>
    private protected override VMAction Action => VMAction.Resume;
}
