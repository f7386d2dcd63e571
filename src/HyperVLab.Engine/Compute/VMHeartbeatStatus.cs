namespace HyperVLab.Engine.Compute;

/// <summary>
/// What a host hears of a guest's integration services, with the names of
/// Microsoft.HyperV.PowerShell.VMHeartbeatStatus; those that nothing in the lab reaches are left out.
/// </summary>
public enum VMHeartbeatStatus
{
    /// <summary>The host does not listen: the service is disabled.</summary>
    Disabled,

    /// <summary>Nothing was heard since the machine got power.</summary>
    NoContact,

    /// <summary>What was heard is heard no more: the guest hangs.</summary>
    LostCommunication,

    /// <summary>The guest's heartbeat is heard, and nothing of its applications.</summary>
    OkApplicationsUnknown,

    /// <summary>The machine is paused.</summary>
    Paused,
}
