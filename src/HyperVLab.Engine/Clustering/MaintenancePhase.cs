namespace HyperVLab.Engine.Clustering;

/// <summary>How far a cluster shared volume is on its way into maintenance.</summary>
public enum MaintenancePhase
{
    /// <summary>It is in use.</summary>
    Off,

    /// <summary>Its virtual machines are being stopped.</summary>
    Entering,

    /// <summary>No node shows it.</summary>
    On,
}
