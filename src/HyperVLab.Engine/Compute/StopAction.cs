namespace HyperVLab.Engine.Compute;

/// <summary>
/// What a host does with a virtual machine when it stops; numbers of Microsoft.HyperV.PowerShell.StopAction.
/// </summary>
public enum StopAction
{
    /// <summary>Cuts its power.</summary>
    TurnOff = 2,

    /// <summary>Saves its state.</summary>
    Save = 3,

    /// <summary>Shuts its guest down.</summary>
    ShutDown = 4,
}
