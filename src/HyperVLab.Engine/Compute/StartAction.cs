namespace HyperVLab.Engine.Compute;

/// <summary>
/// What a host does with a virtual machine when it starts; numbers of Microsoft.HyperV.PowerShell.StartAction.
/// </summary>
public enum StartAction
{
    /// <summary>Leaves it as it is.</summary>
    Nothing = 2,

    /// <summary>Starts it if it ran when the host stopped.</summary>
    StartIfRunning = 3,

    /// <summary>Starts it.</summary>
    Start = 4,
}
