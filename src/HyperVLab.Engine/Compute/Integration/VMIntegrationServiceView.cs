namespace HyperVLab.Engine.Compute.Integration;

/// <summary>An integration service of a virtual machine.</summary>
public sealed record VMIntegrationServiceView
{
    /// <summary>Which it is.</summary>
    public required IntegrationServiceKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The identifier of its device: of the machine and of the service, which scripts look for.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is offered to the guest.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>Whether it works; null where the machine has no power.</summary>
    public VMIntegrationComponentOperationalStatus? Primary { get; init; }

    /// <summary>
    /// What there is to say beside: of the heartbeat, that programs are well; of others, that the guest's side has
    /// another version.
    /// </summary>
    public VMIntegrationComponentOperationalStatus? Secondary { get; init; }
}
