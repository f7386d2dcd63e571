namespace HyperVLab.Engine.Compute.Integration;

/// <summary>The integration services, in the order in which Get-VMIntegrationService lists them.</summary>
public enum IntegrationServiceKind
{
    /// <summary>Copies files into the guest; from 2012 R2 on, and disabled unless somebody wants it.</summary>
    GuestServiceInterface,

    /// <summary>Says every two seconds that the guest is alive.</summary>
    Heartbeat,

    /// <summary>Tells the host what the guest knows of itself: its name, its system, its addresses.</summary>
    KeyValuePairExchange,

    /// <summary>Lets the host shut the guest down in order.</summary>
    Shutdown,

    /// <summary>Sets the guest's clock by the host's.</summary>
    TimeSynchronization,

    /// <summary>Brings the guest's files to a consistent state before the host backs its disks up.</summary>
    Vss,
}
