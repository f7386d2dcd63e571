using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes a guest OS profile. Templates and machines that were made of it stay as they are.</summary>
public sealed record SetGuestOSProfile : GuestWish
{
    /// <summary>The profile.</summary>
    public required Key<GuestOSProfile> GuestOSProfile { get; init; }

    /// <summary>Its new name; null to leave it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        GuestOSProfile profile = lab.GuestOSProfiles[GuestOSProfile];
        VmmAccess.Demand(lab, caller, profile.Server);
        Templates.DemandName(
            Name ?? profile.Name,
            lab.GuestOSProfiles,
            other => other.Server == profile.Server && other != profile,
            "guest OS profile");
        Libraries.DemandText(Description);
        DemandGuest(lab);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        GuestOSProfile profile = lab.GuestOSProfiles[GuestOSProfile];
        profile.Change(
            Name ?? profile.Name,
            Description ?? profile.Description,
            Apply(profile.Guest),
            lab.Now);
        job.Give(GuestOSProfile);
    }
}
