namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Pauses a virtual machine: it keeps its memory.</summary>
public sealed record SuspendVM : VMActionRequest
{
    /// <inheritdoc/>
    private protected override VMAction Action => VMAction.Suspend;
}
