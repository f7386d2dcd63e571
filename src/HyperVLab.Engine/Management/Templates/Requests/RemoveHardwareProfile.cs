using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a hardware profile. What was made of it stays.</summary>
public sealed record RemoveHardwareProfile : LabRequest
{
    /// <summary>The profile.</summary>
    public required Key<HardwareProfile> HardwareProfile { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        VmmAccess.Demand(lab, caller, lab.HardwareProfiles[HardwareProfile].Server);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => lab.HardwareProfiles.Remove(HardwareProfile);
}
