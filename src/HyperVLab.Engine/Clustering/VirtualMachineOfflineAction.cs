namespace HyperVLab.Engine.Clustering;

/// <summary>
/// What happens to a virtual machine whose resource goes offline; the resource's OfflineAction parameter.
/// </summary>
public enum VirtualMachineOfflineAction
{
    /// <summary>It is turned off.</summary>
    TurnOff = 0,

    /// <summary>It is saved: the default.</summary>
    Save = 1,

    /// <summary>Its guest is shut down.</summary>
    ShutDown = 2,

    /// <summary>Its guest is shut down, and turned off where it does not answer.</summary>
    ForceShutDown = 3,
}
