namespace HyperVLab.Engine.Compute;

/// <summary>How a guest stands with its domain.</summary>
public enum GuestDomainStatus
{
    /// <summary>It is in a workgroup, or does not run.</summary>
    None,

    /// <summary>Its computer logs on, and so do the domain's users.</summary>
    LoggedOn,

    /// <summary>No controller of the domain can be reached.</summary>
    NoController,

    /// <summary>
    /// The trust relationship between it and the domain failed: the password of its computer's account is not the right
    /// one any more.
    /// </summary>
    TrustFailed,
}
