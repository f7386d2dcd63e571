namespace HyperVLab.Engine.Compute.Integration;

/// <summary>
/// What an integration service says of itself, with names and numbers of
/// Microsoft.HyperV.PowerShell.VMIntegrationComponentOperationalStatus; those that nothing in the lab reaches are left
/// out.
/// </summary>
public enum VMIntegrationComponentOperationalStatus
{
    /// <summary>It works, or is disabled.</summary>
    Ok = 2,

    /// <summary>Nothing was heard of the guest's side.</summary>
    NoContact = 12,

    /// <summary>What was heard is heard no more.</summary>
    LostCommunication = 13,

    /// <summary>The guest's side is of another version.</summary>
    ProtocolMismatch = 32775,
}
