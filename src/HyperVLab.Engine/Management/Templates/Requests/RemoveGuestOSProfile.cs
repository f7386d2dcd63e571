using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a guest OS profile. What was made of it stays.</summary>
public sealed record RemoveGuestOSProfile : LabRequest
{
    /// <summary>The profile.</summary>
    public required Key<GuestOSProfile> GuestOSProfile { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        VmmAccess.Demand(lab, caller, lab.GuestOSProfiles[GuestOSProfile].Server);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => lab.GuestOSProfiles.Remove(GuestOSProfile);
}
