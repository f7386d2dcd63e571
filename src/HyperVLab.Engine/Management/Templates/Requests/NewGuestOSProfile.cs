using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Keeps what a guest operating system is told under a name.</summary>
public sealed record NewGuestOSProfile : GuestWish
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The profile that it begins as; null for the usual.</summary>
    public Key<GuestOSProfile>? GuestOSProfile { get; init; }

    /// <summary>The server that keeps it; null for the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VMMServer);
        Templates.DemandName(Name, lab.GuestOSProfiles, other => other.Server == server.Key, "guest OS profile");
        Libraries.DemandText(Description);
        DemandGuest(lab);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VMMServer);
        GuestSettings start = lab.GuestOSProfiles.Find(GuestOSProfile)?.Guest ?? new GuestSettings();
        GuestOSProfile profile = lab.GuestOSProfiles.Add(
            key => new GuestOSProfile(key, server.Key, Name, Apply(start), lab.Now));
        profile.Change(Name, Description ?? string.Empty, profile.Guest, lab.Now);
        job.Give(profile.Key);
        ResourceGrants.Adopt(lab, profile.Key, server.Key, job.Caller);
    }
}
