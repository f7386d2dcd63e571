namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Starts a virtual machine, or restores it where it is saved.</summary>
public sealed record StartVM : VMActionRequest
{
    /// <inheritdoc/>
    private protected override VMAction Action => VMAction.Start;
}
