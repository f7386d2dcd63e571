using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes a hardware profile. Templates and machines that were made of it stay as they are.</summary>
public sealed record SetHardwareProfile : HardwareWish
{
    /// <summary>The profile.</summary>
    public required Key<HardwareProfile> HardwareProfile { get; init; }

    /// <summary>Its new name; null to leave it.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HardwareProfile profile = lab.HardwareProfiles[HardwareProfile];
        VmmAccess.Demand(lab, caller, profile.Server);
        Templates.DemandName(
            Name ?? profile.Name,
            lab.HardwareProfiles,
            other => other.Server == profile.Server && other != profile,
            "hardware profile");
        Libraries.DemandText(Description);
        HardwareWishes.Demand(this);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HardwareProfile profile = lab.HardwareProfiles[HardwareProfile];
        profile.Change(
            Name ?? profile.Name,
            Description ?? profile.Description,
            HardwareWishes.Apply(this, profile.Hardware),
            lab.Now);
        job.Give(HardwareProfile);
    }
}
